import { systemClock } from "#app/platform/clock.ts";
import { paths } from "#app/ui/paths.ts";

import { type Answer, readAnswer } from "./answer.ts";
import { drop, keep, listKept } from "./device.ts";
import { type Kept, sendable } from "./kept.ts";

/** Where entries wait on the device, as `device.ts` files them. */
export function waitingOf(account: string) {
  return { account, kind: "waiting", place: paths.newCycle() } as const;
}

async function send(account: string, { id, fields }: Kept): Promise<Answer> {
  const body = new URLSearchParams([...fields.map(([name, value]): [string, string] => [name, value]), ["requestId", id], ["account", account]]);
  try {
    // Not followed: somebody who is not signed in is sent on, and the entry goes on waiting.
    const answer = await fetch(paths.keptCycle(), { method: "POST", body, headers: { accept: "application/json" }, redirect: "manual" });
    // Whatever stands between may answer in its own way: then the status is all there is.
    return readAnswer(answer.status, await answer.json().catch(() => undefined));
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
