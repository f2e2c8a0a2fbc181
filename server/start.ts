import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import path from "node:path";

import { wasDone } from "#app/audit/queries.server.ts";
import { openBackground, someTimeMs } from "#app/platform/background.server.ts";
import { openClipServices } from "#app/platform/clip-services.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import type { Services } from "#app/platform/context.ts";
import { type Environment, WrongEnvironment } from "#app/platform/env.server.ts";
import { type Keyring, openKeyring } from "#app/platform/keyring.server.ts";
import { openMail } from "#app/platform/mail.server.ts";
import { openWorkers } from "#app/platform/workers.server.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import { DatabaseIsNewer, migrateUp } from "#db/migrate.ts";
import { seedReference } from "#seeds/reference/index.ts";

import { DEMO_MARK } from "../scripts/demo-mark.mjs";
import { refuseNode } from "../scripts/node-version.mjs";
import { findProgram } from "./programs.ts";

/** The portal cannot start. The message is one sentence that says why and what to do. */
export class CannotStart extends Error {}

/** Codes of the file system and of SQLite for a folder that cannot be used as it is. */
const FOLDER_CODES = new Set(["EROFS", "EACCES", "EPERM", "ENOTDIR", "EEXIST", "ENOSPC", "SQLITE_READONLY", "SQLITE_READONLY_DIRECTORY", "SQLITE_CANTOPEN", "SQLITE_FULL"]);
/** Codes of SQLite for a file that is none of its own, or no longer whole. */
const DAMAGE_CODES = new Set(["SQLITE_NOTADB", "SQLITE_CORRUPT"]);

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Does something in a folder, and says in one sentence where the folder does not allow it. */
async function inFolder<T>(variable: string, folder: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = codeOf(error);
    if (code !== undefined && DAMAGE_CODES.has(code)) {
      throw new CannotStart(`The database in ${folder} cannot be read (${code}): restore a backup, or name another folder in ${variable}.`, { cause: error });
    }
    if (code === undefined || !FOLDER_CODES.has(code)) throw error;
    throw new CannotStart(`The folder ${folder} cannot be written to (${code}): make it writable, or name another in ${variable}.`, { cause: error });
  }
}

/** Opens the database file as it is, running `prepare` on it first. Throws `CannotStart` where the folder does not allow it. */
export function openDatabaseFile(environment: Environment, prepare?: Parameters<typeof openDatabase>[1]): Promise<Database> {
  return inFolder("ATTUNE_DATA", environment.dataFolder, () => {
    mkdirSync(environment.dataFolder, { recursive: true, mode: 0o700 });
    accessSync(environment.dataFolder, constants.W_OK);
    return openDatabase(path.join(environment.dataFolder, "attune.sqlite"), prepare);
  });
}

/** Outside the demo nobody may reach its people. Throws `CannotStart`. */
function refuseDemoPeople({ isDemo, dataFolder }: Environment, areThere: boolean): void {
  if (isDemo || !areThere) return;
  throw new CannotStart(`The folder ${dataFolder} holds a demo's people, whose password everybody knows: name another folder in ATTUNE_DATA, or set ATTUNE_DEMO to 1.`);
}

/** Opens the database of this deployment with every migration run and the reference data in it. Throws `CannotStart` or `DatabaseIsNewer`. */
export async function openDeployment(environment: Environment): Promise<Database> {
  refuseDemoPeople(environment, existsSync(path.join(environment.dataFolder, DEMO_MARK)));
  const database = await openDatabaseFile(environment, migrateUp);
  refuseDemoPeople(environment, await wasDone(database.reader, "demo.seeded"));
  await inFolder("ATTUNE_DATA", environment.dataFolder, () => database.inTransaction((trx) => seedReference(trx, systemClock())));
  return database;
}

/** Opens the keys of this deployment, making them on the first start. Throws `CannotStart`. */
export function openKeys(environment: Environment): Promise<Keyring> {
  return inFolder("ATTUNE_KEYS", environment.keyFolder, () => openKeyring(environment.keyFolder));
}

/** Opens everything that loaders and actions are handed. */
export async function openServices(environment: Environment): Promise<Services> {
  const keyring = await openKeys(environment);
  const mail = openMail({
    folder: path.join(environment.dataFolder, "outbox"),
    from: `attune@${new URL(environment.origin).hostname}`,
    clock: systemClock,
    print: (text) => { console.log(`\n${text}\n`); },
  });
  return {
    database: await openDeployment(environment), keyring, mail, clock: systemClock, clips: openClipServices(environment, keyring), background: openBackground(someTimeMs), workers: openWorkers(findProgram),
  };
}

/** Runs the main function of a program, on a Node that is new enough: what is known to go wrong ends it with one sentence and the exit code 1. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    const tooOld = refuseNode(process.versions.node);
    if (tooOld !== null) throw new CannotStart(tooOld);
    await main();
  } catch (error) {
    const isKnown = error instanceof WrongEnvironment || error instanceof DatabaseIsNewer || error instanceof CannotStart;
    console.error(isKnown ? error.message : error);
    process.exit(1);
  }
}
