import { describe, expect, test } from "vitest";

import { addDays, daysBetween } from "#app/platform/clock.ts";
import { aheadFacts, askingFor, closed, dated, evenLog, FOUR_OTHERS, next, NOBODY, peerSession, said } from "#tests/support/ahead.ts";
import { cycle, TODAY } from "#tests/support/countable.ts";

import { type Ahead, type AheadFacts, aheadOf } from "./ahead.ts";
import { roadMap } from "./road-map.ts";
import { changeFor } from "./what-if.ts";
import { whenView } from "./when-view.ts";

const noted = (facts: AheadFacts): string => whenView(aheadOf(facts), facts)?.notes.join(" ") ?? "";
const EIGHT_WEEKS = 56;

describe("whether there is a forecast", () => {
  test.each<[why: string, facts: AheadFacts, kind: Ahead["kind"] | undefined]>([
    ["eight weeks on the pathway and three entries", aheadFacts({ startedOn: addDays(TODAY, 1 - EIGHT_WEEKS), entries: evenLog(2).slice(0, 3) }), "dated"],
    ["a day less than eight weeks", aheadFacts({ startedOn: addDays(TODAY, 2 - EIGHT_WEEKS), entries: evenLog(2).slice(0, 3) }), "too_little"],
    ["two entries", aheadFacts({ entries: evenLog(1) }), "too_little"],
    ["nothing logged at all", aheadFacts({ entries: [] }), "too_little"],
    ["eight weeks of which one day was a planned pause", aheadFacts({ startedOn: addDays(TODAY, 1 - EIGHT_WEEKS), time: { pauses: [{ from: TODAY, to: TODAY }] } }), "too_little"],
    ["eight weeks at half time are four", aheadFacts({ startedOn: addDays(TODAY, 1 - EIGHT_WEEKS), time: { shares: [{ from: "2025-01-01", percent: 50 }] } }), "too_little"],
    ["every number reached", aheadFacts({ entries: [...evenLog(18), peerSession(3), peerSession(40)], startedOn: "2024-01-01" }), "reached"],
    ["every stage closed", aheadFacts({ closings: [closed(1), closed(2), closed(3)] }), undefined],
    ["an enrolment that ended today", aheadFacts({ endedOn: TODAY }), undefined],
    ["one that ends tomorrow", aheadFacts({ endedOn: addDays(TODAY, 1) }), "dated"],
  ])("%s", (_why, facts, kind) => {
    expect(aheadOf(facts)?.kind).toBe(kind);
  });

  test("too early: says what is missing, and from when there can be one", () => {
    const early = aheadFacts({ startedOn: TODAY, entries: [] });
    expect(noted(early)).toContain("no count so far. It can stand here from 9 August 2026.");
    expect(noted(aheadFacts({ entries: evenLog(1) }))).toContain("two count so far. It will stand here with the next that count.");
  });
});

describe("what is said", () => {
  test("the range in months, and what holds it up where that is not cycles", () => {
    const facts = aheadFacts({ entries: [...evenLog(7), peerSession(20), peerSession(140)], closings: [closed(1)] });
    expect(said(facts)).toMatch(/^Stage 2 is likely (between|in) .* 202\d\. What holds it up is .*\. Stage 3 is likely between/);
    expect(next(facts).heldUpBy?.key).toBe("cycles");
    const rarely = aheadFacts({ entries: [...evenLog(11), peerSession(300)], definition: askingFor("peer_supervision", [1, 3, 5]), closings: [closed(1)], startedOn: addDays(TODAY, -320) });
    expect(said(rarely)).toContain("What holds it up is peer supervision, not cycles.");
  });

  test("numbers only: the gates that are shut and the decision are named beside the days", () => {
    expect(noted(aheadFacts())).toBe("Numbers only: the initial course, the mid-point half-day and the decision come beside them.");
  });

  test("a stage whose numbers are reached has no date", () => {
    const facts = aheadFacts({ entries: evenLog(6) });
    expect(next(facts)).toMatchObject({ stage: 1, isReached: true, heldUpBy: null });
    expect(said(facts)).toMatch(/^Stage 1 has its numbers: what is left is people’s to decide\. Stage 2 is likely/);
  });

  test("three others are enough; two are not, and it says that it leans on this record alone", () => {
    const of = (...ids: string[]) => ({ blocks: FOUR_OTHERS.blocks.filter((one) => ids.includes(one.traineeId)) });
    expect(dated(aheadFacts({ others: of("a", "b", "c") })).isOwnAlone).toBe(false);
    expect(dated(aheadFacts({ others: of("a", "b") })).isOwnAlone).toBe(true);
    expect(noted(aheadFacts({ others: of("a", "b") }))).toContain("worked out from this record alone");
  });

  test("one's own weeks are not among the others’", () => {
    const own = { blocks: [...FOUR_OTHERS.blocks.filter((one) => one.traineeId !== "d"), ...FOUR_OTHERS.blocks.map(({ block }) => ({ traineeId: "trainee", block: [...block, ...block] }))] };
    expect(next(aheadFacts({ others: own }))).toEqual(next(aheadFacts({ others: { blocks: FOUR_OTHERS.blocks.filter((one) => one.traineeId !== "d") } })));
  });

  test("long without work is too far off to say, and nobody is called stalled", () => {
    const old = evenLog(3, addDays(TODAY, -1500));
    const facts = aheadFacts({ startedOn: "2021-01-01", entries: old, others: NOBODY });
    expect(said(facts)).toContain("Stage 1 is too far off to say");
    expect(`${said(facts)} ${noted(facts)}`).not.toMatch(/stall/i);
  });
});

