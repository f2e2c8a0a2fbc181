import { Link } from "@remix-run/react";

import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { ReadAloud } from "#app/ui/layout.tsx";
import { words } from "#app/words/words.ts";

import type { EvidenceView, NumberLine } from "./view-model.ts";

const said = words.accreditation.evidence;

function Numbers({ lines, label }: { readonly lines: readonly NumberLine[]; readonly label: string }) {
  if (lines.length === 0) return null;
  return (
    <ItemList label={label}>
      {lines.map(({ key, title, figure, isMet, to }) => (
        <Item key={key} title={title} {...(to === null ? {} : { to })}
          end={<><b className="num">{figure}</b> <Chip tone={isMet ? "good" : "plain"} {...(isMet ? { icon: "check" } : {})}>{isMet ? said.met : said.notMet}</Chip></>} />
      ))}
    </ItemList>
  );
}

/** What a stage's decision rests on: its numbers, training, reviewed submissions and skills record; each opens. */
export function EvidenceCard({ title, evidence }: { readonly title: string; readonly evidence: EvidenceView }) {
  const { numbers, gates, submissions, skills } = evidence;
  return (
    <Card title={title}>
      <Numbers lines={numbers} label={said.numbers} />
      <Numbers lines={gates} label={said.gates} />
      <h3 className="small muted">{said.submissions}</h3>
      {submissions.length === 0
        ? <p className="muted">{said.noSubmission}</p>
        : <ItemList label={said.submissions}>{submissions.map(({ key, title: what, to }) => <Item key={key} icon="film" title={what} {...(to === null ? {} : { to })} />)}</ItemList>}
      <p className="small">{said.skills}: {skills.to === null ? <span className="muted">{skills.title}</span> : <Link to={skills.to}>{skills.title}<ReadAloud> ({said.skills})</ReadAloud></Link>}</p>
    </Card>
  );
}
