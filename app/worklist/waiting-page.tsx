import { Form, Link } from "@remix-run/react";
import { type ReactNode, useState } from "react";

import type { TraineeSummary } from "#app/progress/summary.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary, type SummedError } from "#app/ui/error-summary.tsx";
import type { IconName } from "#app/ui/icon.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Columns, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { SelectionBar } from "#app/ui/selection-bar.tsx";
import { words } from "#app/words/words.ts";

import { NoticeList } from "./notice-list.tsx";
import type { NoticeLine } from "./notice-view.ts";
import { MAX_AT_ONCE, referenceOf } from "./reference.ts";
import { type Queue, type QueuedExternal, queueHeading, type QueueItem } from "./queue.ts";
import { SupervisedAside } from "./supervised-aside.tsx";

const said = words.worklist;
const ICONS = { supervision: "talk", peer_supervision: "group", training: "course" } as const satisfies Record<QueueItem["kind"], IconName>;

function Detail({ item: { detail, note, doesNotCount } }: { readonly item: QueueItem }) {
  if (detail === "" && note === null && doesNotCount.length === 0) return null;
  return (
    <>
      {detail !== "" && <div>{detail}</div>}
      {note !== null && <div>{note}</div>}
      {doesNotCount.length > 0 && <div><b>{said.item.doesNotCount}</b> {doesNotCount.join("; ")}</div>}
    </>
  );
}

interface QueueLineProps {
  readonly item: QueueItem;
  readonly isChosen: boolean;
  readonly choose: (isChosen: boolean) => void;
}

function QueueLine({ item, isChosen, choose }: QueueLineProps) {
  return (
    <Item
      start={<input type="checkbox" name="entry" value={referenceOf(item)} aria-label={said.item.choose(item.title)}
        defaultChecked={isChosen} onChange={(event) => { choose(event.currentTarget.checked); }} />}
      icon={ICONS[item.kind]} title={item.isVisible ? <Link to={paths.entry(item.entryId)}>{item.title}</Link> : item.title} detail={<Detail item={item} />}
      end={(
        <>
          <Chip tone={item.doesNotCount.length > 0 ? "moment" : "plain"}>{said.kinds[item.kind]}</Chip>
          <span className="small muted num">{said.age(item.ageDays)}</span>
          <ButtonLink small to={paths.questionWaiting(item.entryId)} label={said.question.buttonOf(item.title)}>{said.question.button}</ButtonLink>
        </>
      )}
    />
  );
}

function ConfirmList({ items: waiting, chosenBefore }: { readonly items: readonly QueueItem[]; readonly chosenBefore: readonly string[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(chosenBefore));
  const choose = (reference: string) => (isChosen: boolean) => {
    setChosen((before) => new Set(isChosen ? [...before, reference] : [...before].filter((one) => one !== reference)));
  };
  const items = waiting.slice(0, MAX_AT_ONCE);
  const all = items.filter((item) => chosen.has(referenceOf(item)));
  return (
    <Form method="post" action={paths.confirmWaiting()}>
      <Card title={said.confirm.list}>
        <ItemList label={said.confirm.list}>
          {items.map((item) => <QueueLine key={referenceOf(item)} item={item} isChosen={chosenBefore.includes(referenceOf(item))} choose={choose(referenceOf(item))} />)}
        </ItemList>
        {waiting.length > MAX_AT_ONCE && <p className="small muted">{said.confirm.more(MAX_AT_ONCE, waiting.length - MAX_AT_ONCE)}</p>}
      </Card>
      <SelectionBar actions={<Button type="submit">{all.length === 0 ? said.confirm.button : said.confirm.buttonOf(all.length)}</Button>}>
        {all.length === 0
          ? said.confirm.hint
          : <><b>{said.confirm.chosen(all.length, all.reduce((sum, item) => sum + item.minutes, 0))}</b> · {said.confirm.statement}</>}
      </SelectionBar>
    </Form>
  );
}

function Externals({ externals }: { readonly externals: readonly QueuedExternal[] }) {
  if (externals.length === 0) return null;
  return (
    <Card title={said.verify.list}>
      <ItemList label={said.verify.list}>
        {externals.map(({ personId, name }) => (
          <Item key={personId} icon="person" title={said.item.external(name)} detail={said.item.externalDetail}
            end={<><Chip>{said.kinds.external}</Chip><ButtonLink small to={paths.verifyWaiting(personId)} label={said.verify.buttonOf(name)}>{said.verify.button}</ButtonLink></>} />
        ))}
      </ItemList>
    </Card>
  );
}

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

/** What waits for this person, in one place: confirm several at once, question one. */
export function WaitingPage({ queue, notices, trainees, emptyText, done, errors, chosenBefore }: WaitingPageProps) {
  const { title, lead } = queueHeading(queue);
  const isEmpty = queue.items.length + queue.externals.length === 0;
  return (
    <Stack gap="large">
      <ErrorSummary errors={errors} />
      {done !== null && <Notice kind={done.kind}>{done.text}</Notice>}
      <PageHead title={title} {...(lead === undefined ? {} : { lead })} />
      <Beside trainees={trainees}>
        <NoticeList lines={notices} />
        {isEmpty && <Card><EmptyState title={said.empty.title}>{emptyText.map((text) => <p key={text}>{text}</p>)}</EmptyState></Card>}
        {queue.items.length > 0 && <ConfirmList key={queue.items.map(referenceOf).join()} items={queue.items} chosenBefore={chosenBefore} />}
        <Externals externals={queue.externals} />
      </Beside>
    </Stack>
  );
}
