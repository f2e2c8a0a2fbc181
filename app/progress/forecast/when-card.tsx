import { Card } from "#app/ui/card.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { RangeAxis } from "#app/ui/range-axis.tsx";
import { words } from "#app/words/words.ts";

import type { WhenView } from "./when-view.ts";

const said = words.progress.ahead;

/** What the card says, also where it stands on a page of its own. */
export function WhenSaid({ view: { answers, axis, notes } }: { readonly view: WhenView }) {
  return (
    <Stack gap="small">
      {answers.length > 0 && <p>{answers.map(({ before, strong, after }) => <span key={before + strong}>{before}<b>{strong}</b>{after} </span>)}</p>}
      {axis && <RangeAxis {...axis} />}
      {notes.map((note) => <p key={note} className="small muted">{note}</p>)}
    </Stack>
  );
}

/** When each stage is likely, and what holds it up; the page that lays it open stands at `howAt`. */
export function WhenCard({ view, howAt }: { readonly view: WhenView; readonly howAt: string }) {
  return <Card title={said.title} more={{ to: howAt, text: said.how }}><WhenSaid view={view} /></Card>;
}
