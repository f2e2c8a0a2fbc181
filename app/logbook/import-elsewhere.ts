import { readWordsBack, type TypedText } from "#app/platform/http/words-back.ts";

/** What happened meanwhile: another tab opened another file, or matched and answered this one otherwise; or the log did not hold still. */
const ELSEWHERE = ["another_file", "changed", "log_changed"] as const;
export type Elsewhere = (typeof ELSEWHERE)[number];

/** 409: the form is about what its page showed, and something else stands now; nothing was written. With what was typed into it. */
export function elsewhere(what: Elsewhere, typed: readonly TypedText[] = []): Response {
  return Response.json({ elsewhere: what, typed }, { status: 409 });
}

/** What such an answer says; undefined for any other. */
export function readElsewhere(data: unknown): { readonly what: Elsewhere; readonly typed: readonly TypedText[] } | undefined {
  if (typeof data !== "object" || data === null || !("elsewhere" in data)) return undefined;
  const what = ELSEWHERE.find((one) => one === data.elsewhere);
  return what && { what, typed: readWordsBack(data)?.typed ?? [] };
}
