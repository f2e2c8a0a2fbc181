import { insertConsent } from "#app/logbook/consent-writes.server.ts";
import type { ConsentContent } from "#app/logbook/consent-model.ts";
import { instantOf } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import type { MomentContent } from "#app/review/model.ts";
import { markMoment } from "#app/review/mark-moment.server.ts";
import { sendFeedback } from "#app/review/feedback.server.ts";
import { type SubmitInput, submitReview } from "#app/review/submit.server.ts";

import { makeAssignment, type MadePerson, makeSupervisor } from "./factories.ts";
import { actorFor, loggedCycle, NOON, type World } from "./logbook.ts";

/** A further supervisor of the world's trainee. */
export async function secondSupervisor({ db, programmeId, trainee }: World): Promise<MadePerson> {
  const supervisor = await makeSupervisor(db, { programmeId, name: "Second Supervisor" });
  await makeAssignment(db, { traineeId: trainee.id, supervisorId: supervisor.id });
  return supervisor;
}

/** Submits a cycle's shared review as the trainee, by reference unless something else is given; a new cycle unless one is named. Returns the submission's id. */
export async function submitted(world: World, over: Partial<SubmitInput> = {}): Promise<string> {
  const entryId = over.entryId ?? await loggedCycle(world);
  const input = { requestId: newId(), entryId, intention: null, how: { way: "reference", reference: "VIG/2026/12" }, ...over } as const;
  const result = await submitReview(world.db, await actorFor(world.db, world.trainee), input, NOON);
  if (!result.ok) throw new Error(`not submitted: ${result.code}`);
  return result.value.submissionId;
}

/** An attuned moment that is shared, with what is given in place of that. */
export function momentContent(over: Partial<MomentContent> = {}): MomentContent {
  return { kind: "attuned_moment", layer: "practitioner_client", startsMs: 14_900, endsMs: 21_200, principle: "receiving", sharing: "shared", note: "You wait, and she looks up.", ...over };
}

/** Marks a moment as the world's supervisor (or another) and returns its id. */
export async function marked(world: World, submissionId: string, over: Partial<MomentContent> = {}, by: MadePerson = world.supervisor): Promise<string> {
  const result = await markMoment(world.db, await actorFor(world.db, by), { submissionId, requestId: newId(), content: momentContent(over) }, NOON);
  if (!result.ok) throw new Error(`not marked: ${result.code}`);
  return result.value.momentId;
}

/** Submits, marks an attuned moment and sends feedback: a reviewed submission. Returns its id and the moment's. */
export async function reviewed(world: World, over: Partial<SubmitInput> = {}): Promise<{ submissionId: string; momentId: string }> {
  const submissionId = await submitted(world, over);
  const momentId = await marked(world, submissionId);
  const feedback = { submissionId, fromVersion: 0, workingPoint: "Leave a second turn.", nextStep: "A fourth cycle." };
  const result = await sendFeedback(world.db, await actorFor(world.db, world.supervisor), feedback, NOON);
  if (!result.ok) throw new Error(`not sent: ${result.code}`);
  return { submissionId, momentId };
}

/** A clip of that cycle as its upload leaves the database, 42 seconds long, with the client's consent for the own supervisor. Nothing lies on a disk. */
export async function recordedClip({ db, trainee }: World, entryId: string, over: Partial<ConsentContent> = {}): Promise<{ clipId: string; consentId: string; clientId: string }> {
  const { client_id: clientId } = await db.reader.selectFrom("current_cycle").select("client_id").where("entry_id", "=", entryId).executeTakeFirstOrThrow();
  const [clipId, consentId] = [newId(), newId()];
  const content: ConsentContent = { givenOn: "2026-11-01", givenHow: "signed_form", childView: null, purposes: ["own_supervisor"], ...over };
  await db.inTransaction(async (trx) => {
    await insertConsent(trx, { id: consentId, traineeId: trainee.id, clientId, filmedRole: "client", requestId: null }, content, trainee.id, NOON);
    await trx.insertInto("clip").values({
      id: clipId, trainee_id: trainee.id, entry_id: entryId, client_id: clientId, media_type: "video/mp4", bytes: 342_000, duration_ms: 42_000, width: 640, height: 360,
      has_sound: 1, recorded_at: instantOf(NOON), recorded_by: trainee.id,
    }).execute();
    await trx.insertInto("clip_consent").values({ clip_id: clipId, consent_id: consentId }).execute();
  });
  return { clipId, consentId, clientId };
}
