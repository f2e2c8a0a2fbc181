import { findActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import type { ClientChoice, CycleContent, PeerSupervisionContent, SupervisionContent, TrainingContent } from "#app/logbook/content.ts";
import { logCycle, logPeerSupervision, logSupervision, logTraining } from "#app/logbook/log-entry.server.ts";
import type { CycleDetails } from "#app/logbook/model.ts";
import { londonDay } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import type { Database } from "#db/database.server.ts";

import { plainDefinition } from "./counts.ts";
import { makeAssignment, makeGrant, type MadePerson, makePathwayVersion, makePerson, makeProgramme, makeSupervisor, makeTrainee } from "./factories.ts";

/** Saturday 21 November 2026, noon in London. */
export const NOON = new Date("2026-11-21T12:00:00.000Z");

/** A programme with two trainees, their supervisor and a lead, and a trainee of another programme. */
export interface World {
  readonly db: Database;
  readonly programmeId: string;
  readonly trainee: MadePerson;
  readonly peer: MadePerson;
  readonly supervisor: MadePerson;
  readonly lead: MadePerson;
  readonly stranger: MadePerson;
}

/** Makes that world; everybody started on 1 September 2025. */
export async function makeWorld(db: Database): Promise<World> {
  const [programme, elsewhere] = [await makeProgramme(db), await makeProgramme(db, "Elsewhere")];
  const version = await makePathwayVersion(db, plainDefinition);
  const at = { programmeId: programme.id, pathwayVersionId: version.id, startedOn: "2025-09-01" };
  const [trainee, peer] = [await makeTrainee(db, { ...at, name: "Ailsa Rutherglen" }), await makeTrainee(db, { ...at, name: "Tomasz Zieliński" })];
  const supervisor = await makeSupervisor(db, { programmeId: programme.id, name: "Agnieszka Wiśniewska-Reid" });
  await makeAssignment(db, { traineeId: trainee.id, supervisorId: supervisor.id });
  const lead = await makePerson(db, { name: "Morag Lead" });
  await makeGrant(db, { personId: lead.id, programmeId: programme.id, role: "lead" });
  const stranger = await makeTrainee(db, { ...at, programmeId: elsewhere.id, name: "Somebody Else" });
  return { db, programmeId: programme.id, trainee, peer, supervisor, lead, stranger };
}

/** The person as they stand in a request at that instant. */
export async function actorFor(db: Database, person: { readonly id: string }, now: Date = NOON): Promise<Actor> {
  const actor = await findActor(db.reader, person.id, londonDay(now));
  if (!actor) throw new Error("nobody of that id");
  return actor;
}

/** What a cycle tells where nothing more is told. */
export const NO_DETAILS: CycleDetails = { filmedRoles: [], reviewFilmed: null, goal2Rating: null, goal3Rating: null, attunedMoments: null };

type CycleWithout = Omit<CycleContent, "clientId">;

/** A cycle filmed and reviewed in November 2026, with what is given in place of that. */
export function cycleContent(over: Partial<CycleWithout> = {}): CycleWithout {
  return {
    kind: "cycle", filmedOn: "2026-11-03", filmMinutes: 6, mode: "in_person", clipsChosen: 3, reviewedOn: "2026-11-10", reviewMinutes: 45,
    goalRating: null, nextStep: null, note: null, ...over,
  };
}

/** An hour with that supervisor. */
export function supervisionContent(supervisorId: string, over: Partial<SupervisionContent> = {}): SupervisionContent {
  return { kind: "supervision", heldOn: "2026-11-05", startsAt: null, minutes: 60, mode: "remote", format: "individual", supervisorId, note: null, ...over };
}

/** An hour with those trainees. */
export function peerContent(attendeeIds: readonly string[], over: Partial<PeerSupervisionContent> = {}): PeerSupervisionContent {
  return { kind: "peer_supervision", heldOn: "2026-11-06", startsAt: null, minutes: 60, mode: "remote", attendeeIds, note: null, ...over };
}

/** The initial course, attended whole. */
export function trainingContent(over: Partial<TrainingContent> = {}): TrainingContent {
  return { kind: "training", heldOn: "2025-09-08", training: "initial_course", halfDays: 4, note: null, ...over };
}

function idOf(result: Awaited<ReturnType<typeof logCycle>>): string {
  if (!result.ok) throw new Error(`not logged: ${result.code}`);
  return result.value.entryId;
}

/** Logs a cycle as that trainee, with a new client unless one is named, and returns the entry's id. */
export async function loggedCycle({ db, trainee }: World, over: Partial<CycleWithout> = {}, client: ClientChoice = { newClient: { ageBand: "0_2" } }): Promise<string> {
  return idOf(await logCycle(db, await actorFor(db, trainee), { requestId: newId(), client, content: cycleContent(over) }, NOON));
}

/** Logs supervision as that trainee and returns the entry's id. */
export async function loggedSupervision({ db, trainee, supervisor }: World, over: Partial<SupervisionContent> = {}): Promise<string> {
  return idOf(await logSupervision(db, await actorFor(db, trainee), { requestId: newId(), content: supervisionContent(supervisor.id, over) }, NOON));
}

/** Logs peer supervision as that trainee and returns the entry's id. */
export async function loggedPeer({ db, trainee, peer }: World, over: Partial<PeerSupervisionContent> = {}): Promise<string> {
  return idOf(await logPeerSupervision(db, await actorFor(db, trainee), { requestId: newId(), content: peerContent([peer.id], over) }, NOON));
}

/** Logs the initial course as that trainee and returns the entry's id. */
export async function loggedTraining({ db, trainee }: World, over: Partial<TrainingContent> = {}): Promise<string> {
  return idOf(await logTraining(db, await actorFor(db, trainee), { requestId: newId(), content: trainingContent(over) }, NOON));
}
