import { z } from "zod";

import { AGE_BANDS, CLOSE_REASONS, COPIES, ORIGINALS, RELATIONS, SETTINGS } from "#app/logbook/case-model.ts";
import { CHILD_VIEWS, FILMED_ROLES, GIVEN_BY, GIVEN_HOW } from "#app/logbook/consent-model.ts";
import { MODES, NEXT_STEPS } from "#app/logbook/model.ts";
import { ENTRY_KINDS, SUPERVISION_FORMATS, TRAININGS } from "#app/pathway/model.ts";

import { day, flag, id, instant, made, place, text, voidable, whole } from "./fields.ts";
import type { RecordKind } from "./kind.ts";

const words = text.nullable();
const number = whole.nullable();
const ofEntry = { by: "parent", column: "entry_id", parent: "entry" } as const;
const byVersion = ["entry_id", "version"] as const;
const mode = z.enum(MODES).nullable();
const goals = { goal1: words, goal1AtStart: number, goal2: words, goal2AtStart: number, goal3: words, goal3AtStart: number };
const session = { entryId: id, heldOn: day, startsAt: words, minutes: whole, mode, materialVersion: place, note: words };

/** What is kept of the log, in the order in which it is written. */
export const LOG_KINDS: readonly RecordKind[] = [
  { name: "clients", table: "client", scope: { by: "trainee" }, order: ["recorded_at", "id"], row: z.strictObject({ id, code: text, ...made }) },
  {
    name: "clientVersions", table: "client_version", scope: { by: "parent", column: "client_id", parent: "client" }, order: ["client_id", "version"], flags: ["voided", "measuredInDcs"],
    row: z.strictObject({
      clientId: id, ageBand: z.enum(AGE_BANDS).nullable(), openedOn: day, closedOn: day.nullable(), setting: z.enum(SETTINGS).nullable(), relation: z.enum(RELATIONS).nullable(),
      helpingQuestion: words, ...goals, measuredInDcs: flag.nullable(), nextSteps: words, closedBecause: z.enum(CLOSE_REASONS).nullable(), copies: z.enum(COPIES).nullable(),
      originals: z.enum(ORIGINALS).nullable(), reopenedOn: day.nullable(), ...voidable,
    }),
  },
  { name: "consents", table: "consent", scope: { by: "trainee" }, order: ["recorded_at", "id"], row: z.strictObject({ id, clientId: id, filmedRole: z.enum(FILMED_ROLES), ...made }) },
  {
    name: "consentVersions", table: "consent_version", scope: { by: "parent", column: "consent_id", parent: "consent" }, order: ["consent_id", "version"],
    flags: ["voided", "forOwnSupervisor", "forPeers", "forIndependentReviewer", "forWiderTraining"],
    row: z.strictObject({
      consentId: id, givenOn: day, givenBy: z.enum(GIVEN_BY), givenHow: z.enum(GIVEN_HOW), childView: z.enum(CHILD_VIEWS).nullable(), forOwnSupervisor: flag, forPeers: flag,
      forIndependentReviewer: flag, forWiderTraining: flag, withdrawnOn: day.nullable(), ...voidable,
    }),
  },
  { name: "entries", table: "entry", scope: { by: "trainee" }, order: ["recorded_at", "id"], row: z.strictObject({ id, kind: z.enum(ENTRY_KINDS), ...made }) },
  {
    name: "cycles", table: "cycle_version", scope: ofEntry, order: byVersion, flags: ["voided", "reviewFilmed"], built: ["filmedRoles"],
    row: z.strictObject({
      entryId: id, clientId: id, filmedOn: day, filmMinutes: number, mode, clipsChosen: number, reviewedOn: day.nullable(), reviewMinutes: number, goalRating: number,
      nextStep: z.enum(NEXT_STEPS).nullable(), note: words, filmedRoles: z.array(z.enum(FILMED_ROLES)).max(FILMED_ROLES.length).nullable(), reviewFilmed: flag.nullable(), goal2Rating: number, goal3Rating: number,
      attunedMoments: words, ...voidable,
    }),
  },
  { name: "cycleReflections", table: "cycle_reflection", scope: ofEntry, order: byVersion, row: z.strictObject({ entryId: id, version: place, reflection: text }) },
  {
    name: "supervision", table: "supervision_version", scope: ofEntry, order: byVersion, flags: ["voided"],
    row: z.strictObject({ ...session, format: z.enum(SUPERVISION_FORMATS), supervisorId: id, ...voidable }),
  },
  { name: "supervisionCycles", table: "supervision_cycle", scope: ofEntry, order: [...byVersion, "cycle_id"], row: z.strictObject({ entryId: id, version: place, cycleId: id }) },
  { name: "peerSupervision", table: "peer_supervision_version", scope: ofEntry, order: byVersion, flags: ["voided"], row: z.strictObject({ ...session, ...voidable }) },
  { name: "peerAttendees", table: "peer_attendee", scope: ofEntry, order: [...byVersion, "person_id"], row: z.strictObject({ entryId: id, version: place, personId: id }) },
  {
    name: "training", table: "training_version", scope: ofEntry, order: byVersion, flags: ["voided"],
    row: z.strictObject({ entryId: id, heldOn: day, training: z.enum(TRAININGS), halfDays: whole, materialVersion: place, note: words, ...voidable }),
  },
  {
    name: "recognisedWork", table: "recognised_version", scope: ofEntry, order: byVersion, flags: ["voided"],
    row: z.strictObject({ entryId: id, requirement: text, amount: whole, recognisedOn: day, note: words, ...voidable }),
  },
  {
    name: "confirmations", table: "confirmation", scope: ofEntry, order: ["entry_id", "number"],
    row: z.strictObject({ entryId: id, number: place, entryVersion: place, decision: z.enum(["confirmed", "questioned"]), note: words, decidedBy: id, recordedAt: instant }),
  },
  { name: "reflections", table: "reflection", scope: { by: "trainee" }, order: ["recorded_at", "id"], row: z.strictObject({ id, recordedAt: instant }) },
  {
    name: "reflectionVersions", table: "reflection_version", scope: { by: "parent", column: "reflection_id", parent: "reflection" }, order: ["reflection_id", "version"], flags: ["voided"],
    row: z.strictObject({ reflectionId: id, version: place, writtenOn: day, reflection: text, entryId: id.nullable(), voided: flag, ...made }),
  },
  {
    name: "reflectionShares", table: "reflection_share", scope: { by: "trainee" }, order: ["id", "version"],
    row: z.strictObject({
      id, version: place, personId: id, reflectionId: id.nullable(), entryId: id.nullable(), ofVersion: place, sharedAt: instant, withdrawnAt: instant.nullable(), ...made,
    }),
  },
];
