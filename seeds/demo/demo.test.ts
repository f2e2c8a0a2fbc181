import { beforeAll, describe, expect, it } from "vitest";

import { listEntries } from "#app/logbook/queries.server.ts";
import { findEnrolment, findPathwayVersion, mapPauses } from "#app/pathway/queries.server.ts";
import { findAccount } from "#app/people/accounts.server.ts";
import { findActor } from "#app/people/actor.server.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#app/people/demo-accounts.ts";
import { findPasswordHash, verifyPassword } from "#app/people/passwords.server.ts";
import { listAssignmentsOf, listStandings } from "#app/people/queries.server.ts";
import { type Day, daysBetween, isWithin, londonDay } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";
import { codesOf, figures, gateOf, listTrainees, PATIENCE_MS, see as seeOn, type Seen, seededAt, stageOf } from "#tests/support/demo.ts";

const NOW = new Date("2026-11-21T10:00:00.000Z");

const see = (db: Reader, name: string): Promise<Seen> => seeOn(db, name, NOW);

let db: Reader;
beforeAll(async () => {
  db = (await seededAt(NOW)).reader;
}, PATIENCE_MS);

describe("the demonstration", () => {
  describe("people", () => {
    it("is one programme of three cohorts with 24 trainees over many boards and every sector", async () => {
      const memberships = await db.selectFrom("current_cohort_membership").select(["trainee_id", "board_code", "sector"]).execute();
      expect(await db.selectFrom("programme").select("name").execute()).toEqual([{ name: "NES early years VIG (demo)" }]);
      expect(await db.selectFrom("cohort").select("id").execute()).toHaveLength(3);
      expect(new Set(memberships.map((m) => m.trainee_id)).size).toBe(24);
      expect(await listTrainees(db)).toHaveLength(24);
      expect(new Set(memberships.map((m) => m.board_code)).size).toBeGreaterThanOrEqual(12);
      expect(new Set(memberships.map((m) => m.sector))).toEqual(new Set(["nhs", "council", "third_sector"]));
    });

    it("has six supervisors: one lapsed and in training again, one outside and not verified, one an independent reviewer", async () => {
      const grants = await db.selectFrom("current_role_grant as g").innerJoin("person as p", "p.id", "g.person_id")
        .select(["p.id", "p.name", "p.email", "p.is_external", "p.verified_on", "g.is_independent_reviewer"]).where("g.role", "=", "supervisor").execute();
      const today = londonDay(NOW);
      const standings = await listStandings(db, grants.map((g) => g.id));
      const notAccredited = grants.filter((g) => !(standings.get(g.id) ?? []).some((p) => p.standing === "accredited" && isWithin(today, p)));
      expect(grants).toHaveLength(6);
      expect(grants.filter((g) => g.is_external === 1)).toMatchObject([{ email: null, verified_on: null }]);
      expect(grants.filter((g) => g.is_independent_reviewer === 1)).toMatchObject([{ email: "reviewer@example.org" }]);
      expect(notAccredited.map((g) => (standings.get(g.id) ?? []).map((p) => p.standing))).toEqual([["accredited", "in_training"]]);
    });

    it.each(DEMO_ACCOUNTS.map((a) => [a.email, a.key]))("lets %s sign in", async (email) => {
      const account = await findAccount(db, email);
      const actor = account && await findActor(db, account.personId, londonDay(NOW));
      expect(actor?.grants).toHaveLength(1);
      expect(await verifyPassword(await findPasswordHash(db, account?.personId ?? ""), DEMO_PASSWORD)).toBe(true);
    });

    it("gives everybody but the external supervisor a sign-in, under an address that reaches nobody", async () => {
      const people = await db.selectFrom("person").leftJoin("password_credential as c", "c.person_id", "person.id")
        .select(["email", "is_external", "c.password_hash"]).execute();
      const inside = people.filter((p) => p.is_external === 0);
      expect(inside.every((p) => p.password_hash !== null)).toBe(true);
      expect(inside.filter((p) => !/@example\.(org|scot)$/.test(p.email ?? ""))).toEqual([]);
    });

    it("keeps the independent reviewer away from everybody whose accreditation they decided, and from the demo trainee", async () => {
      const reviewer = await findAccount(db, "reviewer@example.org");
      const decided = await db.selectFrom("current_stage_closing").select("trainee_id").where("stage", "=", 3).where("decided_by", "=", reviewer?.personId ?? "").execute();
      const ailsa = await findAccount(db, "trainee@example.org");
      expect(decided).toHaveLength(1);
      for (const traineeId of [...decided.map((d) => d.trainee_id), ailsa?.personId ?? ""]) {
        const supervised = (await listEntries(db, traineeId)).filter((e) => e.kind === "supervision" && e.supervisorId === reviewer?.personId);
        const assigned = (await listAssignmentsOf(db, traineeId)).filter((a) => a.supervisorId === reviewer?.personId);
        expect([supervised, assigned]).toEqual([[], []]);
      }
    });
  });

  describe("the demo trainee", () => {
    it("is in stage 2 with five clients, ten cycles, 8 h 30 min and no peer supervision; stage 1 was signed by her supervisor", async () => {
      const ailsa = await see(db, "Ailsa Rutherglen");
      const supervisor = await findAccount(db, "supervisor@example.org");
      const closings = await db.selectFrom("current_stage_closing").select(["stage", "decided_by"]).where("trainee_id", "=", ailsa.id).execute();
      expect(ailsa.count.stageUnderWay).toBe(2);
      expect(figures(ailsa, 2)).toEqual({ clients: 5, cycles: 10, supervision: 510, peer_supervision: 0 });
      expect(stageOf(ailsa, 2).requirements.map((r) => r.remaining)).toEqual([0, 2, 90, 1]);
      expect(gateOf(ailsa, "mid_point").state).toBe("open");
      expect(closings).toEqual([{ stage: 1, decided_by: supervisor?.personId }]);
    });

    it("has one film without its shared review and 90 minutes waiting, and knows several reasons at first hand", async () => {
      const ailsa = await see(db, "Ailsa Rutherglen");
      const live = ailsa.entries.filter((e) => !e.voided);
      expect(live.filter((e) => e.kind === "cycle" && e.reviewedOn === null)).toHaveLength(1);
      expect(live.flatMap((e) => (e.kind === "supervision" && e.confirmation === "waiting" ? [e.minutes] : []))).toEqual([90]);
      expect([...codesOf(ailsa.count)]).toEqual(expect.arrayContaining([
        "voided", "no_shared_review", "waiting_for_confirmation", "questioned", "supervisor_in_training", "format_does_not_count",
      ]));
    });
  });

  describe("every state", () => {
    it("fresh: an empty log, for the newcomer and a late joiner", async () => {
      for (const name of ["Kirsty Abercrombie", "Calum Morrison"]) {
        const fresh = await see(db, name);
        expect([fresh.entries, fresh.count.stageUnderWay, fresh.count.overall.map((r) => r.count)]).toEqual([[], 1, [0, 0, 0, 0]]);
      }
    });

    it("the newcomer began before the first film of the tidy sample logbook, and knows everybody it names", async () => {
      const kirsty = await see(db, "Kirsty Abercrombie");
      const named = [
        "newcomer@example.org", "agnieszka.wisniewska-reid@example.org", "harpreet.sandhu@example.scot", "tomasz.zielinski@example.org",
        "nadia.hussain@example.scot", "eilidh.buchanan@example.scot", "rhys.llywelyn@example.org",
      ];
      expect((await findEnrolment(db, kirsty.id))?.startedOn).toMatch(/^2025-08-(2[0-6]|1\d)$/);
      for (const email of named) expect(await findAccount(db, email), email).toBeDefined();
      const agnieszka = await findAccount(db, "agnieszka.wisniewska-reid@example.org");
      const standings = await listStandings(db, [agnieszka?.personId ?? ""]);
      expect(standings.get(agnieszka?.personId ?? "")?.some((p) => isWithin("2025-09-19", p))).toBe(true);
    });

    it("stage 1 under way", async () => {
      const sadia = await see(db, "Sadia Chaudhry");
      expect([stageOf(sadia, 1).state, stageOf(sadia, 1).numbersReached]).toEqual(["under_way", false]);
    });

    it.each([["Niamh O’Hanlon", 1, "initial_course"], ["Eilidh Buchanan", 2, "mid_point"]] as const)("numbers reached, gate shut: %s", async (name, stage, training) => {
      const seen = await see(db, name);
      expect([seen.count.stageUnderWay, stageOf(seen, stage).numbersReached, gateOf(seen, training).state]).toEqual([stage, true, "shut"]);
    });

    it("numbers reached, gate open, not asked", async () => {
      const gethin = await see(db, "Gethin Llŷr");
      expect([gethin.count.stageUnderWay, stageOf(gethin, 1).numbersReached, gateOf(gethin, "initial_course").state]).toEqual([1, true, "open"]);
    });

    it("stage 1 closed", async () => {
      const jaswinder = await see(db, "Jaswinder Virdee");
      expect([stageOf(jaswinder, 1).state, stageOf(jaswinder, 1).numbersReached, jaswinder.count.stageUnderWay]).toEqual(["closed", true, 2]);
    });

    it.each([
      ["missing", "Tomasz Zieliński", "shut", []], ["booked", "Nadia Hussain", "shut", ["planned", "waiting_for_confirmation"]],
      ["held and waiting for the lead", "Amrit Kaur Dhillon", "shut", ["waiting_for_confirmation"]], ["held", "Ailsa Rutherglen", "open", []],
    ] as const)("stage 2 under way, mid-point half-day %s", async (_what, name, state, reasons) => {
      const seen = await see(db, name);
      const gate = gateOf(seen, "mid_point");
      expect([seen.count.stageUnderWay, gate.state, gate.leftOut.flatMap((l) => l.reasons.map((r) => r.code))]).toEqual([2, state, reasons]);
    });

    it("stage 2 closed", async () => {
      const gurpreet = await see(db, "Gurpreet Singh Bains");
      expect([stageOf(gurpreet, 2).state, stageOf(gurpreet, 2).numbersReached, gurpreet.count.stageUnderWay]).toEqual(["closed", true, 3]);
    });

    it("stage 3 under way", async () => {
      const ewa = await see(db, "Ewa Kaczmarek");
      expect([ewa.count.stageUnderWay, stageOf(ewa, 3).numbersReached]).toEqual([3, false]);
      expect(figures(ewa, 3).cycles).toBeGreaterThan(figures(ewa, 2).cycles ?? 0);
    });

    it("all numbers over 100 %, and not accredited by it", async () => {
      const oluwaseun = await see(db, "Oluwaseun Adeyemi");
      expect(oluwaseun.count.overall.filter((r) => r.percent <= 100)).toEqual([]);
      expect([oluwaseun.count.stageUnderWay, (await findEnrolment(db, oluwaseun.id))?.outcome]).toEqual([3, null]);
    });

    it("accredited: all three stages closed, all numbers reached", async () => {
      const peigi = await see(db, "Peigi NicDhòmhnaill");
      expect(peigi.count.stages.map((s) => [s.state, s.numbersReached])).toEqual([["closed", true], ["closed", true], ["closed", true]]);
      expect((await findEnrolment(db, peigi.id))?.outcome).toBe("accredited");
    });

    it("a reopened stage", async () => {
      const iain = await see(db, "Iain Mac an t-Saoir");
      expect([iain.count.stageUnderWay, stageOf(iain, 2).state]).toEqual([2, "reopened"]);
    });

    it("paused now, and stalled", async () => {
      const today = londonDay(NOW);
      const [paused, stalled] = [await see(db, "Seònaid MacPhail"), await see(db, "Chidinma Okonkwo")];
      const lastDay = (seen: Seen): Day => seen.entries.map((e) => ("heldOn" in e ? e.heldOn : e.kind === "cycle" ? e.reviewedOn ?? e.filmedOn : e.recognisedOn)).sort().at(-1) ?? "";
      expect((await mapPauses(db, [paused.id])).get(paused.id)?.filter((p) => isWithin(today, p))).toHaveLength(1);
      expect(daysBetween(lastDay(stalled), today)).toBeGreaterThan(90);
      expect(await mapPauses(db, [stalled.id])).toEqual(new Map());
    });

    it("withdrawn with a reason", async () => {
      const bethan = await see(db, "Bethan Prydderch");
      const row = await db.selectFrom("current_enrolment").select(["outcome", "end_reason"]).where("trainee_id", "=", bethan.id).executeTakeFirst();
      expect(row).toEqual({ outcome: "withdrawn", end_reason: "left_post" });
    });

    it("part on the 27-cycle pathway, one of them past stage 1", async () => {
      const onIt = [];
      for (const { id, name } of await listTrainees(db)) {
        const version = await findPathwayVersion(db, (await findEnrolment(db, id))?.pathwayVersionId ?? "");
        if (version?.definition.accumulation === "per_stage") onIt.push(name);
      }
      const magnus = await see(db, "Magnus Isbister");
      expect(onIt).toHaveLength(4);
      expect(onIt).toContain("Magnus Isbister");
      expect([magnus.count.stageUnderWay, stageOf(magnus, 1).numbersReached]).toEqual([2, true]);
    });

    it("changed supervisors", async () => {
      const tomasz = await see(db, "Tomasz Zieliński");
      const before = (await listAssignmentsOf(db, tomasz.id)).map((a) => [a.supervisorName, a.endsOn === null]);
      expect(before).toEqual([["Ifeoma Balogun", false], ["Mairi MacInnes", true]]);
    });

    it("a history of group supervision that does not count", async () => {
      const rhys = await see(db, "Rhys Llywelyn");
      const groups = rhys.entries.filter((e) => e.kind === "supervision" && e.format === "group");
      expect(groups).toHaveLength(6);
      expect(figures(rhys, 1).supervision).toBe(120);
    });

    it("recognised prior work, shown apart", async () => {
      const amrit = await see(db, "Amrit Kaur Dhillon");
      expect(stageOf(amrit, 1).requirements.flatMap((r) => r.counted.filter((c) => c.recognised).map((c) => [r.requirement.key, c.amount])))
        .toEqual([["clients", 1], ["cycles", 3], ["supervision", 180]]);
      expect(stageOf(amrit, 1).numbersReached).toBe(true);
    });
  });
});
