import { z } from "zod";

import { badRequest } from "#app/platform/http/responses.ts";
import type { TypedText } from "#app/platform/http/words-back.ts";
import { words } from "#app/words/words.ts";

import type { Sent } from "./import/answers.ts";
import { type Columns, FIELDS } from "./import/columns.ts";
import type { Choice } from "./import/layout.ts";
import type { Answer } from "./import/questions.ts";
import { MAX_IMPORT_COLUMNS, MAX_IMPORT_ROWS } from "./import/table.ts";

async function textsOf(request: Request): Promise<Map<string, string>> {
  const form = await request.formData().catch((): never => { throw badRequest(); });
  return new Map([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

function whole(text: string | null | undefined, most: number): number | null {
  return text !== null && text !== undefined && /^\d{1,6}$/.test(text) && Number(text) < most ? Number(text) : null;
}

/** The sheet and the header row (counted from 1, as a spreadsheet shows it) that an address asks for; null for what it does not say. */
export function askedPlace(request: Request): { readonly sheet: number | null; readonly header: number | null } {
  const query = new URL(request.url).searchParams;
  const header = whole(query.get("header"), MAX_IMPORT_ROWS + 1);
  return { sheet: whole(query.get("sheet"), MAX_IMPORT_COLUMNS), header: header === null || header === 0 ? null : header - 1 };
}

/** The columns as somebody matched them; null where a field is none. Throws 400 for any other form. */
export async function readColumnsForm(request: Request): Promise<Choice | null> {
  const texts = await textsOf(request);
  const [sheet, header] = [whole(texts.get("sheet"), MAX_IMPORT_COLUMNS), whole(texts.get("header"), MAX_IMPORT_ROWS)];
  if (sheet === null || header === null) throw badRequest();
  const typed = Array.from({ length: MAX_IMPORT_COLUMNS }, (_, i) => texts.get(`column${String(i)}`)).filter((text) => text !== undefined);
  const columns: Columns = typed.map((text) => FIELDS.find((field) => field === text) ?? null);
  return typed.every((text, i) => text === "" || columns[i] !== null) ? { sheet, header, columns } : null;
}

const shownSchema = z.object({ choice: z.string(), text: z.string().optional() });

function shownAnswer(text: string | undefined): Answer | null {
  try {
    return shownSchema.safeParse(JSON.parse(text ?? "")).data ?? null;
  } catch {
    return null;
  }
}

/** The texts that were typed into a form of answers, for one that can be sent no more. */
export async function typedAnswers(request: Request): Promise<TypedText[]> {
  const texts = Object.values(await readAnswersForm(request)).map(({ text }) => text).filter((text) => text.trim() !== "");
  return texts.map((text, n) => ({ label: words.imports.elsewhere.typed(n + 1), text }));
}

/** What a form answers to questions, by their ids. */
export async function readAnswersForm(request: Request): Promise<Record<string, Sent>> {
  const texts = await textsOf(request);
  const ids = new Set([...texts.keys()].flatMap((name) => /^[qt]-(.+)$/.exec(name)?.[1] ?? []));
  return Object.fromEntries([...ids].map((id) => [id, { choice: texts.get(`q-${id}`) ?? null, text: texts.get(`t-${id}`) ?? "", shown: shownAnswer(texts.get(`was-${id}`)) }]));
}
