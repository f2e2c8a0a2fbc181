import { Form } from "@remix-run/react";

import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { formatMoment } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { NoticeLine } from "./notice-view.ts";

const said = words.notices;
/** What is to be done stands below what is new: so only the latest stand open. */
const SHOWN = 3;

interface SeenFormProps {
  readonly lines: readonly NoticeLine[];
  readonly label?: string;
  readonly from: "waiting" | undefined;
}

function SeenForm({ lines, label, from }: SeenFormProps) {
  return (
    <Form method="post" action={paths.seeNotices()}>
      {lines.map(({ id }) => <HiddenField key={id} name="notice" value={id} />)}
      {from !== undefined && <HiddenField name="from" value={from} />}
      <Button look="quiet" small icon="check" {...(label === undefined ? {} : { label })}>{label === undefined ? said.allSeen : said.seen}</Button>
    </Form>
  );
}

function Notices({ lines, from }: NoticeListProps) {
  return (
    <ItemList>
      {lines.map((line) => (
        <Item key={line.id} icon="talk" title={line.sentence} {...(line.to === null ? {} : { to: line.to })} detail={formatMoment(line.at)}
          end={<SeenForm lines={[line]} label={said.seenOf(line.sentence)} from={from} />} />
      ))}
    </ItemList>
  );
}

interface NoticeListProps {
  readonly lines: readonly NoticeLine[];
  /** Where the page is that shows them, if it is not the reader's home: they stay there. */
  readonly from?: "waiting" | undefined;
}

/** What somebody was told and has not seen yet; nothing where there is nothing. */
export function NoticeList({ lines, from }: NoticeListProps) {
  if (lines.length === 0) return null;
  return (
    <Card title={said.heading(lines.length)}>
      <Stack>
        <Notices lines={lines.slice(0, SHOWN)} from={from} />
        {lines.length > SHOWN && <Disclosure summary={said.earlier(lines.length - SHOWN)}><Notices lines={lines.slice(SHOWN)} from={from} /></Disclosure>}
        {lines.length > 1 && <SeenForm lines={lines} from={from} />}
      </Stack>
    </Card>
  );
}
