import { insertClient, insertClientVersion } from "#app/logbook/client-writes.server.ts";
import type { Content } from "#app/logbook/content.ts";
import { insertFirstDecision, insertRecognised } from "#app/logbook/seeded-writes.server.ts";
import { insertEntry, insertImportBatch, insertVersion } from "#app/logbook/writes.server.ts";
import type { Day } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";

import { type Calendar, momentOn } from "./calendar.ts";
import { caseDeeds, clientName } from "./case-deeds.server.ts";
import { consentDeeds } from "./consent-deeds.server.ts";
import type { Deed, Scene } from "./deeds.ts";
import type { CyclePlan, LoggedPlan, RecognisedPlan, TraineePlan } from "./plan.ts";
import { cycle } from "./practice.ts";
import { reviewDeeds } from "./review-deeds.server.ts";

/** What every deed of one entry knows. */
interface Telling {
  readonly plan: TraineePlan;
  readonly calendar: Calendar;
  readonly entryId: string;
  /** Its place in the log: tells entries of one day apart, so that they stand in one order always. */
  readonly place: number;
}

type OwnPlan = Exclude<LoggedPlan, RecognisedPlan>;

const cycleName = (plan: TraineePlan, client: number, filmedAgo: number): string => `cycle of ${clientName(plan, client)}, ${String(filmedAgo)} days ago`;

/** Logged on the day it happened; what lies ahead or carries its own day says when. */
function loggedAgo(entry: OwnPlan): number {
  if (entry.loggedAgo !== undefined) return entry.loggedAgo;
  return Math.max(1, entry.kind === "cycle" ? entry.reviewedAgo ?? entry.filmedAgo : entry.heldAgo);
}

function contentOf(scene: Scene, { plan, calendar }: Telling, entry: OwnPlan): Content {
  const note = entry.note ?? null;
  switch (entry.kind) {
    case "cycle": {
      const { kind, filmMinutes, mode, clipsChosen, reviewMinutes, goalRating, nextStep, details } = entry;
      return {
        kind, clientId: scene.idOf(clientName(plan, entry.client)), filmedOn: calendar.dayAgo(entry.filmedAgo), filmMinutes, mode, clipsChosen,
        reviewedOn: entry.reviewedAgo === null ? null : calendar.dayAgo(entry.reviewedAgo), reviewMinutes, goalRating, nextStep, note, ...details,
      };
    }
    case "supervision": {
      const { kind, minutes, mode, format, about: cycles = [] } = entry;
      const discussedIds = cycles.map(([client, filmedAgo]) => scene.idOf(cycleName(plan, client, filmedAgo)));
      return { kind, heldOn: calendar.dayAgo(entry.heldAgo), startsAt: null, minutes, mode, format, supervisorId: scene.idOf(entry.supervisor), note, discussedIds };
    }
    case "peer_supervision": {
      const { kind, minutes, mode } = entry;
      return { kind, heldOn: calendar.dayAgo(entry.heldAgo), startsAt: null, minutes, mode, attendeeIds: entry.attendees.map((key) => scene.idOf(key)), note };
    }
    case "training": {
      const { kind, training, halfDays } = entry;
      return { kind, heldOn: calendar.dayAgo(entry.heldAgo), training, halfDays, note };
    }
  }
}

function about(scene: Scene, { plan, entryId }: Telling) {
  return { trainee: scene.idOf(plan.key), entry: entryId };
}

async function origin(scene: Scene, { plan, entryId }: Telling, entry: OwnPlan, at: Date) {
  if (!entry.imported) return {};
  const importId = newId();
  await insertImportBatch(scene.trx, { id: importId, traineeId: scene.idOf(plan.key), entries: 1 }, at);
  return { importId, fingerprint: scene.keyring.fingerprint("import-row", `demonstration ${entryId}`) };
}

function logging(telling: Telling, entry: OwnPlan, at: Date): Deed {
  const { plan, entryId } = telling;
  return {
    at, by: plan.key, act: entry.imported ? "entries.imported" : "entry.logged", recounts: plan.key,
    write: async (scene) => {
      const traineeId = scene.idOf(plan.key);
      await insertEntry(scene.trx, { id: entryId, traineeId, ...await origin(scene, telling, entry, at) }, contentOf(scene, telling, entry), traineeId, at);
      if (entry.kind === "cycle") scene.remember(cycleName(plan, entry.client, entry.filmedAgo), entryId);
      return about(scene, telling);
    },
  };
}

function changing(telling: Telling, entry: OwnPlan, version: number, at: Date, voided: string | null): Deed {
  const { plan, entryId } = telling;
  return {
    at, by: plan.key, act: voided === null ? "entry.changed" : "entry.voided", recounts: plan.key,
    write: async (scene) => {
      const mark = { version, materialVersion: 1, recordedBy: scene.idOf(plan.key), voided: voided !== null, reason: voided };
      await insertVersion(scene.trx, entryId, contentOf(scene, telling, entry), mark, at);
      return about(scene, telling);
    },
  };
}

function deciding(telling: Telling, entry: OwnPlan): Deed[] {
  if (entry.kind === "cycle" || !entry.decision) return [];
  const { says, by, ago, note } = entry.decision;
  return [{
    at: momentOn(telling.calendar.dayAgo(ago), "decided", telling.place), by, act: says === "confirmed" ? "entry.confirmed" : "entry.questioned", recounts: telling.plan.key,
    write: async (scene, at) => {
      await insertFirstDecision(scene.trx, { entryId: telling.entryId, says, note: note ?? null, decidedBy: scene.idOf(by) }, at);
      return about(scene, telling);
    },
  }];
}

