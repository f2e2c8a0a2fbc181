import { createHmac } from "node:crypto";

import { z } from "zod";

import type { Task } from "#app/platform/workers.server.ts";

import { type Answering, type ReadAnswers, readAnswers, type Sent } from "./answers.ts";
import { type Columns, type Field, findHeader, guessColumns, headerKey } from "./columns.ts";
import type { ImportContext, ImportFacts } from "./context.ts";
import { learnFile } from "./file-facts.ts";
import { judgeSheet } from "./judge.ts";
import type { Judged } from "./verdicts.ts";
import { type Choice, layOutSheet } from "./layout.ts";
import type { LookedSheet, ShownColumn } from "./looked.ts";
import { isWordedWell } from "./part-reader.ts";
import type { Answers } from "./questions.ts";
import { type FileProblem, readFile } from "./read-file.server.ts";
import { refusedRows } from "./refused.ts";
import { seal, type SealKey, unseal } from "./seal.server.ts";
import { type Sheet, shownText, textOf } from "./table.ts";
import { csvText } from "./template.ts";

/** A file on its way in, as the worker opens it. */
export interface SealedFile {
  readonly sealed: string;
  readonly seal: SealKey;
}

/** What judging a file leans on; the fingerprints' key is the trainee's own. */
export interface Judging extends SealedFile {
  readonly choice: Choice;
  readonly answers: Answers;
  readonly facts: ImportFacts;
  readonly fingerprintKey: string;
}

/** Where to look in a file: a sheet and its header, guessed where they are not told, and what the trainee's columns held before. */
export interface Looking extends SealedFile {
  readonly sheet: number | null;
  readonly header: number | null;
  readonly remembered: ReadonlyMap<string, Field | null>;
  readonly fingerprintKey: string;
}

/** A sheet and its columns, for the page that matches them. */
export interface Looked extends LookedSheet {
  readonly columns: readonly ShownColumn[];
  readonly guess: Columns;
}

/** Everything that is done with a file beside the server. */
export type ImportJob =
  | { readonly do: "read"; readonly bytes: Uint8Array; readonly name: string; readonly seal: SealKey }
  | ({ readonly do: "look" } & Looking)
  | ({ readonly do: "judge" } & Judging)
  | ({ readonly do: "answer"; readonly sent: Readonly<Record<string, Sent>> } & Judging)
  | ({ readonly do: "refused" } & Judging);

/** The file sealed, or why it is not taken. */
export type ReadResult = { readonly ok: true; readonly sealed: string } | { readonly ok: false; readonly problem: FileProblem };

type ImportTask<K extends ImportJob["do"], Output> = Task<Extract<ImportJob, { do: K }>, Output>;
const IN_WORKER = { program: "import-worker" } as const;

/** Reads the bytes of a file and seals its sheets. */
export const READ: ImportTask<"read", ReadResult> = IN_WORKER;
/** Shows a sheet and its columns, with a guess at what they hold. */
export const LOOK: ImportTask<"look", Looked> = IN_WORKER;
/** The verdict on every row. */
export const JUDGE: ImportTask<"judge", Judged> = IN_WORKER;
/** Which of the answers that were sent can stand. */
export const ANSWER: ImportTask<"answer", ReadAnswers> = IN_WORKER;
/** The refused rows, as the text of a file. */
export const REFUSED: ImportTask<"refused", string> = IN_WORKER;

const FILE = "file";
const cellSchema = z.union([z.string(), z.number(), z.object({ day: z.string() }), z.object({ minutes: z.number() })]);
const sheetsSchema = z.array(z.object({ name: z.string(), rows: z.array(z.array(cellSchema)) }));

function openFile({ sealed, seal: key }: SealedFile): Sheet[] {
  return sheetsSchema.parse(JSON.parse(unseal(sealed, key, FILE)));
}

/** Keyed fingerprints of this trainee's rows and column names: HMAC-SHA-256 in hex. */
function fingerprinter(key: string): (text: string) => string {
  return (text) => createHmac("sha256", key).update(text).digest("hex");
}

/** The fingerprint of a column's name. */
export function columnFingerprint(key: string, name: string): string {
  return fingerprinter(key)(`column\n${headerKey(name)}`);
}

async function read({ bytes, name, seal: key }: Extract<ImportJob, { do: "read" }>): Promise<ReadResult> {
  const file = await readFile(Buffer.from(bytes), name);
  return file.ok ? { ok: true, sealed: seal(file.sheets, key, FILE) } : file;
}

const SAMPLES = 3;
const MAX_SAMPLE_CHARACTERS = 30;

function samplesOf({ rows }: Sheet, header: number, column: number): string[] {
  const texts: string[] = [];
  for (let row = header + 1; row < rows.length && texts.length < SAMPLES; row += 1) {
    const text = textOf(rows[row]?.[column]);
    if (text !== "" && !texts.includes(text)) texts.push(text);
  }
  return texts.map((text) => shownText(text, MAX_SAMPLE_CHARACTERS));
}

function bestSheet(sheets: readonly Sheet[]): number {
  const found = sheets.findIndex((sheet) => findHeader(sheet.rows.map((row) => row.map(textOf))) !== null);
  return Math.max(0, found);
}

function look(job: Looking): Looked {
  const sheets = openFile(job);
  const at = job.sheet !== null && job.sheet < sheets.length ? job.sheet : bestSheet(sheets);
  const sheet = sheets[at] ?? { name: "", rows: [] };
  const found = findHeader(sheet.rows.map((row) => row.map(textOf)));
  const header = job.header !== null && job.header < sheet.rows.length ? job.header : (found ?? 0);
  const width = Math.max(0, ...sheet.rows.slice(header).map((row) => row.length));
  const names = Array.from({ length: width }, (_, column) => textOf(sheet.rows[header]?.[column]));
  const columns = names.map((name, column) => ({ name, samples: samplesOf(sheet, header, column) }));
  return {
    sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })), sheet: at, header, hasHeader: found !== null, columns,
    guess: guessColumns(names, (key) => job.remembered.get(columnFingerprint(job.fingerprintKey, key))),
  };
}

interface Opened {
  readonly sheet: Sheet;
  readonly context: ImportContext;
  readonly judged: Judged;
}

function judge(job: Judging): Opened {
  const sheet = openFile(job)[job.choice.sheet] ?? { name: "", rows: [] };
  const context = { ...job.facts, fingerprint: fingerprinter(job.fingerprintKey) };
  return { sheet, context, judged: judgeSheet(sheet, job.choice, context, job.answers) };
}

function answer(job: Extract<ImportJob, { do: "answer" }>): ReadAnswers {
  const { sheet, context, judged } = judge(job);
  const facts = learnFile(layOutSheet(sheet, job.choice), {}, context, job.answers);
  const answering: Answering = { ...context, isWordedWell: (text) => isWordedWell(text, facts) };
  return readAnswers(judged.questions, (id) => job.sent[id] ?? null, answering);
}

function refused(job: Judging): string {
  const { sheet, judged } = judge(job);
  return csvText(refusedRows(sheet, job.choice, judged));
}

/** Does one job. In the worker, and in tests of what it does. */
export async function doJob(job: ImportJob): Promise<unknown> {
  switch (job.do) {
    case "read": return read(job);
    case "look": return look(job);
    case "judge": return judge(job).judged;
    case "answer": return answer(job);
    case "refused": return refused(job);
  }
}
