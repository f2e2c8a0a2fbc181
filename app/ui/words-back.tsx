import { useId } from "react";

import type { TypedText } from "#app/platform/http/words-back.ts";
import { words } from "#app/words/words.ts";

import { Card } from "./card.tsx";
import { Stack } from "./layout.tsx";

const MOST_ROWS = 14;
const SIGNS_IN_A_ROW = 70;

function rowsOf(text: string): number {
  const rows = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / SIGNS_IN_A_ROW), 0);
  return Math.min(Math.max(rows, 2), MOST_ROWS);
}

function OneBack({ label, text }: TypedText) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}</label>
      <textarea id={id} className="input input-full" rows={rowsOf(text)} readOnly value={text} />
    </div>
  );
}

/** What somebody had typed into a form that can be sent no more, to be read and copied; nothing where they had typed nothing. */
export function WordsBack({ typed }: { readonly typed: readonly TypedText[] }) {
  if (typed.length === 0) return null;
  return (
    <Card title={words.common.wordsBack.title}>
      <Stack gap="small">
        <p className="small muted">{words.common.wordsBack.text}</p>
        {typed.map((one) => <OneBack key={one.label} {...one} />)}
      </Stack>
    </Card>
  );
}
