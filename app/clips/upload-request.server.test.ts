import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test, vi } from "vitest";

import { withdrawConsent } from "#app/clips/withdraw-consent.server.ts";
import { newId } from "#app/platform/ids.ts";
import { clips as said } from "#app/words/en/clips.ts";
import { filmFixture } from "#tests/support/clips.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedCycle, NOON } from "#tests/support/logbook.ts";
import { type Ask, filmedIn, type Filming, makeFilming, metadataOf, sha256, tusRequest } from "#tests/support/uploading.ts";

import { FILM_REFUSALS } from "./model.ts";
import { findClip, listClipConsents } from "./queries.server.ts";
import { openFilm } from "./sealed-film.server.ts";
import { RECORD_BYTES } from "./sealed-format.ts";
import { UploadRefused } from "./upload-answers.ts";
import { handleUpload } from "./upload-request.server.ts";
import { dropExpiredUploads } from "./uploads.server.ts";

const FILM = filmFixture("faststart.mp4");
const HOUR_MS = 3_600_000;
const later = (hours: number): Date => new Date(NOON.getTime() + hours * HOUR_MS);

const scene = async (): Promise<Filming> => makeFilming(await freshDatabase());

async function ask(filming: Filming, asked: Ask): Promise<Response> {
  const { request, context } = await tusRequest(filming, asked);
  return handleUpload(request, context, asked.path?.split("/")[3]);
}

async function begin(filming: Filming, bytes: number, over: Partial<Ask> & { metadata?: Readonly<Record<string, string>> } = {}): Promise<Response> {
  const metadata = metadataOf(over.metadata ?? { entry: filming.entryId, consents: filming.consentId });
  return ask(filming, { method: "POST", ...over, headers: { "Upload-Length": String(bytes), ...metadata, ...over.headers } });
}

async function begun(filming: Filming, bytes: number): Promise<string> {
  const answer = await begin(filming, bytes);
  expect([answer.status, await answer.text()]).toEqual([201, ""]);
  return answer.headers.get("Location") ?? "";
}

const patch = (filming: Filming, at: string, offset: number, body: Uint8Array | ReadableStream<Uint8Array>, over: Partial<Ask> = {}): Promise<Response> =>
  ask(filming, { method: "PATCH", path: at, body, ...over, headers: { "Upload-Offset": String(offset), ...over.headers } });

const head = (filming: Filming, at: string, over: Partial<Ask> = {}): Promise<Response> => ask(filming, { method: "HEAD", path: at, ...over });

const idIn = (at: string): string => at.split("/")[3] ?? "";

/** What there is of uploads and clips: rows, keys, bytes. */
async function traces({ db, clips }: Filming): Promise<{ rows: number; clips: number; keys: number; blobs: number }> {
  const [rows, made] = [await db.reader.selectFrom("clip_upload").select("id").execute(), await db.reader.selectFrom("clip").select("id").execute()];
  return { rows: rows.length, clips: made.length, keys: (await clips.keys.list()).length, blobs: (await clips.blobs.list()).length };
}
const NOTHING = { rows: 0, clips: 0, keys: 0, blobs: 0 };

async function filmOf({ db, clips }: Filming, clipId: string): Promise<Buffer> {
  const clip = await findClip(db.reader, clipId);
  const film = clip && await openFilm(clips, clip);
  if (!film) throw new Error("no such clip");
  return film.read(0, clip.bytes - 1).finally(() => film.close());
}

