import { createHash, randomBytes } from "node:crypto";
import path from "node:path";

import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import BetterSqlite3 from "better-sqlite3";

import { SESSION_COOKIE } from "#app/people/sessions.server.ts";

const ONE_HOUR_MS = 3_600_000;
const SESSION_BYTES = 25;

/** The people of the demo, by the part of their address before the @. */
export type DemoPerson = "trainee" | "supervisor" | "reviewer" | "lead" | "admin";

/** The data folder of the portal under test. */
export function dataFolder(): string {
  return path.join(process.env.E2E_FOLDER ?? "", "data");
}

function database(): BetterSqlite3.Database {
  const db = new BetterSqlite3(path.join(dataFolder(), "attune.sqlite"));
  db.pragma("busy_timeout = 5000");
  db.pragma("foreign_keys = ON");
  return db;
}

function personIdOf(db: BetterSqlite3.Database, email: string): string {
  const id: unknown = db.prepare("select id from person where email_key = ?").pluck().get(email);
  if (typeof id !== "string") throw new Error(`the demo has nobody with the address ${email}`);
  return id;
}

/** Writes a sign-in as the portal does: the hash of its id in the database, the id itself only in the cookie. */
function startSession(email: string): string {
  const [id, now] = [randomBytes(SESSION_BYTES).toString("hex"), new Date()];
  const db = database();
  db.prepare(
    "insert into session (id_hash, person_id, expires_at, created_at, second_factor_at, reauthenticated_at) values (?, ?, ?, ?, ?, ?)",
  ).run(createHash("sha256").update(id).digest("hex"), personIdOf(db, email), new Date(now.getTime() + ONE_HOUR_MS).toISOString(), now.toISOString(), null, null);
  db.close();
  return id;
}

/** Signs a browser in as whoever has that address. */
export async function signIn(context: BrowserContext, baseURL: string, email: string): Promise<void> {
  await context.addCookies([{ name: SESSION_COOKIE, value: startSession(email), url: baseURL, httpOnly: true, sameSite: "Lax" }]);
}

interface Fixtures {
  /** What the pages of the test complained of; anything in it fails the test. A test that means a 4xx names it in `expectedStatus`. */
  readonly problems: string[];
  /** Statuses that the test provokes on purpose. */
  readonly expectedStatus: Set<number>;
  /** Signs this browser in without the sign-in page, as a person of the demo or by any e-mail address. */
  readonly signInAs: (person: DemoPerson | { readonly email: string }) => Promise<void>;
}

/** Writes down whatever a page complains of, and every request to another host. */
export function watch(page: Page, problems: string[], origin: string): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`page error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith("data:") && new URL(request.url()).origin !== origin) problems.push(`foreign host: ${request.url()}`);
  });
}

function isMeant(problem: string, expected: ReadonlySet<number>): boolean {
  const status = /the server responded with a status of (\d{3})/.exec(problem)?.[1];
  return status !== undefined && expected.has(Number(status));
}

export const test = base.extend<Fixtures>({
  expectedStatus: async ({}, use) => {
    await use(new Set());
  },
  problems: [async ({ context, baseURL, expectedStatus }, use) => {
    const problems: string[] = [];
    context.on("page", (page) => { watch(page, problems, new URL(baseURL ?? "").origin); });
    await use(problems);
    expect(problems.filter((problem) => !isMeant(problem, expectedStatus)), "nothing on the pages went wrong").toEqual([]);
  }, { auto: true }],
  signInAs: async ({ context, baseURL }, use) => {
    await use((person) => signIn(context, baseURL ?? "", typeof person === "string" ? `${person}@example.org` : person.email));
  },
});

export { expect };
