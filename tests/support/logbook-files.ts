import { readFileSync } from "node:fs";

import { findHeader, guessColumns } from "#app/logbook/import/columns.ts";
import type { ImportContext, KnownClient, KnownPerson } from "#app/logbook/import/context.ts";
import { decodeFile } from "#app/logbook/import/decode-file.ts";
import type { PartKind } from "#app/logbook/import/draft.ts";
import { judgeSheet } from "#app/logbook/import/judge.ts";
import type { Judged, PartVerdict } from "#app/logbook/import/verdicts.ts";
import type { Choice } from "#app/logbook/import/layout.ts";
import type { Answers } from "#app/logbook/import/questions.ts";
import { readCsv } from "#app/logbook/import/read-csv.ts";
import { type Cell, type Sheet, textOf } from "#app/logbook/import/table.ts";

/** The bytes of a file of the tidy sample logbook: 20 cycles, 17 supervision and 3 peer supervision sessions of one trainee. */
export function tidyFile(name: "cycles" | "supervision" | "peer-supervision"): Uint8Array {
  return readFileSync(new URL(`../fixtures/logbook-tidy/${name}.csv`, import.meta.url));
}

/** The bytes of a file of the messy sample logbook: the same 42 rows with commas, with semicolons, and as a workbook. */
export function messyFile(name: "comma.csv" | "semicolon.csv" | "workbook.xlsx"): Uint8Array {
  return readFileSync(new URL(`../fixtures/logbook-messy/${name}`, import.meta.url));
}

/** The one sheet of a file of text. */
export function sheetOf(bytes: Uint8Array): Sheet {
  const sheet = readCsv(decodeFile(bytes) ?? "");
  if (!sheet) throw new Error("the file could not be read");
  return sheet;
}

/** A sheet with that header and those rows, empty where a row says nothing. */
export function sheetWith<H extends string>(header: readonly H[], rows: readonly Partial<Record<H, Cell>>[]): Sheet {
  return { name: "", rows: [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))] };
}

/** What is read of a sheet where nobody corrects the guess. */
export function guessedChoice(sheet: Sheet): Choice {
  const header = findHeader(sheet.rows.map((row) => row.map(textOf))) ?? 0;
  return { sheet: 0, header, columns: guessColumns((sheet.rows[header] ?? []).map(textOf)) };
}

/** The verdicts on a sheet whose columns are as guessed. */
export function judged(sheet: Sheet, context: ImportContext, answers: Answers = {}): Judged {
  return judgeSheet(sheet, guessedChoice(sheet), context, answers);
}

/** Every entry of the sheet with its row, in their order. */
export function partsOf({ verdicts }: Judged): (PartVerdict & { readonly row: number })[] {
  return verdicts.flatMap(({ row, parts }) => parts.map((part) => ({ row, ...part })));
}

/** The codes of what is said of that row's entry (of the row's only one where none is named), after its outcome. */
export function saidOf({ verdicts }: Judged, row: number, part?: PartKind): string {
  const found = verdicts.find((v) => v.row === row)?.parts.find((p) => part === undefined || p.part === part);
  return found ? [found.outcome, ...found.reasons.map((reason) => reason.code)].join(" ") : "";
}

const person = (id: string, name: string, email: string, over: Partial<KnownPerson> = {}): KnownPerson => ({ id, name, email, isExternal: false, verifiedOn: null, ...over });

/** A client of the trainee's, as the rules of importing know one. */
export function knownClient(id: string, code: string, over: Partial<KnownClient> = {}): KnownClient {
  return { id, code, lastDay: null, cycles: 0, openedOn: "2025-02-01", opensWithFilm: true, closedOn: null, ...over };
}

/** Everybody whom the sample logbooks name; today is 21 November 2026, and nothing is logged yet. */
export function importContext(over: Partial<ImportContext> = {}): ImportContext {
  return {
    today: "2026-11-21", startedOn: "2025-02-01", trainee: person("me", "Rhona Test", "rhona.test@example.org"), clients: [],
    supervisors: [
      person("mairi", "Mairi McLeod", "mairi.mcleod@example.org"),
      person("agnieszka", "Agnieszka Wiśniewska-Reid", "agnieszka.wisniewska-reid@example.org"),
      person("harpreet", "Harpreet Kaur Sandhu", "Harpreet.Sandhu@example.scot"),
      person("hanneke", "Hanneke de Vries", "hanneke.devries@example.net", { isExternal: true }),
      person("ewa", "Ewa Kaczmarek", "ewa.kaczmarek@example.net", { isExternal: true, verifiedOn: "2026-02-02" }),
    ],
    fellowTrainees: [
      person("tomasz", "Tomasz Zieliński", "tomasz.zielinski@example.org"), person("nadia", "Nadia Hussain", "nadia.hussain@example.scot"),
      person("eilidh", "Eilidh Buchanan", "eilidh.buchanan@example.scot"), person("rhys", "Rhys Llywelyn", "rhys.llywelyn@example.org"),
    ],
    knownNames: ["Rhona Test", "Mairi McLeod", "Agnieszka Wiśniewska-Reid", "Harpreet Kaur Sandhu", "Hanneke de Vries", "Ewa Kaczmarek", "Tomasz Zieliński", "Nadia Hussain", "Eilidh Buchanan", "Rhys Llywelyn"],
    logged: [], knownRows: new Map(), fingerprint: (text) => `f:${text}`, ...over,
  };
}
