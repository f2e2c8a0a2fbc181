import { describe, expect, test } from "vitest";

import { withdrawConsent } from "#app/clips/withdraw-consent.server.ts";
import { newId } from "#app/platform/ids.ts";
import { clips as said } from "#app/words/en/clips.ts";
import { actorFor, loggedCycle, NOON } from "#tests/support/logbook.ts";
import { ask, begin, begun, FILM, filmOf, head, idIn, later, NOTHING, patch, scene, traces } from "#tests/support/upload-asking.ts";
import { filmedIn, metadataOf, sha256, tusRequest } from "#tests/support/uploading.ts";

import { RECORD_BYTES } from "./sealed-format.ts";
import { handleUpload } from "./upload-request.server.ts";
import { dropExpiredUploads } from "./uploads.server.ts";

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
