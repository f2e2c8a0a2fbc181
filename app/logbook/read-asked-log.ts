import { z } from "zod";

import { ENTRY_KINDS } from "#app/pathway/model.ts";
import { isDay } from "#app/platform/clock.ts";

import { type AskedLog, LOG_STATES, WHOLE_LOG } from "./asked-log.ts";

const MAX_WORDS_CHARACTERS = 100;
const MAX_ID_CHARACTERS = 40;
const STAGES = 3;
const ROWS_A_PAGE = 50;
/** All is all: several imports fill a log beyond any number named here. */
const ALL_ROWS = Number.MAX_SAFE_INTEGER;

const dayField = z.string().refine(isDay).nullable().catch(null);

// An address that asks for what is not there asks for nothing.
const askedSchema = z.object({
  words: z.string().trim().min(1).max(MAX_WORDS_CHARACTERS).nullable().catch(null),
  kind: z.enum(ENTRY_KINDS).nullable().catch(null),
  client: z.string().min(1).max(MAX_ID_CHARACTERS).nullable().catch(null),
  state: z.enum(LOG_STATES).nullable().catch(null),
  stage: z.coerce.number().int().min(1).max(STAGES).nullable().catch(null),
  from: dayField, to: dayField,
});

const pageSchema = z.object({
  show: z.union([z.literal("all").transform(() => ALL_ROWS), z.coerce.number().int().min(ROWS_A_PAGE).max(ALL_ROWS)]).catch(ROWS_A_PAGE),
  print: z.literal("yes").optional().catch(undefined),
});

/** What an address asks for: which part of the log, how many rows of it, and whether to be printed. */
export function readAskedLog(query: URLSearchParams): { readonly asked: AskedLog; readonly show: number; readonly isPrinted: boolean } {
  const given = Object.fromEntries(query);
  const { show, print } = pageSchema.parse(given);
  // An empty field of the form asks for nothing; as a number it would be nought.
  const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  return { asked: askedSchema.parse({ ...WHOLE_LOG, ...told }), show, isPrinted: print === "yes" };
}

/** How many rows come with a press on "show more". */
export function nextShow(show: number): number {
  return show + ROWS_A_PAGE;
}
