import { mapCountedWork } from "#app/logbook/work-days.server.ts";
import { listEnrolledOn } from "#app/pathway/cohort-queries.server.ts";
import { mapPauses } from "#app/pathway/queries.server.ts";
import { addDays, type Day, instantOf, londonDay } from "#app/platform/clock.ts";
import type { Reader } from "#db/database.server.ts";

import { blocksOf } from "./blocks.ts";
import { BLOCK_DAYS } from "./model.ts";
import { type Others, sampled } from "./others.ts";

/** The latest so many who began: how it goes now, and a read that does not grow with the portal. */
const TRAINEES_AT_MOST = 60;

async function readOthers(db: Reader, pathwayVersionId: string, today: Day): Promise<Others> {
  const enrolments = await listEnrolledOn(db, pathwayVersionId, addDays(today, -BLOCK_DAYS), TRAINEES_AT_MOST);
  const ids = enrolments.map((e) => e.traineeId);
  const [work, pauses] = [await mapCountedWork(db, ids, today), await mapPauses(db, ids)];
  return sampled(enrolments.flatMap(({ traineeId, startedOn, endedOn, shares }) => {
    const upTo = endedOn !== null && endedOn < today ? endedOn : today;
    return blocksOf(work.get(traineeId) ?? [], { startedOn, upTo, time: { shares, pauses: pauses.get(traineeId) ?? [] } }).map((block) => ({ traineeId, block }));
  }));
}

interface Kept {
  readonly hour: string;
  readonly others: Others;
}

// Others' work moves a forecast by days at most: it is read once an hour, not with every page.
const kept = new WeakMap<Reader, Map<string, Kept>>();

/** How the work goes of those who began that version of a pathway lately, as it stood at most an hour ago; without names. */
export async function getOthers(db: Reader, pathwayVersionId: string, now: Date): Promise<Others> {
  const versions = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, versions);
  const hour = instantOf(now).slice(0, "2026-11-21T12".length);
  const known = versions.get(pathwayVersionId);
  if (known?.hour === hour) return known.others;
  const others = await readOthers(db, pathwayVersionId, londonDay(now));
  versions.set(pathwayVersionId, { hour, others });
  return others;
}
