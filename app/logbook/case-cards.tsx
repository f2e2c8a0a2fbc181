import { Link } from "@remix-run/react";

import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { paths } from "#app/ui/paths.ts";
import { Timeline } from "#app/ui/timeline.tsx";
import { words } from "#app/words/words.ts";

import type { CaseNext } from "./case-story.ts";
import type { CaseView, StoryItem, StoryLink } from "./case-view.ts";
import type { Client } from "./model.ts";

const { story: said, next: nextSaid, labels, close } = words.cases;

/** Whether a cycle counts, as a chip. */
export interface CycleStanding {
  readonly text: string;
  readonly tone: "good" | "moment" | "plain";
}

interface StoryProps {
  readonly client: Client;
  readonly view: CaseView;
  readonly standings: Readonly<Record<string, CycleStanding>>;
  readonly links: Readonly<Record<string, readonly StoryLink[]>>;
}

/** The story of the work, the first first. */
export function StoryCard({ client, view, standings, links }: StoryProps) {
  return (
    <Card title={said.title} {...(client.cycles === 0 ? {} : { more: { to: `${paths.log()}?client=${client.id}`, text: said.toLog } })}>
      <Stack>
        {view.helpingQuestion !== null && (
          <blockquote className="quote"><span className="small muted">{said.question}</span><br />{view.helpingQuestion}</blockquote>
        )}
        <Timeline label={said.label} items={view.items.map((item) => ({
          key: item.key, when: item.day,
          title: <Title item={item} standing={item.entryId === null ? undefined : standings[item.entryId]} />,
          children: <Told item={item} links={item.entryId === null ? [] : links[item.entryId] ?? []} />,
        }))} />
      </Stack>
    </Card>
  );
}

function Title({ item, standing }: { readonly item: StoryItem; readonly standing: CycleStanding | undefined }) {
  if (item.entryId === null) return item.title;
  return <><Link to={paths.entry(item.entryId)}>{item.title}</Link> {standing && <Chip tone={standing.tone}>{standing.text}</Chip>}</>;
}

function Told({ item, links }: { readonly item: StoryItem; readonly links: readonly StoryLink[] }) {
  return (
    <>
      {item.lines.length > 0 && <p>{item.lines.join(" ")}</p>}
      {item.quotes.map(({ label, text }) => <blockquote key={label} className="quote as-written"><span className="small muted">{label}</span><br />{text}</blockquote>)}
      {links.length > 0 && <ul className="bullets small">{links.map(({ text, to }) => <li key={to}><Link to={to}>{text}</Link></li>)}</ul>}
    </>
  );
}

/** What comes next in the case, with the one button for it. */
export function CaseNextCard({ client, view: { next, nextSteps } }: Pick<StoryProps, "client" | "view">) {
  return (
    <Card title={nextSaid.title}>
      <Stack gap="small">
        <Next client={client} next={next} />
        {nextSteps !== null && <blockquote className="quote as-written"><span className="small muted">{labels.nextSteps}</span><br />{nextSteps}</blockquote>}
      </Stack>
    </Card>
  );
}

function Next({ client, next }: { readonly client: Client; readonly next: CaseNext }) {
  switch (next.kind) {
    case "film": return <p>{nextSaid.film}</p>;
    case "another": return <p>{nextSaid.another}</p>;
    case "review": return <><p>{nextSaid.review(next.day)}</p><p><ButtonLink to={paths.changeEntry(next.cycleId)}>{nextSaid.addReview}</ButtonLink></p></>;
    case "close": return <><p>{nextSaid.close}</p><p><ButtonLink to={paths.closeCase(client.id)}>{close.action}</ButtonLink></p></>;
    case "closed": return <Closed client={client} next={next} />;
  }
}

function Closed({ client, next }: { readonly client: Client; readonly next: Extract<CaseNext, { kind: "closed" }> }) {
  const left = [...(next.copiesLeft ? [nextSaid.copiesLeft] : []), ...(next.originalsLeft ? [nextSaid.originalsLeft] : [])];
  return (
    <>
      <p>{nextSaid.closed(next.day)}</p>
      {left.length > 0 && <p>{left.join(" ")} <Link to={paths.closeCase(client.id)}>{nextSaid.putRight}</Link></p>}
    </>
  );
}
