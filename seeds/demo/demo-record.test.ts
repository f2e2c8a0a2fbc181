import { beforeAll, describe, expect, it } from "vitest";

import { verifyChain } from "#app/audit/queries.server.ts";
import { screenFreeText } from "#app/logbook/identifiers.ts";
import { listClients, listEntries } from "#app/logbook/queries.server.ts";
import { compareProjection, countTrainee } from "#app/logbook/recount.server.ts";
import type { LeftOutReason } from "#app/pathway/model.ts";
import { findAccount } from "#app/people/accounts.server.ts";
import { findActor } from "#app/people/actor.server.ts";
import { visibleTraineeIds } from "#app/people/scope.server.ts";
import { addDays, londonDay } from "#app/platform/clock.ts";
import type { Database, Reader } from "#db/database.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { codesOf, countOf, DEMO_SERVICES, listJourneyTexts, listTrainees, PATIENCE_MS, reasonsOf, see, seededAt } from "#tests/support/demo.ts";
import { makePerson } from "#tests/support/factories.ts";

import { NotADemo, seedDemo } from "./index.ts";

const NOW = new Date("2026-11-21T10:00:00.000Z");

let database: Database;
let db: Reader;
beforeAll(async () => {
  database = await seededAt(NOW);
  db = database.reader;
}, PATIENCE_MS);

describe("the demonstration", () => {
  describe("why entries do not count", () => {
    const POSSIBLE = [
      "voided", "planned", "before_start", "no_shared_review", "review_before_film", "same_twice", "waiting_for_confirmation", "questioned",
      "supervisor_not_accredited", "supervisor_in_training", "supervisor_not_verified", "supervisor_is_trainee", "format_does_not_count",
      "client_counted_already", "client_counted_in_earlier_stage", "no_such_requirement",
    ] as const satisfies readonly LeftOutReason["code"][];
    type Known = (typeof POSSIBLE)[number];
    /** Both presets count a client with one counted cycle, so no case has to be closed; of those whom they see nobody goes on after an end. A new reason does not compile here until it is sorted. */
    const IMPOSSIBLE: Readonly<Record<Exclude<LeftOutReason["code"], Known>, true>> = { case_not_closed: true, after_end: true };

    async function seenCodes(): Promise<Set<string>> {
      const codes = new Set<string>();
      for (const email of ["supervisor@example.org", "trainee@example.org"]) {
        const account = await findAccount(db, email);
        const actor = account && await findActor(db, account.personId, londonDay(NOW));
        if (!actor) throw new Error(`${email} cannot sign in`);
        for (const { trainee_id } of await visibleTraineeIds(db, actor).execute()) {
          const count = await countTrainee(db, trainee_id, NOW);
          if (count) for (const code of codesOf(count)) codes.add(code);
        }
      }
      return codes;
    }

    it("shows the demo supervisor or the demo trainee every reason that the presets can give, and no other", async () => {
      const codes = await seenCodes();
      expect([...codes].sort()).toEqual([...POSSIBLE].sort());
      expect(Object.keys(IMPOSSIBLE).filter((code) => codes.has(code))).toEqual([]);
    });
  });

  describe("record", () => {
    it("leaves an intact chain with one row an act, dated as the acts", async () => {
      const verdict = await verifyChain(db);
      const entries = await db.selectFrom("entry").select("id").execute();
      const logged = await db.selectFrom("audit_entry").select("seq").where("act", "in", ["entry.logged", "entries.imported", "work.recognised"]).execute();
      const inOrder = await db.selectFrom("audit_entry").select("at").where("act", "not in", ["pathway.recorded"]).orderBy("seq").execute();
      expect(verdict).toMatchObject({ intact: true });
      expect(logged).toHaveLength(entries.length);
      expect(inOrder.map((r) => r.at)).toEqual(inOrder.map((r) => r.at).sort());
    });

    it("says in the projection what the rule says, for everybody", async () => {
      for (const { id, name } of await listTrainees(db)) expect(await compareProjection(db, id, NOW), name).toBeUndefined();
    });

    it("knew then what counted then", async () => {
      const { id } = await see(db, "Peigi NicDhòmhnaill", NOW);
      const aYearAgo = `${addDays(londonDay(NOW), -365)}T00:00:00.000Z`;
      const known = await db.selectFrom("counted_entry").select("entry_id").where("trainee_id", "=", id).where("requirement", "=", "cycles").where("known_from", "<", aYearAgo).execute();
      expect(known.length).toBeGreaterThanOrEqual(6);
      expect(known.length).toBeLessThan(18);
    });

    it("writes nothing that the logbook would refuse or ask about", async () => {
      const texts = [];
      for (const table of ["cycle_version", "supervision_version", "peer_supervision_version", "training_version", "recognised_version", "confirmation"] as const) {
        texts.push(...(await db.selectFrom(table).select("note").distinct().execute()).flatMap((r) => r.note ?? []));
      }
      for (const table of ["cycle_version", "stage_closing", "client_version"] as const) {
        texts.push(...(await db.selectFrom(table).select("reason").distinct().execute()).flatMap((r) => r.reason ?? []));
      }
      for (const row of await db.selectFrom("client_version").select(["helping_question", "goal_1", "goal_2", "goal_3", "next_steps"]).distinct().execute()) {
        texts.push(...Object.values(row).filter((text) => text !== null));
      }
      texts.push(...(await db.selectFrom("cycle_version").select("attuned_moments").distinct().execute()).flatMap((r) => r.attuned_moments ?? []));
      texts.push(...(await db.selectFrom("cycle_reflection").select("reflection").distinct().execute()).map((r) => r.reflection));
      const references = new Set((await db.selectFrom("submission").select("reference").execute()).map((r) => r.reference));
      texts.push(...(await listJourneyTexts(db)).filter((text) => !references.has(text)));
      expect(texts.length).toBeGreaterThan(100);
      for (const text of texts) expect(screenFreeText(text, []), text).toEqual({ refuse: [], ask: [] });
    });

    it("tells cases, cycles and sessions in full, by the commands", async () => {
      const { id } = await see(db, "Ailsa Rutherglen", NOW);
      const clients = await listClients(db, id);
      expect(clients.map((c) => [c.relation, c.closedBecause]).sort()).toEqual([
        ["foster_or_adoptive", "work_done"], ["grandparent", "work_done"], ["parent", null], ["parent", null], ["parent", "moved_away"], ["parent", "work_done"],
      ]);
      const entries = await listEntries(db, id);
      expect(entries.filter((e) => e.kind === "cycle" && e.attunedMoments !== null)).toHaveLength(2);
      expect(entries.flatMap((e) => (e.kind === "supervision" ? e.discussed : []))).toHaveLength(7);
      const acts = await db.selectFrom("audit_entry").select("act").distinct().where("act", "in", ["client.changed", "client.closed", "work.recognised"]).orderBy("act").execute();
      expect(acts.map((row) => row.act)).toEqual(["client.changed", "client.closed", "work.recognised"]);
    });

    it("names no day after today but what is planned, and nothing that was done tomorrow", async () => {
      const after = await db.selectFrom("audit_entry").select("seq").where("at", ">", NOW.toISOString()).execute();
      expect(after).toEqual([]);
    });

    it("does nothing the second time", async () => {
      const before = await verifyChain(db);
      await seedDemo(database, DEMO_SERVICES, new Date(NOW.getTime() + 86_400_000));
      expect(await verifyChain(db)).toEqual(before);
    });
  });
});

