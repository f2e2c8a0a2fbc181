import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { SubmissionLine } from "./cycle-view.ts";
import { StateChip } from "./state-chip.tsx";

const { list: said, ways, attempt, title, titleOf } = words.review;

interface SubmissionsPageProps {
  /** For a supervisor: what waits for them. */
  readonly waiting: readonly SubmissionLine[] | null;
  /** For a trainee: everything they ever submitted. */
  readonly own: readonly SubmissionLine[] | null;
}

function Lines({ lines, label, names }: { readonly lines: readonly SubmissionLine[]; readonly label: string; readonly names: boolean }) {
  return (
    <ItemList label={label}>
      {lines.map((line) => (
        <Item key={line.id} icon="film" to={paths.submission(line.id)} title={names ? titleOf(line.traineeName, line.code, line.nth) : title(line.code, line.nth)}
          detail={`${said.sent(line.sentOn)} · ${ways[line.way]}`}
          end={<>{line.attempt > 1 && <Chip>{attempt(line.attempt)}</Chip>}{!names && <StateChip state={line.state} />}</>} />
      ))}
    </ItemList>
  );
}

function headingOf({ waiting, own }: SubmissionsPageProps): string {
  return waiting === null ? said.heading(own?.filter((line) => line.state === "sent").length ?? 0) : said.waitingHeading(waiting.length);
}

/** What waits for a supervisor's feedback, and what a trainee submitted; somebody who is both sees both. */
export function SubmissionsPage(props: SubmissionsPageProps) {
  const { waiting, own } = props;
  return (
    <Stack gap="large">
      <PageHead title={headingOf(props)} />
      {waiting !== null && (
        <Card title={said.waiting}>
          {waiting.length === 0 ? <EmptyState title={said.nothing}><p>{said.nothingText}</p></EmptyState> : <Lines lines={waiting} label={said.waiting} names />}
        </Card>
      )}
      {own !== null && (
        <Card title={said.own}>
          {own.length === 0
            ? <EmptyState title={said.empty} action={<ButtonLink to={paths.log()}>{said.toLog}</ButtonLink>}><p>{said.emptyText}</p></EmptyState>
            : <Lines lines={own} label={said.own} names={false} />}
        </Card>
      )}
    </Stack>
  );
}
