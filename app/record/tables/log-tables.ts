import type { ColumnPath, Join, Table } from "./model.ts";

const ENTRY: Join = { list: "entries", on: [["id", "entryId"]] };
const OF_ENTRY = { list: "entries", id: "entryId" };
const sameVersion = (list: string): Join => ({ list, on: [["entryId", "entryId"], ["version", "version"]] });
const LOGGED: readonly ColumnPath[] = ["entries.id", "entries.recordedAt", "entries.recordedBy"];

/** The tables of the log; the columns that an import of the portal's own template knows are called as there. */
export const LOG_TABLES: readonly Table[] = [
  {
    name: "clients", base: "clientVersions", by: "openedOn", of: { list: "clients", id: "clientId" }, joins: [{ list: "clients", on: [["id", "clientId"]] }],
    columns: [
      "clients.code", "clientVersions.ageBand", "clientVersions.openedOn", "clientVersions.closedOn", "clientVersions.helpingQuestion", "clientVersions.setting", "clientVersions.relation",
      "clientVersions.goal1", "clientVersions.goal1AtStart", "clientVersions.goal2", "clientVersions.goal2AtStart", "clientVersions.goal3", "clientVersions.goal3AtStart",
      "clientVersions.measuredInDcs", "clientVersions.nextSteps", "clientVersions.closedBecause", "clientVersions.copies", "clientVersions.originals", "clientVersions.reopenedOn",
      "clientVersions.voided", "clientVersions.reason", "clients.recordedAt", "clients.recordedBy", "clientVersions.recordedAt", "clientVersions.recordedBy",
    ],
  },
  {
    name: "consents", base: "consentVersions", by: "givenOn", of: { list: "consents", id: "consentId" }, joins: [{ list: "consents", on: [["id", "consentId"]] }],
    columns: [
      "consents.clientId", "consents.filmedRole", "consentVersions.givenOn", "consentVersions.givenBy", "consentVersions.givenHow", "consentVersions.childView",
      "consentVersions.forOwnSupervisor", "consentVersions.forPeers", "consentVersions.forIndependentReviewer", "consentVersions.forWiderTraining", "consentVersions.withdrawnOn",
      "consentVersions.voided", "consentVersions.reason", "consents.id", "consents.recordedAt", "consents.recordedBy", "consentVersions.recordedAt", "consentVersions.recordedBy",
    ],
  },
  {
    name: "cycles", base: "cycles", by: "filmedOn", of: OF_ENTRY, joins: [ENTRY, sameVersion("cycleReflections")],
    columns: [
      "cycles.clientId", "cycles.filmedOn", "cycles.filmMinutes", "cycles.mode", "cycles.clipsChosen", "cycles.reviewedOn", "cycles.reviewMinutes", "cycles.goalRating", "cycles.nextStep",
      "cycles.attunedMoments", "cycles.note", "cycles.filmedRoles", "cycles.reviewFilmed", "cycles.goal2Rating", "cycles.goal3Rating", "cycleReflections.reflection",
      "standing.counts", "counts.entries", "cycles.voided", "cycles.reason", ...LOGGED, "cycles.recordedAt", "cycles.recordedBy",
    ],
  },
  {
    name: "supervision", base: "supervision", by: "heldOn", of: OF_ENTRY, joins: [ENTRY, sameVersion("supervisionCycles")],
    columns: [
      "supervision.heldOn", "supervision.minutes", "supervision.supervisorId", "supervision.format", "supervision.mode", "standing.confirmation", "supervision.note", "supervision.startsAt",
      "supervisionCycles.cycleId", "standing.counts", "counts.entries", "supervision.voided", "supervision.reason", ...LOGGED, "supervision.recordedAt", "supervision.recordedBy",
    ],
  },
  {
    name: "peerSupervision", base: "peerSupervision", by: "heldOn", of: OF_ENTRY, joins: [ENTRY, sameVersion("peerAttendees")],
    columns: [
      "peerSupervision.heldOn", "peerSupervision.minutes", "peerAttendees.personId", "peerSupervision.mode", "standing.confirmation", "peerSupervision.note", "peerSupervision.startsAt",
      "standing.counts", "counts.entries", "peerSupervision.voided", "peerSupervision.reason", ...LOGGED, "peerSupervision.recordedAt", "peerSupervision.recordedBy",
    ],
  },
  {
    name: "training", base: "training", by: "heldOn", of: OF_ENTRY, joins: [ENTRY],
    columns: [
      "training.heldOn", "training.training", "training.halfDays", "standing.confirmation", "training.note", "standing.counts", "counts.entries", "training.voided", "training.reason", ...LOGGED,
      "training.recordedAt", "training.recordedBy",
    ],
  },
  {
    name: "recognisedWork", base: "recognisedWork", by: "recognisedOn", of: OF_ENTRY, joins: [ENTRY],
    columns: [
      "recognisedWork.recognisedOn", "recognisedWork.requirement", "recognisedWork.amount", "recognisedWork.note", "standing.counts", "counts.entries", "recognisedWork.voided",
      "recognisedWork.reason", ...LOGGED, "recognisedWork.recordedAt", "recognisedWork.recordedBy",
    ],
  },
  {
    name: "confirmations", base: "confirmations", by: "recordedAt",
    columns: ["confirmations.entryId", "confirmations.number", "confirmations.entryVersion", "confirmations.decision", "confirmations.note", "confirmations.decidedBy", "confirmations.recordedAt"],
  },
  {
    name: "reflections", base: "reflectionVersions", by: "writtenOn", of: { list: "reflections", id: "reflectionId" }, joins: [{ list: "reflections", on: [["id", "reflectionId"]] }],
    columns: [
      "reflectionVersions.writtenOn", "reflectionVersions.reflection", "reflectionVersions.entryId", "reflectionVersions.voided", "reflections.id", "reflections.recordedAt",
      "reflectionVersions.recordedAt", "reflectionVersions.recordedBy",
    ],
  },
  {
    name: "shares", base: "reflectionShares", by: "sharedAt", of: { list: "reflectionShares", id: "id" },
    columns: [
      "reflectionShares.personId", "reflectionShares.reflectionId", "reflectionShares.entryId", "reflectionShares.ofVersion", "reflectionShares.sharedAt", "reflectionShares.withdrawnAt",
      "reflectionShares.recordedAt", "reflectionShares.recordedBy",
    ],
  },
];
