import { londonDay } from "#app/platform/clock.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { Submission } from "./model.ts";
import { StateChip } from "./state-chip.tsx";

const { list: said, attempt, submit } = words.review;

/** On a cycle's own page: every attempt to submit its shared review, and the way to the next. */
export function CycleCard({ entryId, attempts, maySubmit }: { readonly entryId: string; readonly attempts: readonly Submission[]; readonly maySubmit: boolean }) {
  return (
    <Card title={said.card}>
      <Stack gap="small">
        {attempts.length === 0 && <p className="muted">{said.none}</p>}
        {attempts.length > 0 && (
          <ItemList label={said.card}>
            {attempts.map((one) => <Item key={one.id} title={attempt(one.attempt)} to={paths.submission(one.id)} detail={said.sent(londonDay(new Date(one.sentAt)))} end={<StateChip state={one.state} />} />)}
          </ItemList>
        )}
        {maySubmit && <p><ButtonLink look="primary" to={paths.submitBy(entryId, "reference")}>{submit.title}</ButtonLink></p>}
      </Stack>
    </Card>
  );
}
