import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { Actions, Stack } from "#app/ui/layout.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { ReflectionLines } from "./reflection-list.tsx";
import type { EntryReflections } from "./reflection-view.ts";

const said = words.reflections.onEntry;

interface EntryReflectionsProps {
  readonly entryId: string;
  /** Whose entry it is, where it is not one's own. */
  readonly owner: string | null;
  readonly reflections: EntryReflections;
}

/** What was written about an entry: one's own with who can read it, or what its trainee shares; nothing where that is nothing. */
export function EntryReflectionsCard({ entryId, owner, reflections: { ofCycle, others, mayWrite } }: EntryReflectionsProps) {
  if (ofCycle === null && others.length === 0 && !mayWrite) return null;
  const ownTitle = ofCycle === null ? said.ownMany : said.own;
  const title = owner === null ? ownTitle : said.others(owner);
  return (
    <Card title={title}>
      <Stack gap="small">
        {ofCycle && <p className="as-written">{ofCycle.text}</p>}
        {ofCycle?.chip && <p><Chip tone={ofCycle.chip.tone}>{ofCycle.chip.text}</Chip></p>}
        {others.length > 0 && <ReflectionLines lines={others} label={title} />}
        {owner === null && (ofCycle !== null || mayWrite) && (
          <Actions>
            {ofCycle && <ButtonLink small to={paths.reflection(ofCycle.id)}>{said.sharing}</ButtonLink>}
            {mayWrite && <ButtonLink small to={paths.newReflection(entryId)}>{said.write}</ButtonLink>}
          </Actions>
        )}
      </Stack>
    </Card>
  );
}
