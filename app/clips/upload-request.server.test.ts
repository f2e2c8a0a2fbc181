import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, test, vi } from "vitest";

import { clips as said } from "#app/words/en/clips.ts";
import { filmFixture } from "#tests/support/clips.ts";
import { NOON } from "#tests/support/logbook.ts";
import { begin, begun, FILM, filmOf, head, idIn, NOTHING, patch, scene, traces } from "#tests/support/upload-asking.ts";
import { filmedIn, type Filming, sha256, tusRequest } from "#tests/support/uploading.ts";

import { FILM_REFUSALS } from "./model.ts";
import { findClip, listClipConsents } from "./queries.server.ts";
import { RECORD_BYTES } from "./sealed-format.ts";
import { UploadRefused } from "./upload-answers.ts";
import { handleUpload } from "./upload-request.server.ts";

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
