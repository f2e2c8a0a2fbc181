import type { Instant } from "#app/platform/clock.ts";

import { isExpired, type Kept, type TypedFields } from "./kept.ts";
import { ask, write } from "./store.ts";

const LAST_ACCOUNT = "last-account";
const IV_BYTES = 12;

/** What a row is: the fields of a form that was not sent yet, or an entry that waits for a connection. */
export type KeptKind = "typed" | "waiting";

/** A row as it lies on the device. Whose it is, what kind and since when can be read; what it says cannot. */
interface Row {
  readonly id: string;
  readonly account: string;
  readonly kind: KeptKind;
  /** The address that the form is sent to, without its query. */
  readonly place: string;
  readonly keptAt: Instant;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** Whose it is and where it belongs. */
export type Belonging = Pick<Row, "account" | "kind" | "place">;

/** Whether this browser can seal anything at all: over plain http, and in some private windows, it cannot. */
export function canKeep(): boolean {
  return window.isSecureContext && "indexedDB" in window && "locks" in navigator;
}

async function knownKey(account: string): Promise<CryptoKey | null> {
  const found: unknown = await ask<unknown>("key", (keys) => keys.get(account));
  return found instanceof CryptoKey ? found : null;
}

/** The key of that account on this device; made once, and never to be taken out of the browser. */
async function keyOf(account: string): Promise<CryptoKey> {
  const known = await knownKey(account);
  if (known !== null) return known;
  const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  // Two tabs may come here at once: the first key stands.
  await write("key", (keys) => {
    const asked = keys.get(account);
    asked.onsuccess = () => { if (!(asked.result instanceof CryptoKey)) keys.put(fresh, account); };
  });
  const kept = await knownKey(account);
  if (kept === null) throw new Error("the device's store keeps no key");
  return kept;
}

function boundTo({ id, account, kind, place, keptAt }: Omit<Row, "iv" | "sealed">): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([id, account, kind, place, keptAt]));
}

function isRow(found: unknown): found is Row {
  return typeof found === "object" && found !== null && "sealed" in found && found.sealed instanceof ArrayBuffer && "iv" in found && "id" in found && "account" in found && "keptAt" in found;
}

function isTyped(found: unknown): found is Pick<Kept, "fields" | "refusals"> {
  return typeof found === "object" && found !== null && "fields" in found && Array.isArray(found.fields) && "refusals" in found && Array.isArray(found.refusals);
}

/** Seals it and puts it down, in place of what stood under its id. */
export async function keep(belonging: Belonging, { id, keptAt, fields, refusals }: Kept): Promise<void> {
  const at = { id, keptAt, ...belonging };
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const text = new TextEncoder().encode(JSON.stringify({ fields, refusals }));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: boundTo(at) }, await keyOf(belonging.account), text);
  const row = { ...at, iv, sealed } satisfies Row;
  await write("kept", (kept) => { kept.put(row); });
}

async function rowsOf(account: string): Promise<Row[]> {
  const found: unknown[] = await ask<unknown[]>("kept", (kept) => kept.index("account").getAll(account));
  return found.filter(isRow);
}

async function unsealed(row: Row): Promise<Kept[]> {
  try {
    const key = await keyOf(row.account);
    const text = await crypto.subtle.decrypt({ name: "AES-GCM", iv: row.iv, additionalData: boundTo(row) }, key, row.sealed);
    const said: unknown = JSON.parse(new TextDecoder().decode(text));
    return isTyped(said) ? [{ id: row.id, keptAt: row.keptAt, fields: said.fields, refusals: said.refusals }] : [];
  } catch {
    // A row that its key does not open is nobody's any more.
    return [];
  }
}

/** What is kept of that account of a kind, the newest first; of typed text only what belongs to that form. */
export async function listKept({ account, kind, place }: Belonging): Promise<Kept[]> {
  const rows = (await rowsOf(account)).filter((row) => row.kind === kind && row.place === place);
  const found = await Promise.all(rows.map(unsealed));
  return found.flat().sort((a, b) => (a.keptAt < b.keptAt ? 1 : -1));
}

/** Since when each entry of that account waits: what can be said without opening any. */
export async function listWaitingSince(account: string, place: string): Promise<Instant[]> {
  return (await rowsOf(account)).filter((row) => row.kind === "waiting" && row.place === place).map(({ keptAt }) => keptAt).sort();
}

/** Takes it off the device. */
export async function drop(id: string): Promise<void> {
  await write("kept", (kept) => { kept.delete(id); });
}

/** Takes everything off the device whose time is over, whosesoever it is. */
export async function dropExpired(now: Date): Promise<void> {
  const all: unknown[] = await ask<unknown[]>("kept", (kept) => kept.getAll());
  for (const row of all.filter(isRow)) if (isExpired(row.keptAt, now)) await drop(row.id);
}

/** Notes who was signed in last: an entry made without a connection is theirs. */
export async function rememberAccount(account: string): Promise<void> {
  await write("note", (notes) => { notes.put(account, LAST_ACCOUNT); });
}

/** Nobody is signed in on this device any more: nothing can be put down without a connection. */
export async function forgetAccount(): Promise<void> {
  await write("note", (notes) => { notes.delete(LAST_ACCOUNT); });
}

/** Whose an entry is that is made now without a connection; null after signing out. */
export async function findLastAccount(): Promise<string | null> {
  const found: unknown = await ask<unknown>("note", (notes) => notes.get(LAST_ACCOUNT));
  return typeof found === "string" ? found : null;
}

/** The fields of a form as they would be sent, without files. */
export function fieldsOf(form: HTMLFormElement): TypedFields {
  return [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
}
