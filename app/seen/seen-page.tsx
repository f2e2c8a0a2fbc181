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
  const title = said.as(name, roles.map((role) => said.roles[role]));
  return (
    <Card title={title}>
      <Stack gap="small">
        <ItemList label={title}>{items.map((item) => <SeenLine key={item.addresses[0]} item={item} name={name} reflections={reflections} />)}</ItemList>
        {row && <CohortTable rows={[row]} isReadOnly />}
      </Stack>
    </Card>
  );
}

function Details({ item: { kind, text, details }, reflections }: { readonly item: SeenItem } & Pick<SeenBy, "reflections">) {
  if (kind === "reflections") return <ReflectionLines lines={reflections} label={text} />;
  return <ul className="bullets">{details.map((one) => <li key={one.to}><Link to={one.to}>{one.text}</Link></li>)}</ul>;
}

function SeenLine({ item, name, reflections }: { readonly item: SeenItem; readonly name: string } & Pick<SeenBy, "reflections">) {
  const { text, to, kind, details } = item;
  const isFolded = kind === "reflections" || details.length > 0;
  return (
    <Item title={isFolded ? <Disclosure summary={text}><Details item={item} reflections={reflections} /></Disclosure> : text}
      {...(to === null ? {} : { end: <Link to={to}>{said.open}<ReadAloud>: {text}, {name}</ReadAloud></Link> })} />
  );
}
