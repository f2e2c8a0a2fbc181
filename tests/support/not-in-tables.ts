const BY_ID = "joins one list to another; the tables name what it joins in words";
const PLACE = "says which version it is; the tables have the one in force, and history.csv what each one before it said";
const OF_ALL = "is the same in every record, or in every row of its list";
const CANONICAL = "is a text for machines, which the hash beside it belongs to; the tables have the hash";

/** What of a record stands in no table, and why. What is built of parts stands here as a whole. */
export const NOT_IN_TABLES: Readonly<Record<string, string>> = {
  "head.format": OF_ALL, "head.version": OF_ALL, "head.trainee.id": BY_ID,
  "people.id": BY_ID, "pathways.id": BY_ID, "pathwayVersions.id": BY_ID, "pathwayVersions.pathwayId": BY_ID,
  "pathwayVersions.definition": "is the whole definition of a pathway, as its own page in the portal says it; what it asks for stands beside each number in numbers.csv",
  "accreditations.id": BY_ID, "accreditations.version": PLACE, "accreditations.recordedBy": OF_ALL,
  "enrolments.id": BY_ID, "enrolments.version": PLACE, "plannedPauses.id": BY_ID, "plannedPauses.version": PLACE, "stageClosings.id": BY_ID, "stageClosings.version": PLACE,
  "supervisors.id": BY_ID, "supervisors.version": PLACE,
  "clients.id": BY_ID, "clientVersions.clientId": BY_ID, "clientVersions.version": PLACE, "consentVersions.consentId": BY_ID, "consentVersions.version": PLACE,
  "entries.kind": "is the table in which the entry stands", "cycles.entryId": BY_ID, "cycles.version": PLACE, "cycleReflections.entryId": BY_ID, "cycleReflections.version": PLACE,
  "supervision.entryId": BY_ID, "supervision.version": PLACE, "supervisionCycles.entryId": BY_ID, "supervisionCycles.version": PLACE,
  "peerSupervision.entryId": BY_ID, "peerSupervision.version": PLACE, "peerAttendees.entryId": BY_ID, "peerAttendees.version": PLACE,
  "training.entryId": BY_ID, "training.version": PLACE, "recognisedWork.entryId": BY_ID, "recognisedWork.version": PLACE,
  "supervision.materialVersion": PLACE, "peerSupervision.materialVersion": PLACE, "training.materialVersion": PLACE,
  "reflectionVersions.reflectionId": BY_ID, "reflectionVersions.version": PLACE, "reflectionShares.id": BY_ID, "reflectionShares.version": PLACE,
  "films.id": BY_ID, "films.entryId": "is the entry of its submission", "submissions.clipId": BY_ID,
  "momentVersions.momentId": BY_ID, "momentVersions.version": PLACE, "momentVersions.sharing": OF_ALL,
  "momentVersions.voided": "is never so of a moment that was sent and stands", "momentVersions.reason": "is said of a moment that does not stand, and none of those leaves",
  "feedback.isSent": OF_ALL, "feedback.version": PLACE, "replies.id": BY_ID,
  "skillsVersions.recordId": BY_ID, "skillsVersions.version": PLACE,
  "signOffRequests.pack": CANONICAL, "signOffWithdrawals.requestId": BY_ID, "signOffDecisions.id": BY_ID, "signOffDecisions.pack": CANONICAL,
  "reviewerAssignments.id": BY_ID, "reviewerAssignments.version": PLACE,
};
