import type { AppLoadContext } from "@remix-run/node";

import { findActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { markSecondFactor, readSession, SESSION_COOKIE, startSession } from "#app/people/sessions.server.ts";
import { openBackground } from "#app/platform/background.server.ts";
import type { ClipServices } from "#app/platform/clip-services.server.ts";
import type { Day } from "#app/platform/clock.ts";
import { keyringOf } from "#app/platform/keyring.server.ts";
import type { Letter } from "#app/platform/mail.server.ts";
import { openWorkers } from "#app/platform/workers.server.ts";
import type { Database } from "#db/database.server.ts";
import { findProgram } from "#server/programs.ts";

import { temporaryClips } from "./clips.ts";

export const TEST_ORIGIN = "https://attune.test";

/** The person as actor on that day; throws for nobody. */
export async function actorFor(db: Database, personId: string, today: Day): Promise<Actor> {
  const actor = await findActor(db.reader, personId, today);
  if (!actor) throw new Error(`nobody has the id ${personId}`);
  return actor;
}

/** A complete sign-in of the person, second factor given, as the cookie that a browser would send. */
export async function signIn(db: Database, personId: string, now: Date): Promise<{ readonly cookie: string }> {
  const id = await db.inTransaction((trx) => startSession(trx, personId, now));
  const cookie = `${SESSION_COOKIE}=${id}`;
  const session = await readSession(db, new Request(TEST_ORIGIN, { headers: { cookie } }), now);
  if (session) await db.inTransaction((trx) => markSecondFactor(trx, session, now));
  return { cookie };
}

/** A request as a browser with that cookie would send it; with `form` it posts. */
export function requestOf(path: string, over: { cookie?: string; form?: Readonly<Record<string, string>> } = {}): Request {
  const headers = over.cookie === undefined ? {} : { cookie: over.cookie };
  if (!over.form) return new Request(TEST_ORIGIN + path, { headers });
  return new Request(TEST_ORIGIN + path, { method: "POST", headers, body: new URLSearchParams(over.form) });
}

const KEY = Buffer.alloc(32, 7);
const AN_HOUR_MS = 3_600_000;

/** What the server would hand to one request: a new one for every request, because what is read of it is kept in it. Work in the background waits for `finish`. */
export function contextFor(database: Database, now: Date, over: { isDemo?: boolean; address?: string; letters?: Letter[]; clips?: ClipServices } = {}): AppLoadContext {
  const letters = over.letters ?? [];
  return {
    database, clock: () => now, keyring: keyringOf(KEY), address: over.address ?? "192.0.2.1", requestId: "test", nonce: undefined,
    background: openBackground(() => AN_HOUR_MS), workers: openWorkers(findProgram),
    clips: over.clips ?? temporaryClips(),
    mail: { send: (letter) => { letters.push(letter); return Promise.resolve(); } },
    environment: {
      port: 3000, dataFolder: "", keyFolder: "", origin: TEST_ORIGIN, trustedProxies: [], isDemo: over.isDemo ?? false, isProduction: false,
    },
  };
}