describe("a film that arrives", () => {
  test("in one piece becomes a clip of its cycle, with the consents it names, byte for byte", async () => {
    const filming = await scene();
    const other = await filmedIn(filming, "other_adult");
    const answer = await begin(filming, FILM.length, { metadata: { entry: filming.entryId, consents: `${filming.consentId},${other}` } });
    const at = answer.headers.get("Location") ?? "";
    expect(at).toMatch(/^\/clips\/upload\/[0-9a-z]{20}$/);
    const done = await patch(filming, at, 0, FILM);
    expect([done.status, done.headers.get("Upload-Offset")]).toEqual([204, String(FILM.length)]);
    const clip = await findClip(filming.db.reader, idIn(at));
    expect(clip).toMatchObject({ traineeId: filming.world.trainee.id, entryId: filming.entryId, clientId: filming.clientId, mediaType: "video/mp4", bytes: FILM.length, durationMs: 6000, width: 320, height: 180, hasSound: true });
    expect(await listClipConsents(filming.db.reader, idIn(at))).toEqual([filming.consentId, other].sort());
    expect(sha256(await filmOf(filming, idIn(at)))).toBe(sha256(FILM));
    expect(await traces(filming)).toEqual({ rows: 1, clips: 1, keys: 1, blobs: 1 });
  });

  test("with its announcement, in one request", async () => {
    const filming = await scene();
    const answer = await begin(filming, FILM.length, { body: FILM });
    expect([answer.status, answer.headers.get("Upload-Offset")]).toEqual([201, String(FILM.length)]);
    expect(sha256(await filmOf(filming, idIn(answer.headers.get("Location") ?? "")))).toBe(sha256(FILM));
  });

  test("in pieces that end anywhere goes on at the border of a record each time, and is the same film", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    let offset = 0;
    for (const length of [70_000, 65_536, 66_000, 200_000]) {
      const answer = await patch(filming, at, offset, FILM.subarray(offset, offset + length));
      expect(answer.status).toBe(204);
      offset = Number(answer.headers.get("Upload-Offset"));
      expect(offset === FILM.length || offset % RECORD_BYTES === 0).toBe(true);
      expect((await head(filming, at)).headers.get("Upload-Offset")).toBe(String(offset));
    }
    expect(sha256(await filmOf(filming, idIn(at)))).toBe(sha256(FILM));
  });

  test("leaves neither a byte of it in clear on the disk, nor the name it had", async () => {
    const filming = await scene();
    const answer = await begin(filming, FILM.length, { metadata: { entry: filming.entryId, consents: filming.consentId, filename: "Baby Mhairi bath.mp4", filetype: "video/mp4", relativePath: "Mhairi/film" } });
    const at = answer.headers.get("Location") ?? "";
    await patch(filming, at, 0, FILM);
    expect((await head(filming, at)).headers.get("Upload-Metadata")).toBeNull();
    const folder = path.dirname(filming.folders.dataFolder);
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      expect(name).not.toMatch(/Mhairi|mp4/);
      if (!/\.(sealed|key)$/.test(name)) continue;
      const kept = readFileSync(path.join(folder, name));
      for (const clear of ["Mhairi", "ftypisom", "moov", FILM.subarray(100_000, 100_016)]) expect(kept.includes(clear)).toBe(false);
    }
    const tables = await Promise.all((["clip", "clip_upload", "clip_consent", "audit_entry"] as const).map((table) => filming.db.reader.selectFrom(table).selectAll().execute()));
    expect(JSON.stringify(tables)).not.toMatch(/Mhairi|bath/);
  });

  test("says how far it has come, and keeps that answer from every cache", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    await patch(filming, at, 0, FILM.subarray(0, RECORD_BYTES + 7));
    const answer = await head(filming, at);
    expect([answer.status, answer.headers.get("Upload-Offset"), answer.headers.get("Upload-Length"), answer.headers.get("Cache-Control")]).toEqual([200, "65536", String(FILM.length), "no-store"]);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  test("whole, but never checked because the server stopped, is checked when it is next asked for", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    await patch(filming, at, 0, FILM);
    // As if the server had stopped between the last record and the check.
    for (const table of ["clip_consent", "clip"] as const) await filming.db.reader.deleteFrom(table).execute();
    await filming.db.reader.updateTable("clip_upload").set({ finished_at: null }).execute();
    const answers = await Promise.all([head(filming, at), head(filming, at)]);
    expect(answers.map((a) => [a.status, a.headers.get("Upload-Offset")])).toEqual([[200, String(FILM.length)], [200, String(FILM.length)]]);
    expect(await findClip(filming.db.reader, idIn(at))).toMatchObject({ durationMs: 6000 });
    expect((await patch(filming, at, FILM.length, new Uint8Array(0))).status).toBe(204);
    expect(await traces(filming)).toMatchObject({ clips: 1 });
  });

  test("torn in the middle of a record by a killed server goes on at the border before it", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    await patch(filming, at, 0, FILM.subarray(0, 2 * RECORD_BYTES));
    const writer = await filming.clips.blobs.openWriter(idIn(at), 2 * (RECORD_BYTES + 28));
    await writer.append(Buffer.alloc(4_321, 1));
    await writer.close();
    expect((await head(filming, at)).headers.get("Upload-Offset")).toBe(String(2 * RECORD_BYTES));
    await patch(filming, at, 2 * RECORD_BYTES, FILM.subarray(2 * RECORD_BYTES));
    expect(sha256(await filmOf(filming, idIn(at)))).toBe(sha256(FILM));
  });
});

