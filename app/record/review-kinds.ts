import { z } from "zod";

import { LAYERS, MOMENT_KINDS, RATER_PARTS, WAYS } from "#app/review/model.ts";
import { principleSchema, ratingsSchema, submissionStateSchema } from "#app/review/schemas.ts";

import { day, evidence, flag, id, instant, made, place, stage, text, voidable, whole } from "./fields.ts";
import type { RecordKind } from "./kind.ts";

const words = text.nullable();
const ofSubmission = { by: "parent", column: "submission_id", parent: "submission" } as const;
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What was submitted, said of it and signed, in the order in which it is written. */
export const REVIEW_KINDS: readonly RecordKind[] = [
  {
    name: "films", table: "clip", scope: { by: "choice" }, order: ["recorded_at", "id"], flags: ["hasSound"],
    row: z.strictObject({ id, entryId: id, clientId: id, mediaType: text, bytes: place, durationMs: place, width: place, height: place, hasSound: flag, ...made }),
  },
  {
    name: "submissions", table: "submission", scope: { by: "trainee" }, order: ["recorded_at", "id"],
    row: z.strictObject({ id, entryId: id, attempt: place, way: z.enum(WAYS), clipId: id.nullable(), reference: words, watchedOn: day.nullable(), watchedWith: id.nullable(), intention: words, ...made }),
  },
  {
    name: "submissionSteps", table: "submission_step", scope: ofSubmission, order: ["submission_id", "number"],
    row: z.strictObject({ submissionId: id, number: place, state: submissionStateSchema, note: words, steppedBy: id, recordedAt: instant }),
  },
  { name: "moments", table: "moment", scope: { by: "choice" }, order: ["recorded_at", "id"], row: z.strictObject({ id, submissionId: id, authorId: id, recordedAt: instant }) },
  {
    name: "momentVersions", table: "moment_version", scope: { by: "choice" }, order: ["moment_id", "version"], flags: ["voided"],
    row: z.strictObject({
      momentId: id, kind: z.enum(MOMENT_KINDS), layer: z.enum(LAYERS), startsMs: whole.nullable(), endsMs: whole.nullable(), principle: principleSchema.nullable(),
      sharing: z.literal("shared"), note: words, ...voidable,
    }),
  },
  {
    name: "feedback", table: "feedback", scope: { by: "choice" }, order: ["submission_id", "version"], flags: ["isSent"],
    row: z.strictObject({ submissionId: id, workingPoint: words, nextStep: words, isSent: z.literal(true), version: place, ...made }),
  },
  {
    name: "replies", table: "reply", scope: ofSubmission, order: ["recorded_at", "id"],
    row: z.strictObject({ id, submissionId: id, momentId: id.nullable(), authorId: id, text, recordedAt: instant }),
  },
  {
    name: "skillsRecords", table: "skills_record", scope: { by: "trainee" }, order: ["recorded_at", "id"],
    row: z.strictObject({ id, stage, raterId: id, raterPart: z.enum(RATER_PARTS), recordedAt: instant }),
  },
  {
    name: "skillsVersions", table: "skills_record_version", scope: { by: "parent", column: "record_id", parent: "skills_record" }, order: ["record_id", "version"], built: ["ratings"],
    row: z.strictObject({ recordId: id, scale: text, submissionId: id.nullable(), ratings: ratingsSchema, strengths: words, workingPoint: words, version: place, ...made }),
  },
  {
    name: "signOffRequests", table: "sign_off_request", scope: { by: "trainee" }, order: ["recorded_at", "id"],
    row: z.strictObject({ id, stage, round: place, recordVersion: place, evidenceHash: hash, pack: evidence.nullable(), askedBy: id, recordedAt: instant }),
  },
  {
    name: "signOffWithdrawals", table: "sign_off_withdrawal", scope: { by: "parent", column: "request_id", parent: "sign_off_request" }, order: ["request_id"],
    row: z.strictObject({ requestId: id, withdrawnBy: id, recordedAt: instant }),
  },
  {
    name: "signOffDecisions", table: "sign_off_decision", scope: { by: "trainee" }, order: ["recorded_at", "id"],
    row: z.strictObject({
      id, requestId: id, stage, part: z.enum(["recommendation", "decision"]), outcome: z.enum(["recommended", "signed", "accredited", "not_yet"]), statement: text, actions: words,
      decidedBy: id, decidedOn: day, recordVersion: place, evidenceHash: hash, pack: evidence, recordedAt: instant,
    }),
  },
  {
    name: "reviewerAssignments", table: "reviewer_assignment", scope: { by: "trainee" }, order: ["id", "version"],
    row: z.strictObject({ id, stage, reviewerId: id, startsOn: day, endsOn: day.nullable(), version: place, ...made }),
  },
];
