import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { countPathway } from "./counting.ts";
import { lockOf } from "./locks.ts";
import type { CountableEntry, CountingCase, PathwayCount, PathwayDefinition, RequirementCount } from "./model.ts";
import { projectionOf } from "./projection.ts";
import { closingsInForce, placeOf } from "./stage-of-day.ts";
import { addDays } from "#app/platform/clock.ts";
import { anyCase, anyClosings, anyDay, anyDefinition, CLIENTS } from "#tests/support/arbitraries.ts";
import { cycle, peerSupervision, supervision, TODAY, training } from "#tests/support/countable.ts";

const anyCount = fc.tuple(anyDefinition, anyCase).map(([definition, of]) => ({ definition, of, count: countPathway(definition, of, TODAY) }));

function everyRequirement(count: PathwayCount): RequirementCount[] {
  return [...count.overall, ...count.stages.flatMap((s) => s.requirements)];
}

function idsIn(evidence: Pick<RequirementCount, "counted" | "leftOut">): string[] {
  return [...evidence.counted, ...evidence.leftOut].map((e) => e.entryId);
}

function askedIds(entries: readonly CountableEntry[], { requirement }: RequirementCount): string[] {
  return entries.filter((e) => (e.kind === "recognised" ? e.requirement === requirement.key : e.kind === requirement.entries)).map((e) => e.entryId);
}

describe("evidence", () => {
  test("counted plus left out is everything of the requirement's kind, each entry once", () => {
    fc.assert(fc.property(anyCount, ({ of, count }) => {
      for (const r of count.overall) expect(idsIn(r).sort()).toEqual(askedIds(of.entries, r).sort());
    }));
  });

  test("no entry of the whole logbook is lost: requirements, gates and what nothing asks for hold them all", () => {
    fc.assert(fc.property(anyCount, ({ of, count }) => {
      const said = [...count.overall.flatMap(idsIn), ...count.stages.flatMap((s) => s.gates).flatMap(idsIn), ...count.unasked.map((u) => u.entryId)];
      expect([...new Set(said)].sort()).toEqual(of.entries.map((e) => e.entryId).sort());
    }));
  });

  test("per stage, every entry stands in one stage only, and the stages together hold what the whole holds", () => {
    fc.assert(fc.property(anyCount.filter(({ definition }) => definition.accumulation === "per_stage"), ({ count }) => {
      for (const [i, whole] of count.overall.entries()) {
        const parts = count.stages.flatMap((s) => { const part = s.requirements[i]; return part ? [part] : []; });
        expect(parts.flatMap(idsIn).sort()).toEqual(idsIn(whole).sort());
        expect(parts.reduce((sum, p) => sum + Math.min(p.count, p.needed), 0)).toBe(whole.count);
        expect(parts.reduce((sum, p) => sum + p.count, 0)).toBe(whole.count + whole.surplus);
        expect(parts.reduce((sum, p) => sum + p.needed, 0)).toBe(whole.needed);
      }
    }));
  });

  test("per stage, the whole is met exactly when every stage is", () => {
    fc.assert(fc.property(anyCount.filter(({ definition }) => definition.accumulation === "per_stage"), ({ count }) => {
      for (const [i, whole] of count.overall.entries()) expect(whole.state === "met").toBe(count.stages.every((s) => s.requirements[i]?.state === "met"));
    }));
  });

  test("the count with its surplus is the sum of its evidence, and every left-out entry has a reason, each reason once", () => {
    fc.assert(fc.property(anyCount, ({ count }) => {
      for (const r of everyRequirement(count)) {
        expect(r.count + r.surplus).toBe(r.counted.reduce((sum, c) => sum + c.amount, 0));
        expect(r.surplus).toBeGreaterThanOrEqual(0);
        for (const { reasons } of r.leftOut) {
          expect(reasons.length).toBeGreaterThan(0);
          expect(new Set(reasons.map((reason) => reason.code)).size).toBe(reasons.length);
        }
      }
    }));
  });

  test("voided stands alone, exactly on what is voided", () => {
    fc.assert(fc.property(anyCount, ({ of, count }) => {
      const voided = new Set(of.entries.filter((e) => e.voided).map((e) => e.entryId));
      for (const r of count.overall) {
        expect(r.counted.some((c) => voided.has(c.entryId))).toBe(false);
        for (const { entryId, reasons } of r.leftOut) {
          expect(reasons.some((reason) => reason.code === "voided")).toBe(voided.has(entryId));
          if (voided.has(entryId)) expect(reasons).toHaveLength(1);
        }
      }
    }));
  });

  test("nothing counts from a day after today, and every client counts once", () => {
    fc.assert(fc.property(anyCount, ({ count }) => {
      for (const r of everyRequirement(count)) {
        expect(r.counted.every((c) => c.countsOn <= TODAY)).toBe(true);
        const clients = r.counted.flatMap((c) => (c.clientId === undefined ? [] : [c.clientId]));
        expect(new Set(clients).size).toBe(clients.length);
      }
    }));
  });
});