describe("a film that is refused gets its reason and leaves nothing behind", () => {
  test("whatever is wrong with it", async () => {
    const filming = await scene();
    const cases = [
      ["audio-only.mp4", 415, "no_picture"], ["really-html.mp4", 415, "not_a_film"], ["truncated-with-moov.mp4", 400, "cut_short"],
      ["truncated-no-moov.mp4", 400, "cut_short"], ["gps.mp4", 415, "names_place"], ["gps-udta.mp4", 415, "names_place"],
    ] as const;
    for (const [name, status, because] of cases) {
      const film = filmFixture(name);
      const at = await begun(filming, film.length);
      const answer = await patch(filming, at, 0, film);
      expect([name, answer.status, await answer.text()]).toEqual([name, status, said.refusals[because]]);
      expect([name, await traces(filming)]).toEqual([name, NOTHING]);
      expect([name, (await head(filming, at)).status]).toEqual([name, 404]);
    }
  });

  test("also where looking through it takes too long", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    const { request, context } = await tusRequest(filming, { method: "PATCH", path: at, body: FILM, headers: { "Upload-Offset": "0" } });
    let seconds = 0;
    const answer = await handleUpload(request, { ...context, clock: () => new Date(NOON.getTime() + (seconds += 1) * 1000) }, idIn(at));
    expect([answer.status, await answer.text()]).toEqual([415, said.refusals.too_laborious]);
    expect(await traces(filming)).toEqual(NOTHING);
  });

  test("also where its first bytes come in drops, and much follows", async () => {
    const filming = await scene();
    const at = await begun(filming, 5 * RECORD_BYTES);
    const drops = [...Array.from({ length: 50 }, () => Buffer.from("<p>no film</p>".repeat(8))), Buffer.alloc(4 * RECORD_BYTES)];
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        const drop = drops.shift();
        if (drop) controller.enqueue(drop);
        else controller.close();
      },
    });
    const answer = await patch(filming, at, 0, body);
    expect([answer.status, await answer.text()]).toEqual([415, said.refusals.not_a_film]);
    expect(await traces(filming)).toEqual(NOTHING);
  });

  test("with nothing in it, or more than 1 GB, it is not even begun", async () => {
    const filming = await scene();
    for (const [bytes, status, because] of [[0, 400, "empty"], [1_000_000_001, 413, "too_large"], [Number.MAX_SAFE_INTEGER, 413, "too_large"]] as const) {
      const answer = await begin(filming, bytes);
      expect([answer.status, await answer.text()]).toEqual([status, said.refusals[because]]);
    }
    expect(await traces(filming)).toEqual(NOTHING);
  });

  test("every reason is a sentence with a status of its own kind", () => {
    for (const because of FILM_REFUSALS) {
      const { status_code, body } = new UploadRefused(because);
      expect([400, 413, 415]).toContain(status_code);
      expect(body).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe("a hostile client", () => {
  test("is refused at a wrong offset: too far, too early, or none", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    await patch(filming, at, 0, FILM.subarray(0, RECORD_BYTES));
    for (const offset of [0, 1, RECORD_BYTES - 1, RECORD_BYTES + 1, FILM.length]) {
      const answer = await patch(filming, at, offset, FILM.subarray(0, 10));
      expect([offset, answer.status, await answer.text()]).toEqual([offset, 409, said.uploads.wrong_place]);
    }
    for (const offset of ["-1", "1e3", "NaN", "65536.0", "0x10"]) {
      expect((await patch(filming, at, 0, FILM.subarray(0, 10), { headers: { "Upload-Offset": offset } })).status).toBe(400);
    }
    const none = await ask(filming, { method: "PATCH", path: at, body: FILM.subarray(0, 10) });
    expect(none.status).toBe(400);
    expect((await head(filming, at)).headers.get("Upload-Offset")).toBe("65536");
  });

  test("finds nothing of another's upload: not how far it is, not to write to, not to drop", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    for (const by of [filming.world.peer, filming.world.supervisor, filming.world.lead, filming.world.stranger]) {
      for (const asked of [{ method: "HEAD" }, { method: "DELETE" }, { method: "PATCH", body: FILM, headers: { "Upload-Offset": "0" } }] as const) {
        const answer = await ask(filming, { ...asked, path: at, by });
        expect([asked.method, answer.status]).toEqual([asked.method, 404]);
        expect(answer.headers.get("Upload-Offset")).toBeNull();
      }
    }
    expect((await head(filming, at)).headers.get("Upload-Offset")).toBe("0");
  });

  test("who is not signed in learns nothing either", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    for (const asked of [{ method: "HEAD" }, { method: "DELETE" }, { method: "PATCH", body: FILM, headers: { "Upload-Offset": "0" } }] as const) {
      const answer = await ask(filming, { ...asked, path: at, by: null });
      expect([answer.status, answer.headers.get("Location")]).toEqual([401, null]);
    }
    expect((await begin(filming, 10, { by: null })).status).toBe(401);
  });

  test("cannot send more than was announced, in one go or drop by drop", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    const answer = await patch(filming, at, 0, Buffer.concat([FILM, Buffer.from("x")]), { headers: { "Content-Length": String(FILM.length + 1) } });
    expect([answer.status, await answer.text()]).toEqual([413, said.uploads.past_the_end]);
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => { controller.enqueue(Buffer.concat([FILM])); } });
    const cut = await patch(filming, at, 0, endless);
    expect(cut.status).toBe(413);
    const offset = Number((await head(filming, at)).headers.get("Upload-Offset"));
    expect(offset).toBeLessThanOrEqual(FILM.length);
    expect(await filming.clips.blobs.size(idIn(at))).toBeLessThanOrEqual(FILM.length + 3 * 28);
  });

  test("finds nothing under an id that is a path, a name, or another's guess", async () => {
    const filming = await scene();
    await begin(filming, FILM.length);
    for (const id of ["..%2f..%2fattune.sqlite", "..", "%2e%2e", "a%00b", "deployment", `${newId()}.key`, "x".repeat(300), "%zz", newId()]) {
      for (const method of ["HEAD", "PATCH", "DELETE"] as const) {
        const { request, context } = await tusRequest(filming, { method, path: `/clips/upload/${id}`, headers: { "Upload-Offset": "0" }, ...(method === "PATCH" ? { body: FILM } : {}) });
        expect([id, method, (await handleUpload(request, context, id)).status]).toEqual([id, method, 404]);
      }
    }
  });

  test("begins nothing with a cycle or consents that are none", async () => {
    const filming = await scene();
    const { entryId: entry, consentId: consents } = filming;
    const cases: [string, Record<string, string>, number][] = [
      ["no cycle", { consents }, 400],
      ["a cycle that is a path", { entry: "../../attune", consents }, 400],
      ["a cycle that is not there", { entry: "nothing-of-ours", consents }, 404],
      ["no consents", { entry }, 403],
      ["empty consents", { entry, consents: "" }, 403],
      ["a consent that is not there", { entry, consents: `${consents},nothing-of-ours` }, 403],
      ["a consent that is a path", { entry, consents: "../x" }, 400],
      ["more consents than anybody films", { entry, consents: Array.from({ length: 13 }, newId).join(",") }, 400],
    ];
    for (const [why, metadata, status] of cases) expect([why, (await begin(filming, FILM.length, { metadata })).status]).toEqual([why, status]);
    expect(await traces(filming)).toEqual(NOTHING);
  });

  test("begins nothing with headers that say nonsense", async () => {
    const filming = await scene();
    const cases: [string, Record<string, string>][] = [
      ["metadata that is no metadata", { "Upload-Metadata": "entry %%%" }],
      ["a prototype for metadata", { "Upload-Metadata": "__proto__ eA==" }],
      ["a length that is none", { "Upload-Length": "-5" }],
      ["a length that comes later", { "Upload-Length": "", "Upload-Defer-Length": "1" }],
      ["parts of films", { "Upload-Concat": "partial" }],
    ];
    for (const [why, headers] of cases) {
      const all: Record<string, string> = { "Upload-Length": "10", ...metadataOf({ entry: filming.entryId, consents: filming.consentId }), ...headers };
      const kept = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
      expect([why, (await ask(filming, { method: "POST", headers: kept })).status]).toEqual([why, 400]);
    }
    expect(await traces(filming)).toEqual(NOTHING);
  });

  test("another's cycle, another client's consent, a supervisor's film: nothing begins", async () => {
    const filming = await scene();
    const { world } = filming;
    expect((await begin(filming, 10, { by: world.peer })).status).toBe(404);
    expect((await begin(filming, 10, { by: world.supervisor })).status).toBe(403);
    expect((await begin(filming, 10, { by: world.lead })).status).toBe(403);
    const otherEntry = await loggedCycle(world, { filmedOn: "2026-11-04" });
    expect((await begin(filming, 10, { metadata: { entry: otherEntry, consents: filming.consentId } })).status).toBe(403);
    expect(await traces(filming)).toEqual(NOTHING);
  });

  test("four at once: three begin, and the fourth once one of them is cancelled", async () => {
    const filming = await scene();
    const answers = await Promise.all([1, 2, 3, 4].map(() => begin(filming, FILM.length)));
    expect(answers.map((a) => a.status).sort()).toEqual([201, 201, 201, 429]);
    const one = answers.find((a) => a.status === 201)?.headers.get("Location") ?? "";
    expect((await ask(filming, { method: "DELETE", path: one })).status).toBe(204);
    expect((await head(filming, one)).status).toBe(404);
    expect((await begin(filming, FILM.length)).status).toBe(201);
    expect(await traces(filming)).toEqual({ rows: 3, clips: 0, keys: 3, blobs: 3 });
  });

  test("cannot drop a film that arrived by cancelling its upload", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    await patch(filming, at, 0, FILM);
    const answer = await ask(filming, { method: "DELETE", path: at });
    expect([answer.status, await answer.text()]).toEqual([403, said.uploads.finished]);
    expect(await traces(filming)).toEqual({ rows: 1, clips: 1, keys: 1, blobs: 1 });
  });

  test("two that write to one upload at once: what is kept is one film, whole records only", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    const answers = await Promise.all([patch(filming, at, 0, FILM), patch(filming, at, 0, FILM)]);
    expect(answers.map((a) => a.status).sort()).toEqual([204, 409]);
    expect(sha256(await filmOf(filming, idIn(at)))).toBe(sha256(FILM));
  });

  test("a client of no version, or another, is told so", async () => {
    const filming = await scene();
    expect((await ask(filming, { method: "POST", headers: { "Tus-Resumable": "0.2.2", "Upload-Length": "10" } })).status).toBe(400);
  });
});

