import type { Answers } from "#app/logbook/import/questions.ts";
import type { Choice } from "#app/logbook/import/layout.ts";
import { NEW_STATE, sealState } from "#app/logbook/import/draft-state.server.ts";
import { newSealKey, type SealKey } from "#app/logbook/import/seal.server.ts";
import { doJob, type ImportJob, type Judging, LOOK, READ } from "#app/logbook/import/tasks.server.ts";
import { confirmImport, type Imported } from "#app/logbook/confirm-import.server.ts";
import { fingerprintKeyOf, importFactsOf, type Importing } from "#app/logbook/import-context.server.ts";
import { type ImportDraft, putDraft } from "#app/logbook/import-draft.server.ts";
import { londonDay } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { keyringOf } from "#app/platform/keyring.server.ts";
import type { Task, Workers } from "#app/platform/workers.server.ts";
import { NES_PRESET } from "#seeds/reference/pathways.ts";
import type { Database } from "#db/database.server.ts";

import { freshDatabase } from "./database.ts";
import { makeAssignment, type MadePerson, makePathwayVersion, makeProgramme, makeSupervisor, makeTrainee } from "./factories.ts";
import { actorFor, NOON } from "./logbook.ts";

export const keyring = keyringOf(Buffer.alloc(32, 7));

/** The worker's jobs, done in this very thread: what a worker does by itself its own test shows. */
export const sameThread: Workers = {
  run: async <Input, Output>(_task: Task<Input, Output>, input: Input) => {
    const job: unknown = input;
    return await doJob(job as ImportJob) as Output;
  },
};

/** A trainee of February 2025, and everybody whom the sample logbooks name. */
export interface ImportWorld {
  readonly db: Database;
  readonly trainee: MadePerson;
  readonly supervisors: readonly MadePerson[];
  readonly peers: readonly MadePerson[];
  readonly importing: Importing;
}

/** Makes that world, its pathway the present NES one. */
export async function makeImportWorld(): Promise<ImportWorld> {
  const db = await freshDatabase();
  const programmeId = (await makeProgramme(db)).id;
  const at = { programmeId, pathwayVersionId: (await makePathwayVersion(db, NES_PRESET.version.definition)).id, startedOn: "2025-02-01" };
  const trainee = await makeTrainee(db, { ...at, name: "Ailsa Rutherglen" });
  const supervisors = [
    await makeSupervisor(db, { programmeId, name: "Mairi McLeod", email: "mairi.mcleod@example.org" }),
    await makeSupervisor(db, { programmeId, name: "Agnieszka Wiśniewska-Reid", email: "agnieszka.wisniewska-reid@example.org" }),
    await makeSupervisor(db, { programmeId, name: "Harpreet Kaur Sandhu", email: "harpreet.sandhu@example.scot" }),
  ];
  await makeAssignment(db, { traineeId: trainee.id, supervisorId: supervisors[0]?.id ?? "" });
  const peers: MadePerson[] = [];
  for (const [name, email] of [["Tomasz Zieliński", "tomasz.zielinski@example.org"], ["Nadia Hussain", "nadia.hussain@example.scot"], ["Eilidh Buchanan", "eilidh.buchanan@example.scot"], ["Rhys Llywelyn", "rhys.llywelyn@example.org"]] as const) {
    peers.push(await makeTrainee(db, { ...at, name, email }));
  }
  return { db, trainee, supervisors, peers, importing: { traineeId: trainee.id, programmeId, startedOn: at.startedOn, today: londonDay(NOON) } };
}

/** A file on its way in: sealed, with its columns as guessed. */
export interface OnItsWay {
  readonly draft: ImportDraft;
  readonly sealed: string;
  readonly seal: SealKey;
  readonly choice: Choice;
}

/** Sends a file as that trainee, up to the choice of its columns. Throws where it is not taken. */
export async function send({ db, importing: { traineeId } }: ImportWorld, bytes: Uint8Array, name = "log.csv"): Promise<OnItsWay> {
  const draftId = newId();
  const seal = { key: newSealKey(), owner: `${draftId}\n${traineeId}` };
  const read = await sameThread.run(READ, { do: "read", bytes, name, seal }, traineeId);
  if (!read.ok) throw new Error(read.problem);
  const { sheet, header, guess } = await sameThread.run(LOOK, { do: "look", sealed: read.sealed, seal, sheet: null, header: null, remembered: new Map(), fingerprintKey: fingerprintKeyOf(keyring, traineeId) }, traineeId);
  const choice = { sheet, header, columns: guess };
  const draft = { id: draftId, sealedFile: read.sealed, sealedState: sealState({ ...NEW_STATE, choice }, seal) };
  await putDraft(db, traineeId, draft, NOON);
  return { draft, sealed: read.sealed, seal, choice };
}

/** What the file is judged by now. */
export async function judgingFor({ db, importing }: ImportWorld, { sealed, seal, choice }: OnItsWay, answers: Answers = {}): Promise<Judging> {
  return { sealed, seal, choice, answers, fingerprintKey: fingerprintKeyOf(keyring, importing.traineeId), facts: await importFactsOf(db.reader, importing) };
}

/** Confirms a file that was sent. */
export async function confirm({ db, trainee, importing }: ImportWorld, onItsWay: OnItsWay, answers: Answers = {}): ReturnType<typeof confirmImport> {
  const file = { ...onItsWay, answers, fingerprintKey: fingerprintKeyOf(keyring, importing.traineeId) };
  return confirmImport({ database: db, workers: sameThread }, await actorFor(db, trainee), importing, file, NOON);
}

/** Sends and confirms a file. Throws where it is refused. */
export async function imported(world: ImportWorld, bytes: Uint8Array, answers: Answers = {}, name = "log.csv"): Promise<Imported> {
  const result = await confirm(world, await send(world, bytes, name), answers);
  if (!result.ok) throw new Error(result.code);
  return result.value;
}
