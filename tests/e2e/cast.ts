import { randomBytes } from "node:crypto";

import type { ClientChoice, CycleContent, PeerSupervisionContent, SupervisionContent, TrainingContent } from "#app/logbook/content.ts";
import type { NewNotice } from "#app/notices/model.ts";
import { notify } from "#app/notices/writes.server.ts";
import type { ConsentContent, FilmedRole } from "#app/logbook/consent-model.ts";
import { findConsent } from "#app/logbook/consent-queries.server.ts";
import { insertWithdrawal } from "#app/logbook/consent-writes.server.ts";
import { recordConsent } from "#app/logbook/consents.server.ts";
import { closeCase } from "#app/logbook/close-case.server.ts";
import { recogniseWork } from "#app/logbook/recognise-work.server.ts";
import { openClient } from "#app/logbook/clients.server.ts";
import { shareReflection } from "#app/logbook/share-reflection.server.ts";
import { writeReflection } from "#app/logbook/write-reflection.server.ts";
import { decideEntries } from "#app/logbook/decide-entries.server.ts";
import { logCycle, logPeerSupervision, logSupervision, logTraining } from "#app/logbook/log-entry.server.ts";
import { setShare } from "#app/pathway/set-working-time.server.ts";
import { findActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { hashPassword, storePassword } from "#app/people/passwords.server.ts";
import { addDays, type Day, londonDay, systemClock } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import type { Result } from "#app/platform/result.ts";
import type { Database } from "#db/database.server.ts";
import { returnSubmission, sendFeedback } from "#app/review/feedback.server.ts";
import { markMoment } from "#app/review/mark-moment.server.ts";
import { submitReview } from "#app/review/submit.server.ts";
import { NES_PRESET } from "#seeds/reference/pathways.ts";
import { makeAssignment, makeGrant, type MadePerson, makePerson, makeProgramme, makeSupervisor, makeTrainee } from "#tests/support/factories.ts";

/** What everybody of a cast signs in with, where they sign in by typing. */
export const PASSWORD = "four plain words here";

/** A programme of one test's own, so that tests beside it see and change nothing of it. Everybody started 300 days ago. */
export interface Cast {
  readonly db: Database;
  readonly programmeId: string;
  readonly trainee: MadePerson;
  readonly fellow: MadePerson;
  readonly supervisor: MadePerson;
  readonly lead: MadePerson;
  readonly administrator: MadePerson;
  /** A supervisor without trainees. */
  readonly idle: MadePerson;
  /** A supervisor from outside, not verified yet. */
  readonly external: MadePerson;
}

/** The day so many days before today; a negative number lies ahead. */
export function daysAgo(days: number): Day {
  return addDays(londonDay(systemClock()), -days);
}

/** Makes that programme and its people; nobody has logged anything. */
export async function makeCast(db: Database): Promise<Cast> {
  // The factories write through the reader, which a database file opens for reading only.
  const people = await db.inTransaction((trx) => makePeople({ ...db, reader: trx }));
  return { ...people, db };
}

async function makePeople(db: Database): Promise<Omit<Cast, "db">> {
  const mark = randomBytes(4).toString("hex");
  const programmeId = (await makeProgramme(db, `Programme ${mark}`)).id;
  const called = (name: string) => ({ name, email: `${name.toLowerCase().replace(" ", ".")}.${mark}@example.org` });
  const trainee = (name: string) => makeTrainee(db, { ...called(name), programmeId, pathwayVersionId: NES_PRESET.version.id, startedOn: daysAgo(300) });
  const holder = async (name: string, role: "lead" | "administrator"): Promise<MadePerson> => {
    const person = await makePerson(db, called(name));
    await makeGrant(db, { personId: person.id, programmeId, role });
    return person;
  };
  const cast = {
    programmeId, trainee: await trainee("Iona Geddes"), fellow: await trainee("Rhona Tait"), supervisor: await makeSupervisor(db, { ...called("Flora Duthie"), programmeId }),
    lead: await holder("Gordon Lennox", "lead"), administrator: await holder("Jean Ritchie", "administrator"),
    idle: await makeSupervisor(db, { ...called("Una Bain"), programmeId }), external: await makeOutsider(db, programmeId, called("Pieter Jansen")),
  };
  await makeAssignment(db, { traineeId: cast.trainee.id, supervisorId: cast.supervisor.id, startsOn: daysAgo(300) });
  return cast;
}

async function makeOutsider(db: Database, programmeId: string, who: { name: string; email: string }): Promise<MadePerson> {
  const person = await makeSupervisor(db, { programmeId, ...who });
  await db.reader.updateTable("person").set({ is_external: 1 }).where("id", "=", person.id).execute();
  return person;
}

/** Gives somebody the password of casts. */
export async function givePassword({ db }: Pick<Cast, "db">, person: MadePerson): Promise<void> {
  const hashed = await hashPassword(PASSWORD);
  await db.inTransaction((trx) => storePassword(trx, person.id, hashed, systemClock()));
}

/** Somebody of a cast as who asks, as they stand today. */
export async function actorOf(db: Database, { id, name }: MadePerson): Promise<Actor> {
  const actor = await findActor(db.reader, id, londonDay(systemClock()));
  if (!actor) throw new Error(`${name} is nobody`);
  return actor;
}

function entryIdOf(result: Result<{ entryId: string }, string>): string {
  if (!result.ok) throw new Error(`not logged: ${result.code}`);
  return result.value.entryId;
}

/** Logs a cycle as the trainee, filmed 20 and reviewed 13 days ago unless told otherwise, with a new client unless one is named. */
export async function cycleOf({ db, trainee }: Cast, over: Partial<CycleContent> = {}, client: ClientChoice = { newClient: { ageBand: "0_2" } }): Promise<string> {
  const content = {
    kind: "cycle", filmedOn: daysAgo(20), filmMinutes: 6, mode: "in_person", clipsChosen: 3, reviewedOn: daysAgo(13), reviewMinutes: 45, goalRating: 5, nextStep: null,
    note: null, ...over,
  } as const;
  return entryIdOf(await logCycle(db, await actorOf(db, trainee), { requestId: newId(), client, content }, systemClock()));
}

/** Logs an hour of supervision ten days ago. */
export async function supervisionOf({ db, trainee, supervisor }: Cast, over: Partial<SupervisionContent> = {}): Promise<string> {
  const content = { kind: "supervision", heldOn: daysAgo(10), startsAt: null, minutes: 60, mode: "remote", format: "individual", supervisorId: supervisor.id, note: null, ...over } as const;
  return entryIdOf(await logSupervision(db, await actorOf(db, trainee), { requestId: newId(), content }, systemClock()));
}

/** Logs an hour with the other trainee nine days ago. */
export async function peerOf({ db, trainee, fellow }: Cast, over: Partial<PeerSupervisionContent> = {}): Promise<string> {
  const content = { kind: "peer_supervision", heldOn: daysAgo(9), startsAt: null, minutes: 60, mode: "remote", attendeeIds: [fellow.id], note: null, ...over } as const;
  return entryIdOf(await logPeerSupervision(db, await actorOf(db, trainee), { requestId: newId(), content }, systemClock()));
}

/** Logs the whole initial course, held on the first day. */
export async function trainingOf({ db, trainee }: Cast, over: Partial<TrainingContent> = {}): Promise<string> {
  const content = { kind: "training", heldOn: daysAgo(300), training: "initial_course", halfDays: 4, note: null, ...over } as const;
  return entryIdOf(await logTraining(db, await actorOf(db, trainee), { requestId: newId(), content }, systemClock()));
}

/** Says yes, or asks, as that person. */
export async function decidedBy({ db }: Cast, person: MadePerson, entryId: string, note: string | null = null): Promise<void> {
  const entries = [{ entryId, version: 1 }];
  const decided = await decideEntries(db, await actorOf(db, person), { entries, decision: note === null ? "confirmed" : "questioned", note }, systemClock());
  if (!decided.ok) throw new Error(`not decided: ${decided.code}`);
}

/** The trainee's one client. */
export async function clientOf({ db, trainee }: Cast): Promise<{ id: string; code: string }> {
  return db.reader.selectFrom("client").select(["id", "code"]).where("trainee_id", "=", trainee.id).executeTakeFirstOrThrow();
}

/** Opens a client of the trainee's without a cycle and returns its id. */
export async function openedClient({ db, trainee }: Cast): Promise<string> {
  const opened = await openClient(db, await actorOf(db, trainee), { requestId: newId(), ageBand: "adult" }, systemClock());
  if (!opened.ok) throw new Error(`not opened: ${opened.code}`);
  return opened.value.clientId;
}

/** Opens a client of the trainee's, logs a film that was never reviewed, and closes the case 12 days ago. Returns the client's id. */
export async function closedClient(cast: Cast): Promise<string> {
  const { db, trainee } = cast;
  const entryId = await cycleOf(cast, { reviewedOn: null });
  const { client_id: clientId } = await db.reader.selectFrom("current_cycle").select("client_id").where("entry_id", "=", entryId).executeTakeFirstOrThrow();
  const closing = { closedOn: daysAgo(12), closedBecause: "work_done", copies: "not_yet", originals: "gone", nextSteps: "A top-up in spring, if they like." } as const;
  const closed = await closeCase(db, await actorOf(db, trainee), { clientId, fromVersion: 1, ...closing }, systemClock());
  if (!closed.ok) throw new Error(`not closed: ${closed.code}`);
  return clientId;
}

/** Sets part time for the trainee, as the lead, from 60 days hence. Returns that day. */
export async function shareOf(cast: Cast): Promise<string> {
  const from = daysAgo(-60);
  const set = await setShare(cast.db, await actorOf(cast.db, cast.lead), { traineeId: cast.trainee.id, from, percent: 80 }, systemClock());
  if (!set.ok) throw new Error(`not set: ${set.code}`);
  return from;
}

/** Recognises a peer supervision session held before, as the lead, 100 days ago. Returns the entry's id. */
export async function recognisedOf({ db, trainee, lead }: Cast): Promise<string> {
  const work = { traineeId: trainee.id, requestId: newId(), requirement: "peer_supervision", amount: 1, recognisedOn: daysAgo(100), reason: "Held in another programme." };
  return entryIdOf(await recogniseWork(db, await actorOf(db, lead), work, systemClock()));
}

/** Records what somebody filmed in a case of the trainee's agreed to 25 days ago, for the own supervisor unless told otherwise. Returns its id. */
export async function consentOf({ db, trainee }: Cast, clientId: string, filmedRole: FilmedRole, over: Partial<ConsentContent> = {}): Promise<string> {
  const content = { givenOn: daysAgo(25), givenHow: "signed_form", childView: "not_able_to_say", purposes: ["own_supervisor"], ...over } as const;
  const recorded = await recordConsent(db, await actorOf(db, trainee), { requestId: newId(), clientId, filmedRole, content }, systemClock());
  if (!recorded.ok) throw new Error(`not recorded: ${recorded.code}`);
  return recorded.value.consentId;
}

/** Takes the withdrawal of a consent that covers no film, today. */
export async function withdrawnBy({ db, trainee }: Cast, consentId: string): Promise<void> {
  await db.inTransaction(async (trx) => {
    const consent = await findConsent(trx, trainee.id, consentId);
    if (!consent) throw new Error("not there");
    await insertWithdrawal(trx, consent, { on: daysAgo(0), by: trainee.id }, systemClock());
  });
}

/** Writes a reflection three days ago as the trainee, shared with those people; returns its id. */
export async function reflectionOf({ db, trainee }: Cast, readers: readonly MadePerson[], entryId: string | null = null): Promise<string> {
  const actor = await actorOf(db, trainee);
  const content = { writtenOn: daysAgo(3), text: "I looked at the minute before the laugh: I had waited longer than I thought.", entryId };
  const written = await writeReflection(db, actor, { requestId: newId(), content }, systemClock());
  if (!written.ok) throw new Error(`not written: ${written.code}`);
  const id = written.value.reflectionId;
  const shared = readers.length === 0 ? undefined : await shareReflection(db, actor, { id, personIds: readers.map((r) => r.id) }, systemClock());
  if (shared?.ok === false) throw new Error(`not shared: ${shared.code}`);
  return id;
}

/** Tells the supervisor and the lead of something that the trainee did, or the trainee where the supervisor did it. */
export async function toldOf({ db, trainee, supervisor, lead }: Cast, kind: NewNotice["kind"], by: MadePerson, subjects: NewNotice["subjects"]): Promise<void> {
  const recipientIds = [trainee, supervisor, lead].map(({ id }) => id);
  await db.inTransaction((trx) => notify(trx, { kind, actorId: by.id, traineeId: trainee.id, recipientIds, subjects }, systemClock()));
}

/** Submits that cycle's shared review by reference as the trainee and returns the submission's id. */
export async function submittedOf({ db, trainee }: Cast, entryId: string): Promise<string> {
  const input = { requestId: newId(), entryId, intention: "How I give space before I speak.", how: { way: "reference", reference: "VIG/2026/12" } } as const;
  const result = await submitReview(db, await actorOf(db, trainee), input, systemClock());
  if (!result.ok) throw new Error(`not submitted: ${result.code}`);
  return result.value.submissionId;
}

/** Returns a submission with a question, as the supervisor. */
export async function returnedOf({ db, supervisor }: Cast, submissionId: string): Promise<void> {
  const input = { submissionId, fromVersion: 0, workingPoint: null, nextStep: null, question: "Which minute would you like us to look at?" };
  const result = await returnSubmission(db, await actorOf(db, supervisor), input, systemClock());
  if (!result.ok) throw new Error(`not returned: ${result.code}`);
}

/** Sends feedback on a submission as the supervisor; an attuned moment has to stand. */
export async function feedbackOf({ db, supervisor }: Cast, submissionId: string): Promise<void> {
  const input = { submissionId, fromVersion: 0, workingPoint: "Leave a second turn.", nextStep: "A fourth cycle." };
  const result = await sendFeedback(db, await actorOf(db, supervisor), input, systemClock());
  if (!result.ok) throw new Error(`not sent: ${result.code}`);
}

/** Marks an attuned moment as the supervisor, from the fourteenth second unless told otherwise, and returns its id. */
export async function markedOf({ db, supervisor }: Cast, submissionId: string, startsMs = 14_000): Promise<string> {
  const content = { kind: "attuned_moment", layer: "practitioner_client", startsMs, endsMs: startsMs + 1000, principle: "receiving", sharing: "shared", note: "You wait, and she looks up." } as const;
  const result = await markMoment(db, await actorOf(db, supervisor), { submissionId, requestId: newId(), content }, systemClock());
  if (!result.ok) throw new Error(`not marked: ${result.code}`);
  return result.value.momentId;
}