describe("arithmetic", () => {
  test("met exactly when nothing remains; the percent never rounds up", () => {
    fc.assert(fc.property(anyCount, ({ count }) => {
      for (const r of everyRequirement(count)) {
        expect(r.state === "met").toBe(r.remaining === 0);
        expect(r.remaining).toBe(Math.max(0, r.needed - r.count));
        expect(r.percent * r.needed).toBeLessThanOrEqual(r.needed === 0 ? 0 : r.count * 100);
        if (r.needed > 0) expect((r.percent + 1) * r.needed).toBeGreaterThan(r.count * 100);
        expect(r.percent >= 100).toBe(r.state === "met");
      }
    }));
  });

  test("a stage's numbers are reached exactly when each requirement is met, whatever the gates say", () => {
    fc.assert(fc.property(anyCount, ({ count }) => {
      for (const s of count.stages) expect(s.numbersReached).toBe(s.requirements.every((r) => r.remaining === 0));
    }));
  });
});

test("the order of the entries and of the closings does not matter", () => {
  const shuffled = fc.tuple(anyDefinition, anyCase).chain(([definition, of]) => fc.tuple(
    fc.constant(definition), fc.constant(of),
    fc.shuffledSubarray([...of.entries], { minLength: of.entries.length }), fc.shuffledSubarray([...of.closings], { minLength: of.closings.length }),
  ));
  fc.assert(fc.property(shuffled, ([definition, of, entries, closings]) => {
    expect(countPathway(definition, { ...of, entries, closings }, TODAY)).toEqual(countPathway(definition, of, TODAY));
  }));
});

/** Entries that count on any pathway and are the same as nothing that the arbitraries make. */
const freshEntry: fc.Arbitrary<CountableEntry> = fc.tuple(anyDay, anyDay).map(([a, b]) => [a, b].sort() as [string, string])
  .filter(([from, to]) => from >= "2025-09-01" && to <= TODAY)
  .chain(([from, to]) => fc.constantFrom<CountableEntry>(
    cycle({ entryId: "fresh", clientId: "client-fresh", filmedOn: from, reviewedOn: to }),
    ...CLIENTS.map((client) => cycle({ entryId: "fresh", ...client, filmedOn: from, reviewedOn: to })),
    supervision({ entryId: "fresh", supervisorId: "supervisor-fresh", heldOn: to }),
    peerSupervision({ entryId: "fresh", attendeeIds: ["peer-fresh"], heldOn: to }),
    training({ entryId: "fresh", heldOn: to, halfDays: 7 }),
  )).map((entry) => ({ ...entry, recordedAt: `${addDays(TODAY, 30)}T21:00:00.000Z` }));

function dated(of: CountingCase, entryId: string): CountableEntry {
  const entry = of.entries.find((e) => e.entryId === entryId);
  if (!entry) throw new Error(`nothing logged as ${entryId}`);
  return entry;
}

function withFresh(definition: PathwayDefinition, of: CountingCase, fresh: CountableEntry) {
  return [countPathway(definition, of, TODAY), countPathway(definition, { ...of, entries: [...of.entries, fresh] }, TODAY)] as const;
}

function logged(r: RequirementCount | undefined): number {
  return r ? r.count + r.surplus : 0;
}

describe("a fresh entry that counts", () => {
  test("lowers no number of the whole with its surplus, and raises one unless its client or gate was there already", () => {
    fc.assert(fc.property(anyDefinition, anyCase, freshEntry, (definition, of, fresh) => {
      const [before, after] = withFresh(definition, of, fresh);
      for (const [i, r] of after.overall.entries()) expect(logged(r)).toBeGreaterThanOrEqual(logged(before.overall[i]));
      const isOfRequirement = definition.requirements.some((r) => r.entries === fresh.kind && r.measure !== "distinct_clients");
      const isSame = after.overall.some((r) => r.leftOut.some((l) => l.entryId === "fresh" && l.reasons.some((reason) => reason.code === "same_twice")));
      const sum = (count: PathwayCount): number => count.overall.reduce((all, r) => all + logged(r), 0);
      if (isOfRequirement && !isSame) expect(sum(after)).toBeGreaterThan(sum(before));
    }));
  });

  // The one exception: on a per-stage pathway an earlier cycle of a known client moves that client to the earlier stage.
  test("lowers no number of any stage, but for a client that moves to the stage of an earlier cycle", () => {
    fc.assert(fc.property(anyDefinition, anyCase, freshEntry, (definition, of, fresh) => {
      const [before, after] = withFresh(definition, of, fresh);
      for (const [s, stage] of after.stages.entries()) {
        for (const [i, r] of stage.requirements.entries()) {
          const mayMove = definition.accumulation === "per_stage" && r.requirement.measure === "distinct_clients";
          if (!mayMove) expect(r.count).toBeGreaterThanOrEqual(before.stages[s]?.requirements[i]?.count ?? 0);
        }
        for (const [i, gate] of stage.gates.entries()) expect(gate.halfDays).toBeGreaterThanOrEqual(before.stages[s]?.gates[i]?.halfDays ?? 0);
      }
    }));
  });

  test("voided again, it leaves every number of the whole as it was before", () => {
    fc.assert(fc.property(anyDefinition, anyCase, freshEntry, (definition, of, fresh) => {
      const [before, voided] = withFresh(definition, of, { ...fresh, voided: true });
      expect(voided.overall.map((r) => r.count)).toEqual(before.overall.map((r) => r.count));
    }));
  });
});

