import { z } from "zod";

import { FIELDS } from "./columns.ts";
import type { Choice } from "./layout.ts";
import type { Answers } from "./questions.ts";
import { seal, type SealKey, unseal } from "./seal.server.ts";

const choiceSchema = z.object({ sheet: z.int().min(0), header: z.int().min(0), columns: z.array(z.enum(FIELDS).nullable()) });
const stateSchema = z.object({
  choice: choiceSchema.nullable(), answers: z.record(z.string(), z.object({ choice: z.string(), text: z.string().optional() })),
  edition: z.int().min(0).default(0), matchedIn: z.int().min(0).default(0),
});

/** What was chosen and answered so far. */
export interface DraftState {
  readonly choice: Choice | null;
  readonly answers: Answers;
  /** Counts what was chosen or answered: a page knows by it what it showed. */
  readonly edition: number;
  /** The edition in which the columns were matched as they are: what was asked before it were other questions. */
  readonly matchedIn: number;
}

/** Of a file that nobody has looked at yet. */
export const NEW_STATE: DraftState = { choice: null, answers: {}, edition: 0, matchedIn: 0 };

/** The same columns as before keep the answers; with others everything is asked anew. */
export function matchedState(state: DraftState, choice: Choice): DraftState {
  const edition = state.edition + 1;
  return JSON.stringify(choice) === JSON.stringify(state.choice) ? state : { choice, answers: {}, edition, matchedIn: edition };
}

/** With these answers in place of what was answered to the same questions before. */
export function answeredState(state: DraftState, answers: Answers): DraftState {
  return { ...state, answers: { ...state.answers, ...answers }, edition: state.edition + 1 };
}

const STATE = "state";

/** Seals what was chosen and answered. */
export function sealState(state: DraftState, key: SealKey): string {
  return seal(state, key, STATE);
}

/** Opens it again. Throws where the key is another. */
export function openState(sealed: string, key: SealKey): DraftState {
  return stateSchema.parse(JSON.parse(unseal(sealed, key, STATE)));
}