function beforeReview({ client, filmedAgo, filmMinutes, mode }: CyclePlan): CyclePlan {
  return cycle(client, filmedAgo, null, { filmMinutes, mode });
}

function written(telling: Telling, entry: OwnPlan): Deed[] {
  const at = momentOn(telling.calendar.dayAgo(loggedAgo(entry)), "logged", telling.place);
  if (entry.kind !== "cycle" || !entry.inTwoSteps) return [logging(telling, entry, at)];
  const filmed = momentOn(telling.calendar.dayAgo(entry.filmedAgo), "logged", telling.place);
  return [logging(telling, beforeReview(entry), filmed), changing(telling, entry, 2, at, null)];
}

function recognising(telling: Telling, entry: RecognisedPlan): Deed[] {
  const { plan, calendar, entryId } = telling;
  const recognisedOn = calendar.dayAgo(entry.recognisedAgo);
  return [{
    at: momentOn(recognisedOn, "decided", telling.place), by: entry.by, act: "work.recognised", recounts: plan.key,
    write: async (scene, at) => {
      const work = { id: entryId, traineeId: scene.idOf(plan.key), requirement: entry.requirement, amount: entry.amount, recognisedOn, note: entry.note ?? null };
      await insertRecognised(scene.trx, work, scene.idOf(entry.by), at);
      return about(scene, telling);
    },
  }];
}

function entryDeeds(entry: LoggedPlan, telling: Telling): Deed[] {
  const { calendar } = telling;
  if (entry.kind === "recognised") return recognising(telling, entry);
  const told = written(telling, entry);
  const reviews = entry.kind === "cycle" ? reviewDeeds(telling.plan, entry, { id: telling.entryId, place: telling.place }, calendar) : [];
  const voided = entry.voided ? [changing(telling, entry, told.length + 1, momentOn(calendar.dayAgo(entry.voided.ago), "changed"), entry.voided.reason)] : [];
  return [...told, ...reviews, ...deciding(telling, entry), ...voided];
}

const DAYS_UNTIL_CASE_COUNTS_AS_OVER = 45;
const CYCLES_OF_A_CASE = 3;

/** A case ends with the cycle that says so; else once its usual cycles are done and the last of them lies back a while. */
function caseClosedAgo(cycles: readonly CyclePlan[]): number | null {
  const reviewed = cycles.filter((c) => !c.voided).flatMap((c) => (c.reviewedAgo === null ? [] : [c.reviewedAgo]));
  const last = Math.min(...reviewed);
  const isOver = cycles.some((c) => c.nextStep === "close") || (reviewed.length >= CYCLES_OF_A_CASE && last > DAYS_UNTIL_CASE_COUNTS_AS_OVER);
  return isOver ? last : null;
}

function closeCase(plan: TraineePlan, client: number, opened: { ageBand: NonNullable<TraineePlan["ageBands"]>[number]; openedOn: Day }, closedOn: Day): Deed {
  return {
    at: momentOn(closedOn, "changed"), by: plan.key, act: "client.closed", recounts: plan.key,
    write: async (scene, at) => {
      const [trainee, id] = [scene.idOf(plan.key), scene.idOf(clientName(plan, client))];
      await insertClientVersion(scene.trx, id, { ...opened, closedOn }, { version: 2, recordedBy: trainee, voided: false, reason: null }, at);
      return { trainee, client: id };
    },
  };
}

function clientDeeds(plan: TraineePlan, client: number, cycles: readonly CyclePlan[], calendar: Calendar): Deed[] {
  const first = Math.max(...cycles.flatMap((c) => [c.filmedAgo, c.reviewedAgo ?? c.filmedAgo]));
  const opened = { ageBand: plan.ageBands?.[client - 1] ?? "0_2", openedOn: calendar.dayAgo(first) } as const;
  const openedAgo = Math.min(first, plan.startedAgo);
  const consents = consentDeeds(plan, { number: client, ageBand: opened.ageBand, givenAgo: first, recordedAgo: openedAgo }, calendar);
  const closedAgo = caseClosedAgo(cycles);
  const told = plan.cases?.find((one) => one.client === client);
  const closing = closedAgo === null || told?.closing ? [] : [closeCase(plan, client, opened, calendar.dayAgo(closedAgo))];
  return [{
    at: momentOn(calendar.dayAgo(openedAgo), "arranged"), by: plan.key, act: "client.opened", recounts: plan.key,
    write: async (scene, at) => {
      const [traineeId, id] = [scene.idOf(plan.key), newId()];
      await insertClient(scene.trx, { id, traineeId }, { ...opened, closedOn: null }, traineeId, at);
      scene.remember(clientName(plan, client), id);
      return { trainee: traineeId, client: id };
    },
  }, ...consents, ...(told ? caseDeeds(plan, told, { openedAgo, closedAgo }, calendar) : []), ...closing];
}

/** Everything in a trainee's log: clients, entries, what the other side said of them, and what was taken back. */
export function logbookDeeds(plan: TraineePlan, calendar: Calendar): Deed[] {
  const cycles = plan.log.filter((entry) => entry.kind === "cycle");
  const clients = [...new Set(cycles.map((entry) => entry.client))];
  return [
    ...clients.flatMap((client) => clientDeeds(plan, client, cycles.filter((c) => c.client === client), calendar)),
    ...plan.log.flatMap((entry, place) => entryDeeds(entry, { plan, calendar, entryId: newId(), place })),
  ];
}