describe("what is asked at every request", () => {
  test("the day: an upload of yesterday is over, and what arrived of it is gone", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    await patch(filming, at, 0, FILM.subarray(0, RECORD_BYTES));
    expect((await head(filming, at, { now: later(23.9) })).status).toBe(200);
    const answer = await patch(filming, at, RECORD_BYTES, FILM.subarray(RECORD_BYTES), { now: later(24) });
    expect([answer.status, await answer.text()]).toEqual([410, said.uploads.expired]);
    expect(await traces(filming)).toEqual(NOTHING);
    expect((await head(filming, at, { now: later(24) })).status).toBe(404);
  });

  test("the day, also where nobody asks again: the job drops it, and not one that arrived", async () => {
    const filming = await scene();
    await begun(filming, FILM.length);
    await patch(filming, await begun(filming, FILM.length), 0, FILM);
    await dropExpiredUploads({ database: filming.db, clips: filming.clips }, later(23.9));
    expect(await traces(filming)).toMatchObject({ rows: 2 });
    await dropExpiredUploads({ database: filming.db, clips: filming.clips }, later(24));
    expect(await traces(filming)).toEqual({ rows: 1, clips: 1, keys: 1, blobs: 1 });
  });

  test("consent: withdrawn on the way, nothing more is taken and nothing is left", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    await patch(filming, at, 0, FILM.subarray(0, RECORD_BYTES));
    const services = { database: filming.db, clips: filming.clips };
    await withdrawConsent(services, await actorFor(filming.db, filming.world.trainee), { consentId: filming.consentId, withdrawnOn: "2026-11-21" }, NOON);
    expect(await traces(filming)).toEqual(NOTHING);
    expect((await patch(filming, at, RECORD_BYTES, FILM.subarray(RECORD_BYTES))).status).toBe(404);
    const again = await begin(filming, FILM.length);
    expect([again.status, await again.text()]).toEqual([403, said.uploads.withdrawn]);
  });

  test("consent: for another purpose only, or recorded by mistake, the upload ends", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    await filming.db.reader.updateTable("consent_version").set({ for_own_supervisor: 0 }).execute();
    const answer = await head(filming, at);
    expect([answer.status, answer.headers.get("Upload-Offset")]).toEqual([403, null]);
    expect(await traces(filming)).toEqual(NOTHING);
  });

  test("the client's own consent: somebody else's beside it is not enough", async () => {
    const filming = await scene();
    const other = await filmedIn(filming, "other_adult");
    expect((await begin(filming, FILM.length, { metadata: { entry: filming.entryId, consents: other } })).status).toBe(403);
  });

  test("the trainee's grant: ended meanwhile, nothing more is taken, and what arrived waits", async () => {
    const filming = await scene();
    const at = await begun(filming, FILM.length);
    const { db, world } = filming;
    await db.reader.updateTable("role_grant").set({ role: "supervisor" }).where("person_id", "=", world.trainee.id).execute();
    const answer = await patch(filming, at, 0, FILM);
    expect([answer.status, await answer.text()]).toEqual([403, said.uploads.not_allowed]);
    expect(await traces(filming)).toEqual({ rows: 1, clips: 0, keys: 1, blobs: 1 });
  });

  test("the cycle: without a shared review, voided, or another kind of entry, nothing begins", async () => {
    const filming = await scene();
    const unreviewed = await loggedCycle(filming.world, { reviewedOn: null, reviewMinutes: null }, { clientId: filming.clientId });
    expect((await begin(filming, 10, { metadata: { entry: unreviewed, consents: filming.consentId } })).status).toBe(403);
    await filming.db.reader.updateTable("cycle_version").set({ voided: 1, reason: "twice" }).where("entry_id", "=", filming.entryId).execute();
    expect((await begin(filming, 10)).status).toBe(404);
  });
});

