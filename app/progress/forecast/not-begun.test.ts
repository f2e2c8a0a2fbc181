import { describe, expect, test } from "vitest";

import { addDays } from "#app/platform/clock.ts";
import { aheadFacts, askingFor, closed, dated, evenLog, next, NOBODY, peerSession, said } from "#tests/support/ahead.ts";
import { peerSupervision, recognised, supervision, TODAY } from "#tests/support/countable.ts";
import { plainDefinition } from "#tests/support/counts.ts";

import type { AheadFacts } from "./ahead.ts";
import { aheadView } from "./ahead-view.ts";
import { axisOf } from "./axis.ts";
import { roadMap } from "./road-map.ts";

describe("what is not begun has no pace", () => {
  const STAGE_TWO = { entries: evenLog(7), closings: [closed(1)] };
  const lateStage = aheadFacts(STAGE_TWO);

  test("the days are those of the rest, and what is not begun comes first as what holds the stage up", () => {
    expect(said(lateStage)).toMatch(/^Stage 2 is likely (between|in) [^,]* 202\d, with one peer session by then: none is logged yet\. That is what holds it up, not cycles\. Stage 3 is likely (between|in) [^,]* 202\d, with two peer sessions by then\.$/);
    expect(next(lateStage)).toMatchObject({ hasPace: true, isReached: false, heldUpBy: { key: "cycles" }, notBegun: [{ missing: 1, hasEntries: false }] });
  });

  test("one of several not begun: how long nobody asked for it moves no day, nor do the others’ days of it", () => {
    const days = (facts: AheadFacts) => dated(facts).stages.map((s) => [s.earliestOn, s.likelyOn, s.latestOn]);
    const notAsked = askingFor("peer_supervision", [0, 0, 0]);
    expect(days(lateStage)).toEqual(days(aheadFacts({ ...STAGE_TWO, definition: notAsked })));
  });

  test("cycles themselves not begun: nobody is told that it is not cycles", () => {
    const sessions = [1, 2, 3].map((n) => supervision({ entryId: `only-${String(n)}`, heldOn: addDays(TODAY, -n * 20), minutes: 60 }));
    expect(said(aheadFacts({ entries: sessions }))).toMatch(/^Stage 1 is likely .*, with two clients and six cycles by then: none of these is logged yet\. That is what holds it up\. Stage 2 is likely .*, with four clients, twelve cycles and one peer session by then: none of these is logged yet\. Stage 3/);
  });

  test.each<[why: string, entry: ReturnType<typeof peerSession>, none: string]>([
    ["voided", peerSupervision({ entryId: "peer", heldOn: addDays(TODAY, -9), voided: true }), "none is logged yet"],
    ["waiting to be confirmed", peerSupervision({ entryId: "peer", heldOn: addDays(TODAY, -9), confirmation: "waiting" }), "none of one’s own counts yet"],
    ["before the start", peerSupervision({ entryId: "peer", heldOn: "2025-08-01" }), "none of one’s own counts yet"],
  ])("a session that does not count is no beginning: %s", (_why, entry, none) => {
    expect(said(aheadFacts({ ...STAGE_TWO, entries: [...evenLog(7), entry] }))).toContain(`with one peer session by then: ${none}.`);
  });

  test("recognised work alone is no beginning, and counts towards what is missing", () => {
    const before = recognised({ entryId: "before", requirement: "peer_supervision", amount: 1 });
    const facts = aheadFacts({ ...STAGE_TWO, entries: [...evenLog(7), before] });
    expect(dated(facts).stages.map((s) => s.notBegun.map((one) => one.missing))).toEqual([[], [1]]);
    expect(said(facts)).toContain("with one peer session by then: none of one’s own counts yet.");
  });

  test("a first session is a pace: the days are those of everything again", () => {
    const facts = aheadFacts({ entries: [...evenLog(7), peerSession(9)], closings: [closed(1)] });
    expect(dated(facts).stages.flatMap((s) => s.notBegun)).toEqual([]);
    expect(said(facts)).not.toContain("by then");
  });

  const onlyPeer = aheadFacts({ entries: evenLog(12), closings: [closed(1)], startedOn: "2024-09-01" });

  test("only what is not begun is missing: the stage has no date and says so; the next, where totals run on, has one", () => {
    expect(said(onlyPeer)).toMatch(/^Stage 2 has no date yet: all it lacks is one peer session, and none is logged yet\. The first gives it a date\. Stage 3 is likely .*, with two peer sessions by then\.$/);
    expect(next(onlyPeer)).toMatchObject({ hasPace: false, isReached: false, heldUpBy: null, earliestOn: null, likelyOn: null, latestOn: null });
    expect(roadMap(onlyPeer, dated(onlyPeer).stages).map((road) => road.stage.stage)).toEqual([3]);
    expect(axisOf(dated(onlyPeer).stages, TODAY)?.ranges.map((r) => r.label)).toEqual(["Stage 3"]);
    expect(aheadView(onlyPeer)?.heading).toBe("Stage 2: no date can be told yet");
    expect(aheadView(onlyPeer)?.stages[0]).toEqual({ stage: "Stage 2", range: "no date yet", likely: "no date yet", heldUp: "Peer supervision (not begun)" });
  });

  test("where each stage counts its own, a stage after one without a date has none either, and what is not begun adds up", () => {
    const NOTHING: [number, number, number] = [0, 0, 0];
    const own = { ...plainDefinition, accumulation: "per_stage" as const };
    const onlyPeers = { ...own, requirements: own.requirements.map((r) => ({ ...r, needed: r.key === "peer_supervision" ? r.needed : NOTHING })) };
    const after = aheadFacts({ definition: onlyPeers });
    expect(said(after)).toBe("Stage 1 has its numbers: what is left is people’s to decide. Stage 2 has no date yet: all it lacks is one peer session, and none is logged yet. The first gives it a date. Stage 3 has no date either: it begins with the end of stage 2.");
    expect(dated(aheadFacts({ entries: evenLog(3), definition: own })).stages.map((s) => s.notBegun.map((one) => one.missing))).toEqual([[], [1], [3]]);
  });

  test("nothing at all begun of what is missing: three entries of something else give no date", () => {
    const peers = aheadFacts({ entries: [5, 30, 60].map(peerSession) });
    expect(said(peers)).toMatch(/^Stage 1 has no date yet: all it lacks is two clients, six cycles and 5 hours of supervision, and none of these is logged yet\. The first of each gives it a date\./);
    expect(axisOf(dated(peers).stages, TODAY)).toBeNull();
  });

  test("begun, but long ago: too far off to say, and what is not begun is named beside it", () => {
    const facts = aheadFacts({ startedOn: "2021-01-01", entries: evenLog(7, addDays(TODAY, -1500)), closings: [closed(1)], others: NOBODY });
    expect(said(facts)).toMatch(/^Stage 2 is too far off to say at the pace of the last months\. It also takes one peer session: none is logged yet\. What holds it up is/);
  });

  test("the page: first in the table, beside the months, and without a pace that could change", () => {
    const view = aheadView(lateStage);
    expect(view?.heading).toMatch(/^Stage 2: likely .*, with one peer session$/);
    expect(view?.stages[0]?.heldUp).toBe("Peer supervision (not begun), then cycles");
    expect(view?.changes[0]?.more).toBe("one cycle");
    expect(view?.changesNothing).toBe("Not begun, so there is no pace yet that could change: peer supervision.");
    expect(view?.roads[0]?.columns.map((c) => c.key)).not.toContain("peer_supervision");
    expect(view?.roads[0]?.beside).toBe("Beside these: one peer session, not begun yet.");
    expect(view?.roads[0]?.there).not.toContain("peer supervision");
  });
});
