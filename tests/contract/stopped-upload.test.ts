import { request } from "node:http";
import { mkdirSync } from "node:fs";
import path from "node:path";

import { beforeAll, expect, test } from "vitest";

import { systemClock } from "#app/platform/clock.ts";
import { openDatabase } from "#db/database.server.ts";
import { migrateUp } from "#db/migrate.ts";
import { seedReference } from "#seeds/reference/index.ts";
import { clientOf, consentOf, cycleOf, makeCast } from "#tests/e2e/cast.ts";
import { signIn } from "#tests/support/actors.ts";
import { filmFixture } from "#tests/support/clips.ts";
import { built, databaseOf, freePort, type Place, placeOf, requireBuilt, type Running, saying, start } from "#tests/support/programs.ts";
import { metadataOf } from "#tests/support/uploading.ts";

const FILM = filmFixture("faststart.mp4");
const PART = 100_000;
/** Whole records lie in the store: the first, of 64 kB, and nothing of the torn second. */
const STANDS = 65_536;

beforeAll(() => { requireBuilt("server"); });

/** A trainee of that place with a reviewed cycle and everybody's consent, as their browser asks. */
async function filmingIn(place: Place): Promise<{ readonly cookie: string; readonly metadata: Readonly<Record<string, string>> }> {
  mkdirSync(place.data, { recursive: true });
  const db = await openDatabase(path.join(place.data, "attune.sqlite"), migrateUp);
  await db.inTransaction((trx) => seedReference(trx, systemClock()));
  const cast = await makeCast(db);
  const entry = await cycleOf(cast);
  const client = await clientOf(cast);
  const consents = [await consentOf(cast, client.id, "client"), await consentOf(cast, client.id, "child")].join(",");
  const { cookie } = await signIn(db, cast.trainee.id, systemClock());
  await db.close();
  return { cookie, metadata: metadataOf({ entry, consents }) };
}

async function started(place: Place): Promise<Running> {
  const running = start([built("server")], place);
  await saying(running, /answers at/);
  return running;
}

/** Sends the beginning of a film and holds the connection. Resolves once that is out; what it resolves to is over when the connection is. */
function beginsToSend(address: string, headers: Readonly<Record<string, string>>): Promise<{ readonly over: Promise<void> }> {
  const asked = request(address, { method: "PATCH", agent: false, headers: { ...headers, "upload-offset": "0", "content-length": String(FILM.length), "expect": "100-continue" } });
  const over = new Promise<void>((resolve) => { asked.once("close", resolve).once("error", () => undefined); });
  return new Promise((resolve) => {
    asked.once("continue", () => { asked.write(FILM.subarray(0, PART), () => { resolve({ over }); }); });
    asked.flushHeaders();
  });
}

/** What is there to be seen of films. */
function filmsIn(place: Place): unknown[] {
  const database = databaseOf(place);
  const rows = database.prepare("select media_type, clip.bytes, finished_at is not null as finished from clip join clip_upload using (id)").all();
  database.close();
  return rows;
}

test("SIGTERM while a film is on its way: the exit code is 0, nothing of it is shown, and after the start it goes on from where it stood and arrives", async () => {
  const place = placeOf(await freePort());
  const { cookie, metadata } = await filmingIn(place);
  const origin = String(place.env.ATTUNE_ORIGIN);
  const headers = { cookie, origin, "tus-resumable": "1.0.0", "content-type": "application/offset+octet-stream" };
  const { "content-type": type, ...plain } = headers;

  const first = await started(place);
  const begun = await fetch(`${origin}/clips/upload`, { method: "POST", headers: { ...plain, ...metadata, "upload-length": String(FILM.length) } });
  expect(begun.status).toBe(201);
  const address = origin + String(begun.headers.get("location"));
  const { over } = await beginsToSend(address, headers);
  first.child.kill("SIGTERM");
  await over;
  expect(await first.ended).toMatchObject({ code: 0, err: "" });
  expect(filmsIn(place)).toEqual([]);

  await started(place);
  const asked = await fetch(address, { method: "HEAD", headers: plain });
  expect([asked.status, asked.headers.get("upload-offset")]).toEqual([200, String(STANDS)]);
  const rest = await fetch(address, { method: "PATCH", headers: { ...plain, "content-type": type, "upload-offset": String(STANDS) }, body: new Uint8Array(FILM.subarray(STANDS)) });
  expect([rest.status, rest.headers.get("upload-offset")]).toEqual([204, String(FILM.length)]);
  expect(filmsIn(place)).toEqual([{ media_type: "video/mp4", bytes: FILM.length, finished: 1 }]);
});
