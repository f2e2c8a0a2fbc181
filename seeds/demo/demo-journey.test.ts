import { beforeAll, describe, expect, it } from "vitest";

import { listRequestsOf } from "#app/accreditation/queries.server.ts";
import { compareStores } from "#app/clips/verify.server.ts";
import { keepClipClock } from "#app/clips/retention-job.server.ts";
import { openFilm } from "#app/clips/sealed-film.server.ts";
import { listKeptClips } from "#app/clips/queries.server.ts";
import { hasEverSupervised } from "#app/logbook/ever-supervised.server.ts";
import { countUnseen } from "#app/notices/queries.server.ts";
import { findAccount } from "#app/people/accounts.server.ts";
import { type Day, londonDay } from "#app/platform/clock.ts";
import { getProgrammeFacts } from "#app/outcomes/queries.server.ts";
import { standingOf } from "#app/outcomes/standing.ts";
import { PRINCIPLES } from "#app/review/principles.ts";
import { listSubmissionsOf } from "#app/review/queries.server.ts";
import { referenceProblem } from "#app/review/reference.ts";
import type { Database, Reader } from "#db/database.server.ts";
import { countOf, DEMO_SERVICES, listTrainees, PATIENCE_MS, seededAt } from "#tests/support/demo.ts";

const NOW = new Date("2026-11-21T10:00:00.000Z");
const TODAY: Day = londonDay(NOW);

let database: Database;
let db: Reader;
beforeAll(async () => {
  database = await seededAt(NOW);
  db = database.reader;
}, PATIENCE_MS);

async function personId(email: string): Promise<string> {
  return (await findAccount(db, email))?.personId ?? "";
}

async function allSubmissions() {
  const all = [];
  for (const { id } of await listTrainees(db)) all.push(...await listSubmissionsOf(db, id));
  return all;
}

async function allRequests() {
  const all = [];
  for (const { id } of await listTrainees(db)) all.push(...await listRequestsOf(db, id));
  return all;
}

describe("submissions of the demonstration", () => {
  it("stand in every state, and come in all three ways", async () => {
    const seen = new Set((await allSubmissions()).map(({ way, state }) => `${way} ${state}`));
    expect([...seen]).toEqual(expect.arrayContaining([
      "excerpt sent", "excerpt reviewed", "reference sent", "reference returned", "reference reviewed", "reference withdrawn", "watched_together sent", "watched_together reviewed",
    ]));
  });

  it("come again after a return", async () => {
    const all = await allSubmissions();
    const second = all.filter(({ attempt }) => attempt === 2);
    expect(second.some(({ entryId, state }) => state === "reviewed" && all.some((s) => s.entryId === entryId && s.attempt === 1 && s.state === "returned"))).toBe(true);
  });

  it("refer to films by identifiers only", async () => {
    const references = (await allSubmissions()).flatMap((s) => s.reference ?? []);
    expect(references.length).toBeGreaterThan(5);
    expect(references.filter((reference) => referenceProblem(reference) !== undefined)).toEqual([]);
  });

  it("wait for the demo supervisor in each of the three ways", async () => {
    const waiting = (await allSubmissions()).filter(({ state }) => state === "sent");
    const supervised = new Set((await db.selectFrom("current_supervisor_assignment").select("trainee_id").where("supervisor_id", "=", await personId("supervisor@example.org")).where("ends_on", "is", null).execute()).map((r) => r.trainee_id));
    expect(new Set(waiting.filter(({ traineeId }) => supervised.has(traineeId)).map(({ way }) => way))).toEqual(new Set(["excerpt", "reference", "watched_together"]));
  });
});

