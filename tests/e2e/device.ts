import type { Page } from "@playwright/test";

import { expect } from "./journey.ts";

/** Everything that lies in the browser's store of this device, as bytes, in both ways in which text may lie there. */
export async function rawDevice(page: Page): Promise<{ readonly rows: number; readonly bytes: number; readonly text: string }> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
      request.onsuccess = () => { resolve(request.result); };
      request.onerror = () => { reject(request.error ?? new Error("no answer")); };
    });
    // Where nothing was stored yet, or all was cleared, looking leaves nothing behind.
    if (!(await indexedDB.databases()).some(({ name }) => name === "attune-device")) return { rows: 0, bytes: 0, text: "" };
    const db = await answer(indexedDB.open("attune-device"));
    const parts: string[] = [];
    let [rows, bytes] = [0, 0];
    const read = (value: unknown): void => {
      if (value instanceof ArrayBuffer) {
        bytes += value.byteLength;
        read(new Uint8Array(value));
      }
      else if (value instanceof Uint8Array) parts.push(new TextDecoder("utf-8").decode(value), new TextDecoder("utf-16le").decode(value.byteLength % 2 === 0 ? value : value.slice(1)));
      else if (value instanceof CryptoKey) parts.push(value.extractable ? "a key that can be taken out" : "a key");
      else if (typeof value === "object" && value !== null) Object.values(value).forEach(read);
      else parts.push(String(value));
    };
    for (const name of db.objectStoreNames) {
      const found: unknown[] = await answer(db.transaction(name).objectStore(name).getAll());
      if (name === "kept") rows = found.length;
      found.forEach(read);
    }
    db.close();
    return { rows, bytes, text: parts.join("\n") };
  });
}

/** Waits until so many things are kept on the device. */
export async function expectKept(page: Page, rows: number): Promise<void> {
  await expect.poll(async () => (await rawDevice(page)).rows).toBe(rows);
}

/** Every address that is kept for the time without a connection. */
export async function cachedAddresses(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const addresses: string[] = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) addresses.push(url.slice(location.origin.length));
    return addresses;
  });
}

/** Waits until the page without a connection is there to be shown. */
export async function readyWithoutConnection(page: Page): Promise<void> {
  await page.evaluate(async () => { await navigator.serviceWorker.ready; });
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** Takes out of the complaints what every browser says of a cut connection. */
export function forgiveCutConnection(problems: string[]): void {
  const others = problems.filter((problem) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/.test(problem));
  problems.splice(0, problems.length, ...others);
}
