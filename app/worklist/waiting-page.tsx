import type { ReactNode } from "react";

import type { TraineeSummary } from "#app/progress/summary.ts";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary, type SummedError } from "#app/ui/error-summary.tsx";
import { Columns, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { words } from "#app/words/words.ts";

import { NoticeList } from "./notice-list.tsx";
import type { NoticeLine } from "./notice-view.ts";
import { type Queue, queueHeading } from "./queue.ts";
import { QueueList } from "./queue-list.tsx";
import { SupervisedAside } from "./supervised-aside.tsx";

const said = words.worklist;

export interface WaitingPageProps {
  readonly queue: Queue;
  /** What others did since. */
  readonly notices: readonly NoticeLine[];
  /** For a supervisor: whom they supervise today. */
  readonly trainees: readonly TraineeSummary[] | null;
  /** What comes here, for somebody for whom nothing waits. */
  readonly emptyText: readonly string[];
  readonly done: { readonly kind: "success" | "info"; readonly text: string } | null;
  readonly errors: readonly SummedError[];
  readonly chosenBefore: readonly string[];
}

function Beside({ trainees, children }: { readonly trainees: readonly TraineeSummary[] | null; readonly children: ReactNode }) {
  if (trainees === null || trainees.length === 0) return <Stack gap="large">{children}</Stack>;
  return <Columns of="two-one"><Stack gap="large">{children}</Stack><SupervisedAside trainees={trainees} /></Columns>;
}

/** What waits for this person, in one place, the longest waiting first. */
export function WaitingPage({ queue, notices, trainees, emptyText, done, errors, chosenBefore }: WaitingPageProps) {
  const { title, lead } = queueHeading(queue);
  return (
    <Stack gap="large">
      <ErrorSummary errors={errors} />
      {done !== null && <Notice kind={done.kind}>{done.text}</Notice>}
      <PageHead title={title} {...(lead === undefined ? {} : { lead })} />
      <Beside trainees={trainees}>
        <NoticeList lines={notices} from="waiting" />
        {queue.length === 0
          ? <Card><EmptyState title={said.empty.title}>{emptyText.map((text) => <p key={text}>{text}</p>)}</EmptyState></Card>
          // What was ticked goes with what could be confirmed: other lines may come and go beside it.
          : <QueueList key={queue.map((line) => line.confirm?.reference ?? "").join()} queue={queue} chosenBefore={chosenBefore} />}
      </Beside>
    </Stack>
  );
}
