import { Link } from "@remix-run/react";

import { ReflectionLines } from "#app/logbook/reflection-list.tsx";
import { CohortTable } from "#app/outcomes/cohort-page.tsx";
import { Card } from "#app/ui/card.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { ReadAloud, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { SeenBy, SeenItem } from "./model.ts";

const said = words.seen;

interface SeenPageProps {
  readonly seen: readonly SeenBy[];
  readonly unseen: { readonly reflections: number; readonly cases: number; readonly fellows: number };
}

/** Everybody who sees anything of the reader, and what; read off their own pages. */
export function SeenPage({ seen, unseen }: SeenPageProps) {
  return (
    <Stack gap="large">
      <PageHead kicker={<Link to={paths.reflections()}>{said.back}</Link>} title={said.title} lead={said.lead} />
      {seen.length === 0 && <Card><p>{said.none}</p></Card>}
      {seen.map((one) => <Viewer key={one.personId} {...one} />)}
      <Card title={said.fellows.title}><p>{said.fellows.text(unseen.fellows)}</p></Card>
      <Card title={said.others.title}><p>{said.others.text}</p></Card>
      <Card title={said.published.title}><p>{said.published.text} <Link to={paths.seenOfMe("published")}>{said.published.open}</Link></p></Card>
      <Card title={said.nobody.title}><p>{said.nobody.text(unseen)}</p></Card>
    </Stack>
  );
}

function Viewer({ name, roles, items, reflections, row }: SeenBy) {
  return (
    <Card title={said.as(name, roles.map((role) => said.roles[role]))}>
      <Stack gap="small">
        <ItemList label={said.as(name, roles.map((role) => said.roles[role]))}>{items.map((item) => <SeenLine key={item.addresses[0]} item={item} name={name} />)}</ItemList>
        {row && <CohortTable rows={[row]} isReadOnly />}
        {reflections.length > 0 && <Disclosure summary={said.items.reflections(reflections.length)}><ReflectionLines lines={reflections} label={said.items.reflections(reflections.length)} /></Disclosure>}
      </Stack>
    </Card>
  );
}

function SeenLine({ item: { text, details, to }, name }: { readonly item: SeenItem; readonly name: string }) {
  return (
    <Item title={text} {...(details.length === 0 ? {} : { detail: details.join("; ") })}
      {...(to === null ? {} : { end: <Link to={to}>{said.open}<ReadAloud>: {text}, {name}</ReadAloud></Link> })} />
  );
}
