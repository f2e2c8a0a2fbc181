import type { Table } from "./model.ts";

/** The tables of what was submitted, said of it and signed. */
export const REVIEW_TABLES: readonly Table[] = [
  {
    name: "submissions", base: "submissions", joins: [{ list: "films", on: [["id", "clipId"]] }],
    columns: [
      "submissions.entryId", "submissions.attempt", "submissions.way", "submissions.recordedAt", "standing.state", "submissions.intention", "submissions.reference", "submissions.watchedOn",
      "submissions.watchedWith", "submissions.recordedBy", "submissions.id", "films.clientId", "films.mediaType", "films.bytes", "films.durationMs", "films.width", "films.height",
      "films.hasSound", "films.recordedAt", "films.recordedBy",
    ],
  },
  {
    name: "steps", base: "submissionSteps", by: "recordedAt",
    columns: ["submissionSteps.submissionId", "submissionSteps.number", "submissionSteps.state", "submissionSteps.note", "submissionSteps.steppedBy", "submissionSteps.recordedAt"],
  },
  {
    name: "moments", base: "momentVersions", joins: [{ list: "moments", on: [["id", "momentId"]] }],
    columns: [
      "moments.submissionId", "moments.id", "moments.authorId", "momentVersions.kind", "momentVersions.layer", "momentVersions.startsMs", "momentVersions.endsMs", "momentVersions.principle",
      "momentVersions.note", "moments.recordedAt", "momentVersions.recordedAt", "momentVersions.recordedBy",
    ],
  },
  {
    name: "feedback", base: "feedback", by: "recordedAt", of: { list: "submissions", id: "submissionId" },
    columns: ["feedback.submissionId", "feedback.workingPoint", "feedback.nextStep", "feedback.recordedAt", "feedback.recordedBy"],
  },
  { name: "replies", base: "replies", columns: ["replies.submissionId", "replies.momentId", "replies.authorId", "replies.text", "replies.recordedAt"] },
  {
    name: "skills", base: "skillsVersions", by: "recordedAt", of: { list: "skillsRecords", id: "recordId" }, joins: [{ list: "skillsRecords", on: [["id", "recordId"]] }],
    columns: [
      "skillsRecords.stage", "skillsRecords.raterPart", "skillsRecords.raterId", "skillsVersions.scale", "skillsVersions.ratings.attentive", "skillsVersions.ratings.encouraging",
      "skillsVersions.ratings.receiving", "skillsVersions.ratings.developing", "skillsVersions.ratings.guiding", "skillsVersions.ratings.deepening", "skillsVersions.ratings.activating",
      "skillsVersions.strengths", "skillsVersions.workingPoint", "skillsVersions.submissionId", "skillsRecords.id", "skillsRecords.recordedAt", "skillsVersions.recordedAt",
      "skillsVersions.recordedBy",
    ],
  },
  {
    name: "requests", base: "signOffRequests", joins: [{ list: "signOffWithdrawals", on: [["requestId", "id"]] }],
    columns: [
      "signOffRequests.stage", "signOffRequests.round", "signOffRequests.recordedAt", "signOffRequests.askedBy", "signOffWithdrawals.recordedAt", "signOffWithdrawals.withdrawnBy",
      "signOffRequests.recordVersion", "signOffRequests.evidenceHash", "signOffRequests.id",
    ],
  },
  {
    name: "decisions", base: "signOffDecisions",
    columns: [
      "signOffDecisions.stage", "signOffDecisions.decidedOn", "signOffDecisions.outcome", "signOffDecisions.decidedBy", "signOffDecisions.statement", "signOffDecisions.evidenceHash",
      "signOffDecisions.part", "signOffDecisions.actions", "signOffDecisions.requestId", "signOffDecisions.recordVersion", "signOffDecisions.recordedAt",
    ],
  },
  {
    name: "reviewers", base: "reviewerAssignments", of: { list: "reviewerAssignments", id: "id" },
    columns: [
      "reviewerAssignments.stage", "reviewerAssignments.reviewerId", "reviewerAssignments.startsOn", "reviewerAssignments.endsOn", "reviewerAssignments.recordedAt",
      "reviewerAssignments.recordedBy",
    ],
  },
];
