import type { Table } from "./model.ts";

/** The tables of what the record is, who is named in it, and where the trainee stood. */
export const STANDING_TABLES: readonly Table[] = [
  {
    name: "record", base: "head",
    columns: ["head.trainee.name", "head.trainee.email", "head.programme", "head.origin", "head.exportedAt", "head.countedOn", "head.recordVersion"],
  },
  { name: "numbers", base: "counts", columns: ["counts.stage", "counts.requirement", "counts.count", "counts.needed"] },
  { name: "people", base: "people", columns: ["people.name", "people.isExternal", "people.verifiedOn"] },
  {
    name: "accreditations", base: "accreditations",
    columns: ["accreditations.personId", "accreditations.standing", "accreditations.accreditedFrom", "accreditations.accreditedTo", "accreditations.recordedAt"],
  },
  {
    name: "pathways", base: "pathwayVersions", joins: [{ list: "pathways", on: [["id", "pathwayId"]] }],
    columns: ["pathways.name", "pathwayVersions.label", "pathwayVersions.effectiveFrom", "pathwayVersions.recordedAt"],
  },
  {
    name: "enrolments", base: "enrolments", of: { list: "enrolments", id: "id" },
    columns: [
      "enrolments.pathwayVersionId", "enrolments.startedOn", "enrolments.endedOn", "enrolments.outcome", "enrolments.endReason", "enrolments.shares", "enrolments.recordedAt",
      "enrolments.recordedBy",
    ],
  },
  {
    name: "pauses", base: "plannedPauses", of: { list: "plannedPauses", id: "id" },
    columns: ["plannedPauses.startsOn", "plannedPauses.endsOn", "plannedPauses.voided", "plannedPauses.reason", "plannedPauses.recordedAt", "plannedPauses.recordedBy"],
  },
  {
    name: "stages", base: "stageClosings", of: { list: "stageClosings", id: "id" },
    columns: [
      "stageClosings.stage", "stageClosings.closedOn", "stageClosings.decidedBy", "stageClosings.reopened", "stageClosings.voided", "stageClosings.reason", "stageClosings.recordedAt",
      "stageClosings.recordedBy",
    ],
  },
  {
    name: "supervisors", base: "supervisors", of: { list: "supervisors", id: "id" },
    columns: ["supervisors.supervisorId", "supervisors.startsOn", "supervisors.endsOn", "supervisors.recordedAt", "supervisors.recordedBy"],
  },
];