test("without room on the disk the answer says so, what arrived is kept, and it goes on later", async () => {
  const filming = await scene();
  const at = await begun(filming, FILM.length);
  const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
  const { blobs } = filming.clips;
  const tight: Filming = {
    ...filming, clips: {
      ...filming.clips,
      blobs: { ...blobs, openWriter: async (id, from) => ({ ...await blobs.openWriter(id, from), append: () => Promise.reject(full) }) },
    },
  };
  const answer = await patch(tight, at, 0, FILM);
  expect([answer.status, await answer.text()]).toEqual([507, said.uploads.disk_full]);
  expect((await patch(filming, at, 0, FILM)).status).toBe(204);
});

test("a fault of ours is logged once, and the answer tells nothing of it", async () => {
  const filming = await scene();
  const at = await begun(filming, FILM.length);
  const broken: Filming = { ...filming, clips: { ...filming.clips, blobs: { ...filming.clips.blobs, size: () => Promise.reject(new TypeError("secret of the house")) } } };
  const lines: string[] = [];
  vi.mocked(console.error).mockImplementation((line: unknown) => { lines.push(String(line)); });
  const answer = await patch(broken, at, 0, FILM);
  vi.mocked(console.error).mockClear();
  expect([answer.status, await answer.text()]).toEqual([500, said.uploads.failed]);
  expect(lines).toHaveLength(1);
});
