import fc from "fast-check";

import type {
  CountableCycle, CountableEntry, CountablePeerSupervision, CountableRecognised, CountableSupervision, CountableTraining, CountingCase, PathwayDefinition, StageClosing,
} from "#app/pathway/model.ts";
import { addDays, type Day } from "#app/platform/clock.ts";
import { AVIGUK_PRESET, NES_PRESET } from "#seeds/reference/pathways.ts";

import { STARTED_ON, TODAY, TRAINEE } from "./countable.ts";

const DAYS_ON_PATHWAY = 287;

/** Days from a little before the start to a little after today, dense enough for two entries to share one. */
export const anyDay: fc.Arbitrary<Day> = fc.oneof(
  fc.constantFrom(addDays(STARTED_ON, -1), STARTED_ON, addDays(TODAY, -1), TODAY, addDays(TODAY, 1)),
  fc.integer({ min: -5, max: DAYS_ON_PATHWAY + 10 }).map((days) => addDays(STARTED_ON, days)),
  fc.integer({ min: 0, max: 8 }).map((weeks) => addDays("2026-01-05", weeks * 7)),
);

const anyInstant = anyDay.chain((day) => fc.constantFrom("08:00:00.000Z", "20:00:00.000Z").map((time) => `${day}T${time}`));
const base = { entryId: fc.constant(""), voided: fc.constantFrom(false, false, false, true), recordedAt: anyInstant };
const confirmation = fc.constantFrom("waiting", "confirmed", "confirmed", "questioned");
const startsAt = fc.constantFrom(null, "10:00", "14:00");
const minutes = fc.constantFrom(1, 45, 60, 90);

/** The clients of the arbitraries: whether a case is closed is a fact of the client, the same in each of its cycles. */
export const CLIENTS = [
  { clientId: "client-closed", caseClosedOn: addDays(TODAY, -75) },
  { clientId: "client-open", caseClosedOn: null },
  { clientId: "client-closing", caseClosedOn: addDays(TODAY, 1) },
] as const;

export const anyCycle: fc.Arbitrary<CountableCycle> = fc.tuple(
  fc.record({ ...base, kind: fc.constant("cycle"), filmedOn: anyDay, reviewedOn: fc.option(anyDay, { freq: 5 }) }), fc.constantFrom(...CLIENTS),
).map(([entry, client]) => ({ ...entry, ...client }));

const anyStandings = fc.array(
  fc.record({ standing: fc.constantFrom("accredited", "accredited", "in_training"), from: anyDay, to: fc.option(anyDay) }), { maxLength: 2 },
);

export const anySupervision: fc.Arbitrary<CountableSupervision> = fc.record({
  ...base, kind: fc.constant("supervision"), heldOn: anyDay, startsAt, minutes, format: fc.constantFrom("individual", "group"),
  supervisorId: fc.constantFrom("supervisor-1", "supervisor-2", TRAINEE),
  supervisorStandings: fc.oneof(fc.constant([{ standing: "accredited", from: "2020-01-01", to: null } as const]), anyStandings),
  supervisorIsExternal: fc.boolean(), supervisorVerified: fc.boolean(), confirmation,
});

export const anyPeerSupervision: fc.Arbitrary<CountablePeerSupervision> = fc.record({
  ...base, kind: fc.constant("peer_supervision"), heldOn: anyDay, startsAt, minutes,
  attendeeIds: fc.constantFrom(["peer-1"], ["peer-1", "peer-2"], ["peer-2", "peer-1"]), confirmation,
});

const anyTraining: fc.Arbitrary<CountableTraining> = fc.record({
  ...base, kind: fc.constant("training"), heldOn: anyDay, training: fc.constantFrom("initial_course", "mid_point"), halfDays: fc.integer({ min: 1, max: 4 }), confirmation,
});

const anyRecognised: fc.Arbitrary<CountableRecognised> = fc.record({
  ...base, kind: fc.constant("recognised"), requirement: fc.constantFrom("clients", "cycles", "supervision", "elsewhere"), amount: fc.integer({ min: 1, max: 3 }), recognisedOn: anyDay,
});

/** Any entry, with ids still to be given. */
export const anyEntry: fc.Arbitrary<CountableEntry> = fc.oneof(anyCycle, anySupervision, anyPeerSupervision, anyTraining, anyRecognised);

/** A logbook: any entries, each with an id of its own. */
export const anyEntries: fc.Arbitrary<CountableEntry[]> =
  fc.array(anyEntry, { maxLength: 25 }).map((entries) => entries.map((entry, i) => ({ ...entry, entryId: `entry-${String(i)}` })));

/** Stages closed one after another, perhaps one of them reopened, perhaps the last of them only after today. */
export const anyClosings: fc.Arbitrary<StageClosing[]> = fc.tuple(fc.array(anyDay, { maxLength: 3 }), fc.option(fc.integer({ min: 1, max: 3 })), fc.option(anyDay))
  .map(([days, reopened, reopenedOn]) => days.sort().map((closedOn, i) => ({
    stage: i + 1, closedOn, decidedBy: "supervisor-1", reopened: reopened === i + 1,
    ...(reopened === i + 1 && reopenedOn !== null && reopenedOn >= closedOn ? { reopenedOn } : {}),
  })));

/** Either preset, under any settings. */
export const anyDefinition: fc.Arbitrary<PathwayDefinition> = fc.tuple(
  fc.constantFrom(NES_PRESET.version.definition, AVIGUK_PRESET.version.definition),
  fc.record({
    supervisionNeedsConfirmation: fc.boolean(), peerSupervisionNeedsConfirmation: fc.boolean(), supervisorInTrainingCounts: fc.boolean(),
    clientCountsWith: fc.constantFrom("one_cycle", "closed_case"), lateEntriesBelongTo: fc.constantFrom("stage_of_their_day", "stage_under_way"),
  }),
).map(([definition, settings]) => ({ ...definition, settings }));

/** Everything counting is told about a trainee. */
export const anyCase: fc.Arbitrary<CountingCase> = fc.record({
  traineeId: fc.constant(TRAINEE), startedOn: fc.constant(STARTED_ON), endedOn: fc.constant(null), closings: anyClosings, entries: anyEntries,
});
