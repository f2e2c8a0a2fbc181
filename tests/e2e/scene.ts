import { recordPause } from "#app/pathway/writes.server.ts";
import { makeResetLink } from "#app/people/reset.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { makeGrant, type MadePerson, makePerson } from "#tests/support/factories.ts";

import { askedOf, makeCandidacy, reviewedOf } from "./candidate.ts";
import {
  type Cast, clientOf, closedClient, consentOf, cycleOf, daysAgo, decidedBy, makeCast, markedOf, openedClient, peerOf, recognisedOf, reflectionOf, returnedOf, shareOf, submittedOf, supervisionOf,
  toldOf, trainingOf, withdrawnBy,
} from "./cast.ts";
import { clipOf, erasedOf } from "./films.ts";
import { test as base } from "./journey.ts";

/** A programme with one entry of each kind and in each state, for pages to show; nobody changes it. */
export interface Scene extends Cast {
  /** In a programme of their own: a trainee whose last stage is asked for, their supervisor and lead, who decides on it, and what was reviewed in it. */
  readonly candidate: MadePerson;
  readonly candidateSupervisor: MadePerson;
  readonly candidateLead: MadePerson;
  readonly reviewer: MadePerson;
  readonly requestId: string;
  readonly reviewedId: string;
  /** A session of theirs in a signed stage. */
  readonly lockedId: string;
  readonly client: { readonly id: string; readonly code: string };
  /** A client without cycles, who can be voided. */
  readonly emptyClientId: string;
  /** A client whose case is closed, with a cycle. */
  readonly closedClientId: string;
  /** A consent that stands; beside it stands one that was withdrawn. */
  readonly consentId: string;
  /** A film that is kept, and one that was erased. */
  readonly keptClipId: string;
  readonly erasedClipId: string;
  readonly cycleId: string;
  /** A reflection about a cycle that is shared with the supervisor and the fellow, and one with nobody. */
  readonly reflectionId: string;
  readonly privateReflectionId: string;
  /** A submission that was returned, and the next attempt, which waits with a moment marked in it. */
  readonly returnedId: string;
  readonly submissionId: string;
  readonly momentId: string;
  readonly supervisionId: string;
  readonly waitingId: string;
  readonly questionedId: string;
  readonly peerId: string;
  readonly trainingId: string;
  /** Earlier work that the lead recognised. */
  readonly recognisedId: string;
  /** A pause that is planned for the trainee. */
  readonly pauseId: string;
  /** The day from which the trainee works part time. */
  readonly shareFrom: string;
  readonly grantId: string;
  readonly accreditationId: string;
  readonly assignmentId: string;
  readonly resetToken: string;
  /** A trainee whom nobody has enrolled yet. */
  readonly newcomer: MadePerson;
}

async function makeScene(cast: Cast): Promise<Scene> {
  const { db, supervisor } = cast;
  const reviewedCycleId = await cycleOf(cast);
  const client = await clientOf(cast);
  const cycleId = await cycleOf(cast, { filmedOn: daysAgo(40), reviewedOn: null, note: "One thing that went well." }, { clientId: client.id });
  await cycleOf(cast, { filmedOn: daysAgo(70), reviewedOn: daysAgo(63) }, { clientId: client.id });
  const [supervisionId, waitingId, questionedId] = [
    await supervisionOf(cast), await supervisionOf(cast, { minutes: 90, note: "To be looked at." }), await supervisionOf(cast, { minutes: 75, format: "group" }),
  ];
  await supervisionOf(cast, { supervisorId: cast.external.id });
  const [peerId, trainingId] = [await peerOf(cast), await trainingOf(cast)];
  await decidedBy(cast, supervisor, supervisionId);
  await decidedBy(cast, supervisor, questionedId, "Was this the whole session?");
  const consentId = await consentOf(cast, client.id, "client", { purposes: ["own_supervisor", "peers", "independent_reviewer"] });
  await withdrawnBy(cast, await consentOf(cast, client.id, "child"));
  const film = { entryId: reviewedCycleId, clientId: client.id, consentId };
  const [keptClipId, erasedClipId] = [await clipOf(cast, film), await clipOf(cast, film)];
  await erasedOf(cast, erasedClipId);
  const returnedId = await submittedOf(cast, reviewedCycleId);
  await returnedOf(cast, returnedId);
  const submissionId = await submittedOf(cast, reviewedCycleId);
  const momentId = await markedOf(cast, submissionId);
  await toldOf(cast, "entry_voided_after_lock", supervisor, { entry: cycleId, stage: "1" });
  await toldOf(cast, "skills_record_filled_in", supervisor, { stage: "1" });
  await toldOf(cast, "stage_reopened", cast.trainee, { stage: "1" });
  const candidacy = await makeCandidacy(await makeCast(db));
  const reviewedId = await reviewedOf(candidacy);
  const requestId = await askedOf(candidacy);
  const idFrom = async (table: "role_grant" | "supervisor_accreditation", personId: string): Promise<string> =>
    (await db.reader.selectFrom(table).select("id").where("person_id", "=", personId).executeTakeFirstOrThrow()).id;
  const assignment = await db.reader.selectFrom("supervisor_assignment").select("id").where("supervisor_id", "=", supervisor.id).executeTakeFirstOrThrow();
  const link = await makeResetLink(db, "http://localhost", cast.fellow.email, systemClock());
  const [reflectionId, privateReflectionId] = [await reflectionOf(cast, [supervisor, cast.fellow], reviewedCycleId), await reflectionOf(cast, [])];
  return {
    ...cast, reflectionId, privateReflectionId, candidate: candidacy.trainee, candidateSupervisor: candidacy.supervisor, candidateLead: candidacy.lead, reviewer: candidacy.reviewer, requestId, reviewedId,
    lockedId: candidacy.lockedId, client, consentId, keptClipId, erasedClipId, emptyClientId: await openedClient(cast), closedClientId: await closedClient(cast),
    recognisedId: await recognisedOf(cast), cycleId, returnedId, submissionId, momentId, supervisionId, waitingId, questionedId, peerId, trainingId,
    pauseId: await db.inTransaction((trx) => recordPause(trx, { traineeId: cast.trainee.id, startsOn: daysAgo(-30), endsOn: daysAgo(-50) }, null, systemClock())),
    shareFrom: await shareOf(cast), grantId: await idFrom("role_grant", supervisor.id), accreditationId: await idFrom("supervisor_accreditation", supervisor.id), assignmentId: assignment.id,
    newcomer: await makeNewcomer(cast), resetToken: link?.split("/").at(-1) ?? "",
  };
}

// The factories write through the reader, which a database file opens for reading only.
async function makeNewcomer({ db, programmeId }: Cast): Promise<MadePerson> {
  return db.inTransaction(async (trx) => {
    const writing = { ...db, reader: trx };
    const newcomer = await makePerson(writing, { name: "Shona Kerr" });
    await makeGrant(writing, { personId: newcomer.id, programmeId, role: "trainee" });
    return newcomer;
  });
}

/** The pages' tests: one scene for all that a worker looks at. */
export const test = base.extend<object, { readonly scene: Scene }>({
  scene: [async ({ db }, use) => { await use(await makeScene(await makeCast(db))); }, { scope: "worker" }],
});

/** Who looks at a page: nobody signed in, or somebody of the scene. */
export type Who = "nobody" | "trainee" | "fellow" | "supervisor" | "idle" | "lead" | "administrator" | "candidate" | "candidateSupervisor" | "candidateLead" | "reviewer";