describe("feedback of the demonstration", () => {
  it("sees all six groups of principles, moments and stretches, both layers, and holds a note that stays private", async () => {
    const moments = await db.selectFrom("current_moment").select(["principle", "layer", "starts_ms", "ends_ms", "sharing", "kind"]).execute();
    expect(new Set(moments.flatMap((m) => m.principle ?? []))).toEqual(new Set(PRINCIPLES));
    expect(moments.some((m) => m.starts_ms !== null && m.ends_ms === null)).toBe(true);
    expect(moments.some((m) => m.ends_ms !== null)).toBe(true);
    expect(new Set(moments.map((m) => m.layer))).toEqual(new Set(["practitioner_client", "client_child"]));
    expect(new Set(moments.map((m) => `${m.kind} ${m.sharing}`))).toEqual(new Set(["attuned_moment shared", "note shared", "note private"]));
  });

  it("has a working point and a next step each, and is answered by both sides", async () => {
    const sent = await db.selectFrom("current_feedback").select(["working_point", "next_step"]).where("is_sent", "=", 1).execute();
    const authors = new Set((await db.selectFrom("reply").innerJoin("submission as s", "s.id", "reply.submission_id").select(["reply.author_id", "s.trainee_id"]).execute())
      .map((r) => (r.author_id === r.trainee_id ? "trainee" : "supervisor")));
    expect(sent.length).toBeGreaterThan(15);
    expect(sent.filter((f) => f.working_point === null || f.next_step === null)).toEqual([]);
    expect(authors).toEqual(new Set(["trainee", "supervisor"]));
  });

  it("is told: something is new for the demo trainee and the demo supervisor, and older things are seen", async () => {
    for (const email of ["trainee@example.org", "supervisor@example.org", "reviewer@example.org"]) expect(await countUnseen(db, await personId(email)), email).toBeGreaterThan(0);
    expect(await db.selectFrom("notice_recipient").select("notice_id").where("seen_at", "is not", null).execute()).not.toEqual([]);
  });

  it("stands beside skills records of both sides", async () => {
    const records = await db.selectFrom("skills_record").select(["trainee_id", "rater_part"]).where("trainee_id", "=", await personId("trainee@example.org")).execute();
    expect(new Set(records.map((r) => r.rater_part))).toEqual(new Set(["trainee", "supervisor"]));
  });
});

describe("consent in the demonstration", () => {
  it("is recorded for every client, of the adult and of the child, for purposes that differ", async () => {
    const clients = await db.selectFrom("client").select("id").execute();
    const consents = await db.selectFrom("current_consent as v").innerJoin("consent as c", "c.id", "v.consent_id").selectAll().execute();
    for (const { id } of clients) expect(consents.filter((c) => c.client_id === id).map((c) => c.filmed_role)).toEqual(expect.arrayContaining(["client", "child"]));
    const purposes = consents.map((c) => [c.for_own_supervisor, c.for_peers, c.for_independent_reviewer, c.for_wider_training].join(""));
    expect(new Set(purposes).size).toBeGreaterThan(4);
    expect(new Set(consents.map((c) => c.given_how))).toEqual(new Set(["signed_form", "electronic_form", "spoken_on_film"]));
  });

  it("was withdrawn once: that film is gone, with a receipt, and its feedback stays", async () => {
    const erased = await db.selectFrom("clip_erasure").selectAll().where("because", "=", "consent_withdrawn").execute();
    expect(erased).toHaveLength(1);
    expect(erased[0]).toMatchObject({ key_destroyed_at: expect.any(String) as unknown, bytes_removed_at: expect.any(String) as unknown });
    const submission = (await allSubmissions()).find(({ clipId }) => clipId === erased[0]?.clip_id);
    expect(submission?.state).toBe("reviewed");
  });
});

