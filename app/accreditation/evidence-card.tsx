import { Link } from "@remix-run/react";

import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { Item, ItemList } from "#app/ui/item-list.tsx";
import { ReadAloud, Stack } from "#app/ui/layout.tsx";
import { words } from "#app/words/words.ts";

import type { EvidenceView, NumberLine } from "./view-model.ts";

const said = words.accreditation.evidence;

function Numbers({ lines, label }: { readonly lines: readonly NumberLine[]; readonly label: string }) {
  if (lines.length === 0) return null;
  return (
    <ItemList label={label}>
      {lines.map(({ key, title, figure, isMet, to }) => (
        <Item key={key} title={said.number(title, figure)} {...(to === null ? {} : { to })} {...(isMet ? {} : { end: <Chip>{said.notMet}</Chip> })} />
      ))}
    </ItemList>
  );
}

/** What a stage's decision rests on: its numbers, training, reviewed submissions and skills record; each opens. */
export function EvidenceCard({ title, evidence }: { readonly title: string; readonly evidence: EvidenceView }) {
  const { numbers, gates, submissions, skills } = evidence;
  return (
    <Card title={title}>
      <Stack>
        <Numbers lines={numbers} label={said.numbers} />
        <Numbers lines={gates} label={said.gates} />
        <div>
          <h3>{said.submissions}</h3>
          {submissions.length === 0
            ? <p className="muted">{said.noSubmission}</p>
            : <ItemList label={said.submissions}>{submissions.map(({ key, title: what, to }) => <Item key={key} title={what} {...(to === null ? {} : { to })} />)}</ItemList>}
        </div>
        <div>
          <h3>{said.skills}</h3>
          {skills.to === null ? <p className="muted">{skills.title}</p> : <p><Link to={skills.to}>{skills.title}<ReadAloud> ({said.skills})</ReadAloud></Link></p>}
        </div>
      </Stack>
    </Card>
  );
}
