import { systemClock } from "#app/platform/clock.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import { drop, keep, listKept } from "./device.ts";
import { type Kept, sendable } from "./kept.ts";

/** What the portal says to an entry that waited: taken, refused with its reasons, or nothing that could be used. */
type Answer = { readonly is: "saved" } | { readonly is: "refused"; readonly texts: readonly string[] } | { readonly is: "unanswered" };

/** Where entries wait on the device, as `device.ts` files them. */
export function waitingOf(account: string) {
  return { account, kind: "waiting", place: paths.newCycle() } as const;
}

function textsIn(said: unknown): readonly string[] {
  const found: unknown = typeof said === "object" && said !== null && "refused" in said ? said.refused : [];
  const texts = Array.isArray(found) ? found.filter((text) => typeof text === "string") : [];
  // Without any it would be taken for one that was never sent.
  return texts.length > 0 ? texts : [words.offline.waiting.refusedWithout];
}

async function send(account: string, { id, fields }: Kept): Promise<Answer> {
  const body = new URLSearchParams([...fields.map(([name, value]): [string, string] => [name, value]), ["requestId", id], ["account", account]]);
  try {
    // Not followed: somebody who is not signed in is sent on, and the entry goes on waiting.
    const answer = await fetch(paths.keptCycle(), { method: "POST", body, redirect: "manual" });
    if (answer.status === 200) return { is: "saved" };
    // Asked again it would be refused again, until its time is over.
    if (answer.status === 413) return { is: "refused", texts: [words.offline.waiting.tooLong] };
    return answer.status === 400 || answer.status === 409 ? { is: "refused", texts: textsIn(await answer.json()) } : { is: "unanswered" };
  } catch {
    return { is: "unanswered" };
  }
}

/** True where it may go on with the next one. */
async function settle(account: string, entry: Kept, answer: Answer): Promise<boolean> {
  if (answer.is === "saved") await drop(entry.id);
  if (answer.is === "refused") await keep(waitingOf(account), { ...entry, refusals: answer.texts });
  return answer.is !== "unanswered";
}

/** What became of the entries that waited. */
export interface WaitingState {
  /** How many the portal took just now. */
  readonly saved: number;
  readonly waiting: readonly Kept[];
}

/**
 * Sends the entries of that account that wait on this device, one after the other; one tab at a time. The portal takes each once under
 * its id, and none under another account. What it refuses stays, with why.
 */
export async function sendWaiting(account: string): Promise<WaitingState> {
  return navigator.locks.request("attune-waiting", async () => {
    let saved = 0;
    for (const entry of sendable(await listKept(waitingOf(account)), systemClock())) {
      const answer = await send(account, entry);
      if (answer.is === "saved") saved += 1;
      if (!await settle(account, entry, answer)) break;
    }
    return { saved, waiting: await listKept(waitingOf(account)) };
  });
}

/** Takes one of them out of the row, to be looked at in the form: it is text that somebody typed from here on. */
export async function openInForm(account: string, entry: Kept): Promise<void> {
  await keep({ ...waitingOf(account), kind: "typed" }, { ...entry, fields: [...entry.fields, ["requestId", entry.id]], refusals: [] });
}
