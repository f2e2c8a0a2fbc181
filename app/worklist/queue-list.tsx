import { Form, Link } from "@remix-run/react";
import { useState } from "react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import type { IconName } from "#app/ui/icon.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { paths } from "#app/ui/paths.ts";
import { SelectionBar } from "#app/ui/selection-bar.tsx";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { MAX_AT_ONCE } from "./reference.ts";
import type { LineKind, Queue, QueueLine } from "./queue.ts";

const said = words.worklist;

const ICONS = {
  supervision: "talk", peer_supervision: "group", training: "course", submission: "film", returned: "question", reply: "talk",
  recommend: "change", sign: "change", decide: "change", assign_reviewer: "person", external: "person",
} as const satisfies Record<LineKind, IconName>;

const TONES: Partial<Record<LineKind, ChipTone>> = { submission: "brand", returned: "moment", recommend: "brand", sign: "brand", decide: "brand", assign_reviewer: "brand" };

const keyOf = ({ kind, id }: QueueLine): string => `${kind}-${id}`;

function Detail({ line: { detail, doesNotCount } }: { readonly line: QueueLine }) {
  if (detail.length + doesNotCount.length === 0) return null;
  return (
    <>
      {detail.map((text) => <div key={text} className="as-written">{text}</div>)}
      {doesNotCount.length > 0 && <div><b>{said.item.doesNotCount}</b> {doesNotCount.join("; ")}</div>}
    </>
  );
}

function Act({ line }: { readonly line: QueueLine }) {
  const { kind, title, act, notices } = line;
  return (
    <>
      {notices.length > 0 && <Button small look="quiet" form={`seen-${keyOf(line)}`} label={said.seenOf(title)}>{said.seen}</Button>}
      {act !== null && <ButtonLink small to={act} label={said.actOf(said.acts[kind], title)}>{said.acts[kind]}</ButtonLink>}
    </>
  );
}

interface LineProps {
  readonly line: QueueLine;
  /** Whether anything in the list can be chosen: what cannot be leaves the place for it open. */
  readonly hasChoice: boolean;
  readonly isChosen: boolean;
  readonly choose: (isChosen: boolean) => void;
}

function Line({ line, hasChoice, isChosen, choose }: LineProps) {
  const { kind, title, to, confirm, ageDays, doesNotCount } = line;
  return (
    <Item
      start={confirm === null ? hasChoice && <span className="item-start" /> : (
        <input type="checkbox" name="entry" value={confirm.reference} aria-label={said.item.choose(title)} defaultChecked={isChosen} onChange={(event) => { choose(event.currentTarget.checked); }} />
      )}
      icon={ICONS[kind]} title={to === null ? title : <Link to={to}>{title}</Link>} detail={<Detail line={line} />}
      end={(
        <>
          <Chip tone={doesNotCount.length > 0 ? "moment" : TONES[kind] ?? "plain"}>{said.kinds[kind]}</Chip>
          <span className="small muted num">{said.age(ageDays)}</span>
          <Act line={line} />
        </>
      )}
    />
  );
}

function ConfirmBar({ chosen }: { readonly chosen: readonly number[] }) {
  return (
    <SelectionBar actions={<Button type="submit">{chosen.length === 0 ? said.confirm.button : said.confirm.buttonOf(chosen.length)}</Button>}>
      {chosen.length === 0
        ? said.confirm.hint
        : <><b>{said.confirm.chosen(chosen.length, chosen.reduce((sum, minutes) => sum + minutes, 0))}</b> · {said.confirm.statement}</>}
    </SelectionBar>
  );
}

/** Of what can be confirmed as much as goes at once, and everything else. */
function shownOf(queue: Queue): { readonly shown: Queue; readonly left: number } {
  const confirmable = queue.filter((line) => line.confirm !== null);
  const tooMany = new Set(confirmable.slice(MAX_AT_ONCE));
  return { shown: queue.filter((line) => !tooMany.has(line)), left: tooMany.size };
}

/** Everything that waits, in one list: what can be confirmed is ticked and confirmed together, everything else has its own page. */
export function QueueList({ queue, chosenBefore }: { readonly queue: Queue; readonly chosenBefore: readonly string[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(chosenBefore));
  const choose = (reference: string | undefined) => (isChosen: boolean) => {
    if (reference !== undefined) setChosen((before) => new Set(isChosen ? [...before, reference] : [...before].filter((one) => one !== reference)));
  };
  const { shown, left } = shownOf(queue);
  const confirmable = shown.flatMap(({ confirm }) => (confirm === null ? [] : [confirm]));
  return (
    <>
      <Form method="post" action={paths.confirmWaiting()}>
        <Card title={said.list}>
          <ItemList label={said.list}>
            {shown.map((line) => <Line key={keyOf(line)} line={line} hasChoice={confirmable.length > 0} isChosen={chosenBefore.includes(line.confirm?.reference ?? "")} choose={choose(line.confirm?.reference)} />)}
          </ItemList>
          {left > 0 && <p className="small muted">{said.confirm.more(MAX_AT_ONCE, left)}</p>}
        </Card>
        {confirmable.length > 0 && <ConfirmBar chosen={confirmable.filter(({ reference }) => chosen.has(reference)).map(({ minutes }) => minutes)} />}
      </Form>
      {shown.filter(({ notices }) => notices.length > 0).map((line) => (
        <Form key={keyOf(line)} id={`seen-${keyOf(line)}`} method="post" action={paths.seeNotices()}>
          {line.notices.map((id) => <HiddenField key={id} name="notice" value={id} />)}
          <HiddenField name="from" value="waiting" />
        </Form>
      ))}
    </>
  );
}