/** Everybody by name with their days and counts: what a second seeding has to give again. */
async function pictureOf(db: Reader, now: Date): Promise<unknown[]> {
  const picture = [];
  for (const { id, name, email } of await listTrainees(db)) {
    const count = await countOf(db, id, now);
    const entries = (await listEntries(db, id)).map((e) => ({
      kind: e.kind, note: e.note, voided: e.voided, version: e.version, loggedAt: e.loggedAt, recordedAt: e.recordedAt,
      days: "heldOn" in e ? [e.heldOn] : e.kind === "cycle" ? [e.filmedOn, e.reviewedOn] : [e.recognisedOn],
    }));
    picture.push({ name, email, entries, counts: count.stages.map((s) => [s.state, s.closedOn, s.requirements.map((r) => r.count)]), left: reasonsOf(count).map((r) => r.code).sort() });
  }
  return picture;
}

describe("beside other people", () => {
  it("is not made where somebody is who is not its own: nothing is written", async () => {
    const real = await freshDatabase();
    await makePerson(real, { name: "Ada Adams" });
    await expect(seedDemo(real, DEMO_SERVICES, NOW)).rejects.toThrow(NotADemo);
    expect(await real.reader.selectFrom("person").select("name").execute()).toEqual([{ name: "Ada Adams" }]);
    expect(await verifyChain(real.reader)).toEqual({ intact: true, length: 0 });
  });
});

describe("from whichever day it is told", () => {
  it("gives the same picture twice on one day", async () => {
    const again = await seededAt(NOW);
    expect(await pictureOf(again.reader, NOW)).toEqual(await pictureOf(db, NOW));
    expect(await listJourneyTexts(again.reader)).toEqual(await listJourneyTexts(db));
  }, PATIENCE_MS);

  it.each([
    ["a leap day", "2028-02-29T09:00:00.000Z"], ["New Year's Day", "2027-01-01T09:00:00.000Z"], ["a summer evening past midnight in London", "2026-07-15T23:30:00.000Z"],
    ["the day the clocks go forward", "2027-03-28T00:30:00.000Z"], ["a Monday before the sample logbook begins", "2025-06-02T08:00:00.000Z"],
  ])("gives the demo trainee the same numbers on %s", async (_day, at) => {
    const now = new Date(at);
    const { reader } = await seededAt(now);
    const ailsa = await see(reader, "Ailsa Rutherglen", now);
    expect(ailsa.count.stages.map((s) => s.requirements.map((r) => r.count))).toEqual([[3, 6, 300, 0], [5, 10, 510, 0], [5, 10, 510, 0]]);
    expect(ailsa.count.stageUnderWay).toBe(2);
    expect(await verifyChain(reader)).toMatchObject({ intact: true });
    for (const { id, name } of await listTrainees(reader)) expect(await compareProjection(reader, id, now), name).toBeUndefined();
  }, PATIENCE_MS);
});