describe("pauses and part time", () => {
  const coming = { from: addDays(TODAY, 5), to: addDays(TODAY, 34) };

  test("a pause to come moves the days by its length", () => {
    const [without, with30] = [next(aheadFacts()), next(aheadFacts({ time: { pauses: [coming] } }))];
    expect([without.earliestOn, without.likelyOn, without.latestOn].map((day) => addDays(day ?? "", 30))).toEqual([with30.earliestOn, with30.likelyOn, with30.latestOn]);
  });

  test("a pause that holds today is reckoned from its end, and said", () => {
    const facts = aheadFacts({ time: { pauses: [{ from: addDays(TODAY, 1), to: addDays(TODAY, 20) }, { from: TODAY, to: TODAY }] } });
    expect(noted(facts)).toContain("Reckoned from the end of the planned pause, 15 June 2026.");
    expect((next(facts).earliestOn ?? "") > addDays(TODAY, 20)).toBe(true);
  });

  test("a pause that lies behind takes no pace away: the weeks around it are the weeks", () => {
    const entries = [...evenLog(2), ...evenLog(2, addDays(TODAY, -2 * 28 - 60)).map((e) => ({ ...e, entryId: `before-${e.entryId}` }))];
    const pause = { from: addDays(TODAY, -2 * 28 - 59), to: addDays(TODAY, -2 * 28) };
    const [paused, idle] = [next(aheadFacts({ entries, time: { pauses: [pause] } })), next(aheadFacts({ entries }))];
    expect((paused.likelyOn ?? "") < (idle.likelyOn ?? "")).toBe(true);
  });

  test("half time from today takes twice as long", () => {
    const [full, half] = [next(aheadFacts()), next(aheadFacts({ time: { shares: [{ from: addDays(TODAY, 1), percent: 50 }] } }))];
    expect(daysBetween(TODAY, half.likelyOn ?? "")).toBe(2 * daysBetween(TODAY, full.likelyOn ?? ""));
  });

  test("neither changes what a stage asks", () => {
    const time = { pauses: [coming], shares: [{ from: TODAY, percent: 20 }] };
    expect(aheadFacts({ time }).count).toEqual(aheadFacts().count);
  });
});

describe("what would change it", () => {
  test("one more of what holds it up is earlier, by whole weeks", () => {
    const facts = aheadFacts({ entries: [...evenLog(7), peerSession(20)], closings: [closed(1)] });
    const stage = next(facts);
    const change = changeFor(facts, stage);
    expect(change).toMatchObject({ requirement: { key: "cycles" }, amount: 1 });
    expect(change?.weeksEarlier).toBe(Math.floor(daysBetween(change?.likelyOn ?? "", stage.likelyOn ?? "") / 7));
    expect(change?.weeksEarlier).toBeGreaterThan(0);
  });

  test("nothing to change where nothing is missing", () => {
    const facts = aheadFacts({ entries: evenLog(6) });
    expect(changeFor(facts, next(facts))).toBeUndefined();
  });
});

describe("the road map", () => {
  const facts = aheadFacts({ entries: [...evenLog(4), cycle({ entryId: "again", clientId: "client-0", filmedOn: addDays(TODAY, -5), reviewedOn: addDays(TODAY, -4) })] });
  const { stages } = dated(facts);
  const roads = roadMap(facts, stages);

  test("each stage has its months, the last of them up to its likely day with everything there", () => {
    expect(roads.map((road) => road.stage.stage)).toEqual(stages.filter((s) => !s.isReached).map((s) => s.stage));
    for (const { stage, months } of roads) {
      const last = months.at(-1);
      expect(last?.upTo).toBe(stage.likelyOn);
      for (const { amount, needed } of last?.milestones ?? []) expect(amount).toBe(needed);
    }
  });

  test("nothing falls from month to month, within a stage and from one to the next", () => {
    for (const key of ["clients", "cycles", "supervision"]) {
      const amounts = roads.flatMap(({ months }) => months.flatMap((m) => m.milestones.filter((one) => one.requirement.key === key).map((one) => one.amount)));
      expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
    }
  });

  test("a pause stands in each month that it touches, and a share in the month in which it begins", () => {
    const time = { shares: [{ from: "2026-08-01", percent: 60 }], pauses: [{ from: "2026-07-20", to: "2026-08-03" }] };
    const withTime = aheadFacts({ time });
    const months = roadMap(withTime, dated(withTime).stages).flatMap((road) => road.months);
    expect(months.filter((m) => m.pauses.length > 0).map((m) => m.month)).toEqual(["2026-07-01", "2026-08-01"]);
    expect(months.filter((m) => m.shares.length > 0).map((m) => m.month)).toEqual(["2026-08-01"]);
  });

  test("there are no months without a likely day", () => {
    const unknown = aheadFacts({ entries: [5, 30, 60].map(peerSession) });
    expect(roadMap(unknown, dated(unknown).stages)).toEqual([]);
  });
});
