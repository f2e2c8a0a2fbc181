import { words } from "#app/words/words.ts";

const { unread } = words.offline.refusals;

/** What the portal says to an entry that waited: taken, refused with its reasons, or nothing that could be used yet. */
export type Answer = { readonly is: "saved" } | { readonly is: "refused"; readonly texts: readonly string[] } | { readonly is: "unanswered" };

/** Why an entry is not taken, as the portal's answer names it. */
export const KEPT_CODES = { form: "asked_back", conflict: "conflict", otherAccount: "other_account", noLog: "no_log" } as const;

const UNREAD: Readonly<Record<string, string>> = { size: unread.size, form: unread.form, type: unread.type };
/** Answers that another try may better: not signed in, too slow, too many at once. */
const TRY_AGAIN: ReadonlySet<number> = new Set([401, 408, 425, 429]);

function partOf(said: unknown, name: string): unknown {
  return typeof said === "object" && said !== null ? Object.entries(said).find(([key]) => key === name)?.[1] : undefined;
}

function textsOf(status: number, said: unknown): readonly string[] {
  const code = partOf(said, "code");
  const own = typeof code === "string" ? UNREAD[code] : undefined;
  if (own !== undefined) return [own];
  const found = partOf(said, "refused");
  const texts = Array.isArray(found) ? found.filter((text) => typeof text === "string") : [];
  // Without any it would be taken for one that was never sent.
  return texts.length > 0 ? texts : [status === 413 ? unread.size : unread.other(status)];
}

/** True where the answer is about who is signed in, and the entry goes on waiting for its own account. */
function isOfAnother(said: unknown): boolean {
  return partOf(said, "code") === KEPT_CODES.otherAccount;
}

/** What an answer means for the entry: `said` is what its body held as JSON, undefined where that was none. A redirection that is not followed has the status 0. */
export function readAnswer(status: number, said: unknown): Answer {
  if (status === 200) return { is: "saved" };
  if (status < 400 || status >= 500 || TRY_AGAIN.has(status) || isOfAnother(said)) return { is: "unanswered" };
  return { is: "refused", texts: textsOf(status, said) };
}