describe("stages", () => {
  test("closing never changes what counts in all, only whether it is surplus of its stage, and no number closes or reopens a stage", () => {
    fc.assert(fc.property(anyDefinition, anyCase, anyClosings, (definition, of, closings) => {
      const [one, other] = [countPathway(definition, of, TODAY), countPathway(definition, { ...of, closings }, TODAY)];
      expect(other.overall.map((r) => [logged(r), r.needed])).toEqual(one.overall.map((r) => [logged(r), r.needed]));
      if (definition.accumulation === "cumulative") expect(other.overall.map((r) => [r.count, r.surplus, r.state])).toEqual(one.overall.map((r) => [r.count, 0, r.state]));
      for (const s of other.stages) {
        expect(s.state === "closed").toBe(closings.some((c) => c.stage === s.stage && !c.reopened && c.closedOn <= TODAY));
        if (s.state === "closed") expect(s.closedOn).not.toBeNull();
      }
    }));
  });

  test("without a closing the first stage is under way, whatever was reached", () => {
    fc.assert(fc.property(anyDefinition, anyCase, (definition, of) => {
      const count = countPathway(definition, { ...of, closings: [] }, TODAY);
      expect([count.stageUnderWay, ...count.stages.map((s) => s.state)]).toEqual([1, "under_way", "ahead", "ahead"]);
    }));
  });

  test("running totals: an open stage counts everything, a closed one never more than the whole", () => {
    fc.assert(fc.property(anyCount.filter(({ definition }) => definition.accumulation === "cumulative"), ({ count }) => {
      for (const s of count.stages) {
        const [counts, whole] = [s.requirements.map((r) => r.count), count.overall.map((r) => r.count)];
        if (s.state === "closed") counts.forEach((n, i) => { expect(n).toBeLessThanOrEqual(whole[i] ?? 0); });
        else expect(counts).toEqual(whole);
      }
    }));
  });

  test("what a closed stage counts is locked, whether totals run on or each stage has its own, and wherever late entries belong", () => {
    fc.assert(fc.property(anyCount.filter(({ of }) => of.closings.every((c) => !c.reopened)), ({ definition, of, count }) => {
      const closed = count.stages.filter((s) => s.state === "closed" && s.stage < 3);
      for (const c of closed.flatMap((s) => s.requirements).flatMap((r) => r.counted)) expect(lockOf(dated(of, c.entryId), { closings: of.closings, definition }, TODAY)).not.toBeNull();
    }));
  });

  test("per stage, what counts is locked by its own stage, and by that alone", () => {
    const perStage = anyCount.filter(({ definition, of }) => definition.accumulation === "per_stage" && of.closings.every((c) => !c.reopened));
    fc.assert(fc.property(perStage, ({ definition, of, count }) => {
      for (const s of count.stages) {
        const isPast = (entryId: string): boolean => s.stage === 3 && !of.closings.some((c) => c.stage === 3 && (placeOf(dated(of, entryId), closingsInForce(of.closings, TODAY), definition).placedOn ?? "") <= c.closedOn);
        for (const { entryId } of s.requirements.flatMap((r) => r.counted).filter((c) => !isPast(c.entryId))) {
          expect(lockOf(dated(of, entryId), { closings: of.closings, definition }, TODAY)?.stage ?? null).toBe(s.state === "closed" ? s.stage : null);
        }
      }
    }));
  });

  test("the projection holds exactly what counts over the whole, each entry once", () => {
    fc.assert(fc.property(anyCount, ({ count }) => {
      const rows = projectionOf(count).map((r) => [r.requirement, r.entryId, r.amount].join(" "));
      const whole = [...count.overall.map((r) => ({ key: r.requirement.key, counted: r.counted })), ...count.stages.flatMap((s) => s.gates).map((g) => ({ key: g.gate.key, counted: g.counted }))];
      expect(rows.sort()).toEqual(whole.flatMap((r) => r.counted.map((c) => [r.key, c.entryId, c.amount].join(" "))).sort());
    }));
  });
});

test("a day that passes lowers no number of the whole", () => {
  fc.assert(fc.property(anyDefinition, anyCase, (definition, of) => {
    const [today, tomorrow] = [countPathway(definition, of, TODAY), countPathway(definition, of, addDays(TODAY, 1))];
    tomorrow.overall.forEach((r, i) => { expect(r.count).toBeGreaterThanOrEqual(today.overall[i]?.count ?? 0); });
  }));
});
