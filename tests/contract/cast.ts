import { sql } from "kysely";

import type { Seen } from "#app/accreditation/model.ts";
import { notify } from "#app/notices/writes.server.ts";
import { askErasure } from "#app/clips/erase.server.ts";
import { grantClip } from "#app/clips/writes.server.ts";
import { recordConsent } from "#app/logbook/consents.server.ts";
import { closeCase } from "#app/logbook/close-case.server.ts";
import { recogniseWork } from "#app/logbook/recognise-work.server.ts";
import { openClient } from "#app/logbook/clients.server.ts";
import { shareReflection } from "#app/logbook/share-reflection.server.ts";
import { writeReflection } from "#app/logbook/write-reflection.server.ts";
import { setShare } from "#app/pathway/set-working-time.server.ts";
import { recordPause } from "#app/pathway/writes.server.ts";
import { newId } from "#app/platform/ids.ts";
import { markReauthenticated, readSession } from "#app/people/sessions.server.ts";
import type { MadePerson } from "#tests/support/factories.ts";
import { makeAccreditation, makeAssignment, makeBoard, makeGrant, makePathwayVersion, makePerson, makeSupervisor, makeTrainee } from "#tests/support/factories.ts";
import { actorFor, loggedCycle, loggedPeer, loggedSupervision, loggedTraining, makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { requestOf, signIn } from "#tests/support/actors.ts";
import { marked, submitted } from "#tests/support/review.ts";
import { asked, assigned, makeReviewer, oneCycle, signingInput } from "#tests/support/signing.ts";
import type { Database } from "#db/database.server.ts";

/** Everybody who asks for a page: nobody, the owner of the record, and every kind of other. */
export const CAST = ["nobody", "owner", "peer", "stranger", "supervisor", "past_supervisor", "reviewer", "lead", "other_lead", "administrator", "other_administrator"] as const;
export type Who = (typeof CAST)[number];

/** What the owner's record holds, and must not be seen by whom it does not concern. */
export const SECRET_NOTE = "She waited, and he turned towards her";

/** A trainee with two stages signed and the last asked for, on which the reviewer is asked to decide. */
export interface Candidate {
  readonly id: string;
  readonly requestId: string;
  /** Reviewed, of the stage that is asked for. */
  readonly submissionId: string;
  /** What whoever looks at the request now signs. */
  readonly seen: Seen;
  /** A session in a signed stage. */
  readonly lockedId: string;
  /** Who could be asked to decide in the reviewer's place. */
  readonly otherReviewerId: string;
}

export interface Scene {
  readonly db: Database;
  readonly world: World;
  readonly owner: MadePerson;
  readonly clientId: string;
  readonly clientCode: string;
  /** A client without any entry. */
  readonly emptyClientId: string;
  /** A client whose case is closed. */
  readonly closedClientId: string;
  /** The consent of the client's, whose role is taken by it. */
  readonly consentId: string;
  readonly clipId: string;
  readonly erasedClipId: string;
  /** What the supervisor and a lead were told of the owner's record. */
  readonly noticeId: string;
  readonly cycleId: string;
  readonly supervisionId: string;
  readonly peerSessionId: string;
  readonly trainingId: string;
  /** Earlier work that the lead recognised. */
  readonly recognisedId: string;
  /** A cycle whose shared review was never submitted. */
  readonly unsubmittedId: string;
  /** A film of it that arrived. */
  readonly unsubmittedClipId: string;
  /** The first cycle's, which waits for feedback, with an attuned moment of the supervisor's. */
  readonly submissionId: string;
  readonly momentId: string;
  /** Another trainee of the supervisor's. */
  readonly candidate: Candidate;
  /** Reflections of the owner's: shared with the supervisor, with the peer, with nobody. */
  readonly sharedReflectionId: string;
  readonly peerReflectionId: string;
  readonly privateReflectionId: string;
  readonly external: MadePerson;
  /** A trainee whom nobody has enrolled yet, and the board in which they work. */
  readonly newcomer: MadePerson;
  readonly boardCode: string;
  readonly pathwayVersionId: string;
  /** A pause that is planned for the owner. */
  readonly pauseId: string;
  /** The day from which the owner works part time. */
  readonly shareFrom: string;
  /** The owner's grant, assignment and their supervisor's accreditation. */
  readonly grantId: string;
  readonly assignmentId: string;
  readonly accreditationId: string;
  readonly peopleIds: Readonly<Record<Exclude<Who, "nobody">, string>>;
  readonly cookies: Readonly<Record<Who, string | undefined>>;
}

const PROVED = /administrator$|^supervisor$|^reviewer$/;
const YESTERDAY = "2026-11-20";

async function othersOf({ db, programmeId, trainee, stranger }: World): Promise<Pick<Record<Who, MadePerson>, "past_supervisor" | "reviewer" | "other_lead" | "administrator" | "other_administrator">> {
  const elsewhere = await db.reader.selectFrom("enrolment").select("programme_id").where("trainee_id", "=", stranger.id).executeTakeFirstOrThrow();
  const past = await makeSupervisor(db, { programmeId, name: "Past Supervisor" });
  await makeAssignment(db, { traineeId: trainee.id, supervisorId: past.id, endsOn: YESTERDAY });
  const holder = async (name: string, role: "lead" | "administrator", programme: string): Promise<MadePerson> => {
    const person = await makePerson(db, { name });
    await makeGrant(db, { personId: person.id, programmeId: programme, role });
    return person;
  };
  // Accredited, of the programme, and never anybody's supervisor there.
  const reviewer = await makePerson(db, { name: "Independent Reviewer" });
  await makeGrant(db, { personId: reviewer.id, programmeId, role: "supervisor", isIndependentReviewer: true });
  await makeAccreditation(db, reviewer.id);
  return {
    past_supervisor: past,
    reviewer,
    other_lead: await holder("Other Lead", "lead", elsewhere.programme_id),
    administrator: await holder("Own Administrator", "administrator", programmeId),
    other_administrator: await holder("Other Administrator", "administrator", elsewhere.programme_id),
  };
}

/** Signs the person in; whoever changes roles or signs a stage proved their password just now. */
async function cookieFor(db: Database, who: string, personId: string): Promise<string> {
  const { cookie } = await signIn(db, personId, NOON);
  const session = PROVED.test(who) ? await readSession(db, requestOf("/", { cookie }), NOON) : null;
  if (session) await db.inTransaction((trx) => markReauthenticated(trx, session, NOON));
  return cookie;
}

async function consentOf({ db, trainee }: World, clientId: string): Promise<string> {
  const content = { givenOn: "2026-11-02", givenHow: "signed_form", childView: null, purposes: ["own_supervisor"] } as const;
  const recorded = await recordConsent(db, await actorFor(db, trainee), { requestId: "a-recorded-consent", clientId, filmedRole: "client", content }, NOON);
  if (!recorded.ok) throw new Error(recorded.code);
  return recorded.value.consentId;
}

async function closedOf({ db, trainee }: World): Promise<string> {
  const actor = await actorFor(db, trainee);
  const opened = await openClient(db, actor, { requestId: "a-closed-client", ageBand: null }, NOON);
  if (!opened.ok) throw new Error(opened.code);
  const { clientId } = opened.value;
  const closing = { closedOn: "2026-11-21", closedBecause: "moved_away", copies: "given", originals: "not_yet", nextSteps: null } as const;
  const closed = await closeCase(db, actor, { clientId, fromVersion: 1, ...closing }, NOON);
  if (!closed.ok) throw new Error(closed.code);
  return clientId;
}

async function recognisedOf({ db, trainee, lead }: World): Promise<string> {
  const work = { traineeId: trainee.id, requestId: "recognised-work", requirement: "peer_supervision", amount: 1, recognisedOn: "2026-11-20", reason: "Held in another programme" } as const;
  const result = await recogniseWork(db, await actorFor(db, lead), work, NOON);
  if (!result.ok) throw new Error(result.code);
  return result.value.entryId;
}

/** A clip whose bytes are nowhere, given to the supervisors to watch; `isErased` says that it was erased. */
async function clipOf({ db, trainee }: World, at: { entryId: string; clientId: string; consentId: string }, isErased: boolean): Promise<string> {
  const clipId = newId();
  await db.inTransaction(async (trx) => {
    await trx.insertInto("clip").values({
      id: clipId, trainee_id: trainee.id, entry_id: at.entryId, client_id: at.clientId, media_type: "video/mp4", bytes: 10, duration_ms: 1000, width: 64, height: 36, has_sound: 0,
      recorded_at: NOON.toISOString(), recorded_by: trainee.id,
    }).execute();
    await trx.insertInto("clip_consent").values({ clip_id: clipId, consent_id: at.consentId }).execute();
    await grantClip(trx, { clipId, purpose: "own_supervisor", personId: null, reason: "submitted", endsAt: null }, trainee.id, NOON);
    if (isErased) await askErasure(trx, { clipId, because: "owner", askedBy: trainee.id }, NOON);
  });
  return clipId;
}

async function shareOf({ db, trainee, lead }: World): Promise<string> {
  const from = "2026-12-01";
  const set = await setShare(db, await actorFor(db, lead), { traineeId: trainee.id, from, percent: 80 }, NOON);
  if (!set.ok) throw new Error(set.code);
  return from;
}

async function reflectionOf({ db, trainee }: World, reader: MadePerson | null, text = SECRET_NOTE): Promise<string> {
  const actor = await actorFor(db, trainee);
  const written = await writeReflection(db, actor, { requestId: newId(), content: { writtenOn: "2026-11-20", text, entryId: null } }, NOON);
  if (!written.ok) throw new Error(written.code);
  const id = written.value.reflectionId;
  const shared = reader && await shareReflection(db, actor, { id, personIds: [reader.id] }, NOON);
  if (shared?.ok === false) throw new Error(shared.code);
  return id;
}

async function noticeOf({ db, trainee, supervisor, lead }: World): Promise<string> {
  const told = { kind: "submission_sent", actorId: trainee.id, traineeId: trainee.id, recipientIds: [supervisor.id, lead.id], subjects: { submission: "none" } } as const;
  await db.inTransaction((trx) => notify(trx, told, NOON));
  return (await db.reader.selectFrom("notice").select("id").where("subjects", "=", JSON.stringify(told.subjects)).executeTakeFirstOrThrow()).id;
}

async function candidateOf(world: World, reviewer: MadePerson): Promise<Candidate> {
  const { db, programmeId, supervisor } = world;
  const pathway = await makePathwayVersion(db, oneCycle());
  const trainee = await makeTrainee(db, { programmeId, pathwayVersionId: pathway.id, name: "Own Candidate" });
  await makeAssignment(db, { traineeId: trainee.id, supervisorId: supervisor.id });
  const own = { ...world, trainee };
  const lockedId = await loggedSupervision(own, { heldOn: "2026-10-20" });
  const requestId = await asked(own, 3);
  await assigned(own, reviewer);
  const submission = await db.reader.selectFrom("submission").select("id").where("trainee_id", "=", trainee.id).executeTakeFirstOrThrow();
  const { seen } = await signingInput(own, requestId, 3);
  return { id: trainee.id, requestId, seen, submissionId: submission.id, lockedId, otherReviewerId: (await makeReviewer(world)).id };
}

/** A record with one entry of each kind, and a signed-in cookie for everybody. */
export async function makeScene(db: Database): Promise<Scene> {
  const world = await makeWorld(db);
  const people: Readonly<Record<Exclude<Who, "nobody">, MadePerson>> = {
    owner: world.trainee, peer: world.peer, stranger: world.stranger, supervisor: world.supervisor, lead: world.lead, ...await othersOf(world),
  };
  const cycleId = await loggedCycle(world, { note: SECRET_NOTE });
  const supervisionId = await loggedSupervision(world, { note: SECRET_NOTE });
  const peerSessionId = await loggedPeer(world);
  const trainingId = await loggedTraining(world);
  const client = await db.reader.selectFrom("client").select(["id", "code"]).where("trainee_id", "=", world.trainee.id).executeTakeFirstOrThrow();
  const opened = await openClient(db, await actorFor(db, world.trainee), { requestId: "an-empty-client", ageBand: null }, NOON);
  if (!opened.ok) throw new Error(opened.code);
  const emptyClientId = opened.value.clientId;
  const closedClientId = await closedOf(world);
  const unsubmittedId = await loggedCycle(world, { filmedOn: "2026-11-04" }, { clientId: client.id });
  const submissionId = await submitted(world, { entryId: cycleId, intention: SECRET_NOTE });
  const momentId = await marked(world, submissionId, { note: SECRET_NOTE });
  const external = await makePerson(db, { name: "External Supervisor", isExternal: true });
  await makeGrant(db, { personId: external.id, programmeId: world.programmeId, role: "supervisor" });
  const newcomer = await makePerson(db, { name: "New Comer" });
  await makeGrant(db, { personId: newcomer.id, programmeId: world.programmeId, role: "trainee" });
  const cookies: Record<string, string | undefined> = {};
  for (const [who, person] of Object.entries(people)) cookies[who] = await cookieFor(db, who, person.id);
  const idIn = async (table: "role_grant" | "supervisor_assignment" | "supervisor_accreditation", column: "person_id" | "trainee_id", id: string): Promise<string> =>
    (await db.reader.selectFrom(table).select("id").where(sql.ref(column), "=", id).executeTakeFirstOrThrow()).id;
  const consentId = await consentOf(world, client.id);
  const filmed = { entryId: cycleId, clientId: client.id, consentId };
  return {
    db, world, owner: world.trainee, clientId: client.id, clientCode: client.code, emptyClientId, closedClientId,
    consentId, clipId: await clipOf(world, filmed, false), erasedClipId: await clipOf(world, filmed, true), noticeId: await noticeOf(world), cycleId, supervisionId, peerSessionId, trainingId, unsubmittedId,
    unsubmittedClipId: await clipOf(world, { ...filmed, entryId: unsubmittedId }, false), submissionId, momentId, recognisedId: await recognisedOf(world),
    sharedReflectionId: await reflectionOf(world, world.supervisor), peerReflectionId: await reflectionOf(world, world.peer, "What I would like to ask you."), privateReflectionId: await reflectionOf(world, null),
    candidate: await candidateOf(world, people.reviewer), external, newcomer,
    boardCode: (await makeBoard(db)).code,
    pauseId: await db.inTransaction((trx) => recordPause(trx, { traineeId: world.trainee.id, startsOn: "2027-01-04", endsOn: "2027-01-17" }, null, NOON)),
    shareFrom: await shareOf(world),
    pathwayVersionId: (await db.reader.selectFrom("pathway_version").select("id").executeTakeFirstOrThrow()).id,
    grantId: await idIn("role_grant", "person_id", world.peer.id),
    assignmentId: await idIn("supervisor_assignment", "trainee_id", world.trainee.id),
    accreditationId: await idIn("supervisor_accreditation", "person_id", world.supervisor.id),
    peopleIds: Object.fromEntries(Object.entries(people).map(([who, person]) => [who, person.id])) as Scene["peopleIds"],
    cookies: cookies as Record<Who, string | undefined>,
  };
}