describe("films of the demonstration", () => {
  it("lie sealed, each under its key, and open whole; of those that went nothing is left", async () => {
    const kept = await listKeptClips(db);
    expect(kept.length).toBeGreaterThanOrEqual(6);
    expect(kept.length).toBeLessThanOrEqual(9);
    const { withoutBytes, withoutKey } = await compareStores({ database, clips: DEMO_SERVICES.clips });
    expect([withoutBytes, withoutKey]).toEqual([[], []]);
    for (const clip of kept) {
      const film = await openFilm(DEMO_SERVICES.clips, clip);
      expect((await film?.read(0, clip.bytes - 1))?.length).toBe(clip.bytes);
      await film?.close();
    }
    const gone = await db.selectFrom("clip_erasure").select(["clip_id", "receipt"]).execute();
    expect(gone.length).toBeGreaterThanOrEqual(3);
    for (const { clip_id: id } of gone) expect([await DEMO_SERVICES.clips.keys.read(id), await DEMO_SERVICES.clips.blobs.size(id)]).toEqual([undefined, undefined]);
  });

  it("stay while the demonstration is looked at: the clock asks for nothing today", async () => {
    const before = await listKeptClips(db);
    await keepClipClock({ database, clips: DEMO_SERVICES.clips }, NOW);
    expect(await listKeptClips(db)).toEqual(before);
  });
});

describe("sign-off in the demonstration", () => {
  it("stands in every state: one not yet, one accredited, one that waits for the demo supervisor, one for the reviewer", async () => {
    const requests = await allRequests();
    const states = requests.map(({ state }) => state);
    expect(states.filter((state) => state !== "signed").sort()).toEqual(["accredited", "not_yet", "recommended", "waiting"]);
    const waiting = requests.find(({ state }) => state === "waiting");
    const supervisors = await db.selectFrom("current_supervisor_assignment").select("supervisor_id").where("trainee_id", "=", waiting?.traineeId ?? "").where("ends_on", "is", null).execute();
    expect(supervisors).toEqual([{ supervisor_id: await personId("supervisor@example.org") }]);
  });

  it("closed every closed stage, by somebody's signature under what was seen", async () => {
    const signatures = (await allRequests()).flatMap((r) => r.signatures).filter((s) => s.outcome === "signed" || s.outcome === "accredited");
    const closings = await db.selectFrom("stage_closing").select("id").distinct().execute();
    expect(signatures).toHaveLength(closings.length);
    expect(signatures.filter((s) => s.statement === "" || !/^[0-9a-f]{64}$/.test(s.evidenceHash))).toEqual([]);
  });

  it("had the last stage decided by somebody who never supervised", async () => {
    const last = (await allRequests()).filter(({ stage }) => stage === 3);
    expect(last.map(({ state }) => state).sort()).toEqual(["accredited", "not_yet", "recommended"]);
    const reviewer = await personId("reviewer@example.org");
    for (const { traineeId } of last) expect(await hasEverSupervised(db, reviewer, traineeId)).toBe(false);
  });
});

describe("the demonstration as its lead sees it", () => {
  it("has people in every standing and at every stage", async () => {
    const { id } = await db.selectFrom("programme").select("id").executeTakeFirstOrThrow();
    const { trainees } = await getProgrammeFacts(db, id, TODAY);
    const standings = trainees.map((facts) => standingOf(facts, TODAY));
    expect(new Set(standings)).toEqual(new Set(["accredited", "withdrawn", "paused", "stalled", "under_way"]));
    expect(standings.filter((s) => s === "under_way").length).toBeGreaterThan(trainees.length / 2);
  });

  it("has a count for each number that opens to the entries that made it", async () => {
    for (const { id, name } of await listTrainees(db)) {
      const entries = new Set((await db.selectFrom("entry").select("id").where("trainee_id", "=", id).execute()).map((e) => e.id));
      const { stages, overall } = await countOf(db, id, NOW);
      for (const place of [...stages.flatMap((s) => s.requirements), ...overall]) {
        expect([name, place.requirement.key, place.counted.reduce((sum, c) => sum + c.amount, 0)]).toEqual([name, place.requirement.key, place.count]);
        expect(place.counted.filter((c) => !entries.has(c.entryId))).toEqual([]);
      }
    }
  });
});
