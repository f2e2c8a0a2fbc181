import { assetsOf, CACHE_PREFIX, ENTRY_PAGE } from "./entry-files.ts";

// What of a worker's world is used here: the app's types know the page's world only.
interface Lasting extends Event { waitUntil(work: Promise<unknown>): void }
interface Fetching extends Event { readonly request: Request; respondWith(answer: Promise<Response>): void }
interface Worker {
  readonly location: { readonly href: string; readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listen: (event: Lasting) => void): void;
  addEventListener(type: "fetch", listen: (event: Fetching) => void): void;
}
declare const self: Worker;

const CACHE = CACHE_PREFIX + (new URL(self.location.href).searchParams.get("v") ?? "");

async function textOf(address: string): Promise<{ answer: Response; text: string }> {
  // As nobody: what is kept is the same for everybody.
  const answer = await fetch(address, { credentials: "omit", cache: "no-cache" });
  if (!answer.ok) throw new Error(`${address} was answered with ${String(answer.status)}`);
  return { answer, text: await answer.clone().text() };
}

async function keepEntryPage(): Promise<void> {
  const { answer, text } = await textOf(ENTRY_PAGE);
  const scripts = assetsOf(text);
  const sheets = await Promise.all(scripts.filter((file) => file.endsWith(".css")).map(async (file) => (await textOf(file)).text));
  const cache = await caches.open(CACHE);
  await cache.put(ENTRY_PAGE, answer);
  const files = [...new Set([...scripts, ...sheets.flatMap(assetsOf)])];
  await cache.addAll(files.map((file) => new Request(file, { credentials: "omit" })));
}

async function dropOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

async function keptOr(request: Request): Promise<Response> {
  return await caches.match(request.url, { ignoreVary: true }) ?? fetch(request);
}

async function pageOr(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const entry = await caches.match(ENTRY_PAGE, { ignoreVary: true });
    if (entry === undefined) throw error;
    return new URL(request.url).pathname === ENTRY_PAGE ? entry : Response.redirect(ENTRY_PAGE, 302);
  }
}

self.addEventListener("install", (event) => { event.waitUntil(keepEntryPage().then(() => self.skipWaiting())); });
self.addEventListener("activate", (event) => { event.waitUntil(dropOthers().then(() => self.clients.claim())); });
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(pageOr(request));
  else if (pathname.startsWith("/assets/")) event.respondWith(keptOr(request));
});
