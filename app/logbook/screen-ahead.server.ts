import { setImmediate as letOthersRun } from "node:timers/promises";

import { freeTextScreen, type Screening } from "./identifiers.ts";
import type { SentFile } from "./import/judge-files.ts";
import { readTemplate } from "./import/read-template.ts";
import { cell } from "./import/template.ts";
import { MAX_NOTE_CHARACTERS } from "./model.ts";

/** Notes that were screened already, against these names. */
export interface ScreenedAhead {
  readonly knownNames: readonly string[];
  readonly screenings: ReadonlyMap<string, Screening>;
}

/** Some tens of milliseconds for the costliest texts. */
const SIGNS_AT_ONCE = 20_000;

function notesOf(files: readonly SentFile[]): Set<string> {
  const rows = files.flatMap(({ text }) => {
    const read = readTemplate(text);
    return read.ok ? read.file.rows : [];
  });
  const notes = rows.flatMap((row) => [cell(row, "note"), cell(row, "reflection")]);
  return new Set(notes.filter((note) => note !== "" && note.length <= MAX_NOTE_CHARACTERS));
}

/**
 * Screens the notes of the files a few at a time, so that the server answers others in between: the verdicts that are
 * made afterwards, and inside the transaction that writes, find them done. Keeps nothing beyond what it returns.
 */
export async function screenAhead(files: readonly SentFile[], knownNames: readonly string[]): Promise<ScreenedAhead> {
  const screen = freeTextScreen(knownNames);
  const screenings = new Map<string, Screening>();
  let signs = 0;
  for (const note of notesOf(files)) {
    screenings.set(note, screen(note));
    signs += note.length;
    if (signs < SIGNS_AT_ONCE) continue;
    signs = 0;
    await letOthersRun();
  }
  return { knownNames, screenings };
}

/** What screening said ahead, where the same names may stay; any other text is screened when it is asked for. */
export function screenWith(ahead: ScreenedAhead, knownNames: readonly string[]): (text: string) => Screening {
  const screen = freeTextScreen(knownNames);
  const isAlike = JSON.stringify(ahead.knownNames) === JSON.stringify(knownNames);
  return (text) => (isAlike ? ahead.screenings.get(text) : undefined) ?? screen(text);
}
