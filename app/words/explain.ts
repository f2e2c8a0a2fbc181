/** What a refused act answers: the status, the sentence, and the form field it belongs to, if any. */
export interface Explanation {
  readonly status: 400 | 409;
  readonly text: string;
  readonly field?: string;
}

/** Every code with which a rule says no. A command's codes are members of this union. */
export const CODES = [
  "changed_meanwhile",
  "already_done",
  "not_allowed",
] as const;
export type Code = (typeof CODES)[number];

const EXPLANATIONS = {
  changed_meanwhile: { status: 409, text: "Somebody changed this while you had it open. Below is what stands now: look again, then save." },
  already_done: { status: 409, text: "This was done already, so nothing was changed." },
  not_allowed: { status: 409, text: "This can no longer be done. Go back and look at what stands now." },
} as const satisfies Record<Code, Explanation>;

/** The text, status and field for a rule's code. Closed: a code without a text does not compile. */
export function explain(code: Code): Explanation {
  return EXPLANATIONS[code];
}
