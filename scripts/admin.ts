import { parseArgs } from "node:util";

import { verifyChain } from "#app/audit/queries.server.ts";
import { compareStores } from "#app/clips/verify.server.ts";
import { compareProjection, recountAll } from "#app/logbook/recount.server.ts";
import { listRecordedTrainees } from "#app/pathway/queries.server.ts";
import { createPersonFromConsole } from "#app/people/create-person.server.ts";
import { newPersonForm } from "#app/people/forms.ts";
import { grantRoleFromConsole } from "#app/people/grant-role.server.ts";
import { type Role, ROLES } from "#app/people/model.ts";
import { makeResetLink } from "#app/people/reset.server.ts";
import { removeSecondFactorFromConsole } from "#app/people/second-factor.server.ts";
import { openClipServices } from "#app/platform/clip-services.server.ts";
import { londonDay, systemClock } from "#app/platform/clock.ts";
import { type Environment, readProcessEnvironment } from "#app/platform/env.server.ts";
import { openProgrammeFromConsole } from "#app/programme/open-programme.server.ts";
import { readRecordFile, sayProblem } from "#app/record/read-file.server.ts";
import { readRecordFromConsole } from "#app/record/read-record.server.ts";
import { words } from "#app/words/words.ts";
import type { Database } from "#db/database.server.ts";
import { migrateDown, migrateUp, migrationStatus } from "#db/migrate.ts";
import { CannotStart, openDatabaseFile, openDeployment, openKeys, runMain } from "#server/start.ts";

/** One command: what is typed after its name, what it does, and how it does it. */
interface AdminCommand {
  readonly usage: string;
  readonly does: string;
  run(environment: Environment, args: readonly string[]): Promise<void>;
}

const say = (text: string): void => { console.log(text); };
const sayCode = (code: string): string => `Not done: ${code.replaceAll("_", " ")}.`;

/** Opens the deployment for one piece of work and closes it again. */
async function withDatabase(environment: Environment, work: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDeployment(environment);
  await work(database).finally(() => database.close());
}

async function verifyAudit(database: Database): Promise<boolean> {
  const chain = await verifyChain(database.reader);
  say(chain.intact
    ? `The audit record is whole: ${String(chain.length)} rows.`
    : `The audit record does not match from row ${String(chain.firstBadSeq)} on (${chain.problem}).`);
  return chain.intact;
}

async function verifyProjection(database: Database): Promise<boolean> {
  const trainees = await listRecordedTrainees(database.reader);
  let differing = 0;
  for (const { traineeId, countedFor } of trainees) {
    const on = countedFor === null ? systemClock() : new Date(`${countedFor}T12:00:00Z`);
    const difference = await compareProjection(database.reader, traineeId, on);
    if (difference === undefined) continue;
    differing += 1;
    say(`The counts of trainee ${traineeId} differ: ${String(difference.surplus.length)} rows too many, ${String(difference.missing.length)} missing.`);
  }
  if (differing === 0) say(`What counts agrees with the rules for all ${String(trainees.length)} trainees.`);
  return differing === 0;
}

// Said, not failed: after restoring a backup films are missing by design.
async function sayStores(environment: Environment, database: Database): Promise<void> {
  const clips = openClipServices(environment, await openKeys(environment));
  const { withoutKey, withoutBytes, unknown } = await compareStores({ database, clips });
  for (const id of withoutKey) say(`The film ${id} has no key any longer: nobody can watch it.`);
  for (const id of withoutBytes) say(`The film ${id} has no bytes.`);
  for (const id of unknown) say(`A key or bytes lie under ${id}, which is no film of this database.`);
  if (withoutKey.length + withoutBytes.length + unknown.length === 0) say("Every film that is kept has its key and its bytes.");
}

async function verify(environment: Environment, database: Database): Promise<void> {
  const verdicts = [await verifyAudit(database), await verifyProjection(database)];
  if (verdicts.includes(false)) process.exitCode = 1;
  await sayStores(environment, database);
}

const MIGRATIONS = {
  up: async (db: Parameters<typeof migrateUp>[0]) => { say(`Ran: ${(await migrateUp(db)).join(", ") || "nothing, all had run"}.`); },
  down: async (db: Parameters<typeof migrateUp>[0]) => { say(`Took back: ${(await migrateDown(db)).join(", ") || "nothing, none had run"}.`); },
  status: async (db: Parameters<typeof migrateUp>[0]) => {
    for (const { name, ranAt } of await migrationStatus(db)) say(`${name}  ${ranAt?.toISOString() ?? "not run"}`);
  },
};

async function migrate(environment: Environment, [direction = ""]: readonly string[]): Promise<void> {
  const prepare = Object.entries(MIGRATIONS).find(([name]) => name === direction)?.[1];
  if (prepare === undefined) throw new CannotStart("Say migrate up, migrate down or migrate status.");
  await (await openDatabaseFile(environment, prepare)).close();
}

async function resetLink(environment: Environment, [email]: readonly string[]): Promise<void> {
  if (email === undefined) throw new CannotStart("Say whose link: reset-link <e-mail address>.");
  await withDatabase(environment, async (database) => {
    const link = await makeResetLink(database, environment.origin, email, systemClock());
    if (link === undefined) throw new CannotStart("Nobody here signs in with that e-mail address.");
    say(`Hand this over; it works once: ${link}`);
  });
}

async function removeSecondFactor(environment: Environment, [email]: readonly string[]): Promise<void> {
  if (email === undefined) throw new CannotStart("Say whose second step: remove-second-factor <e-mail address>.");
  await withDatabase(environment, async (database) => {
    const removed = await removeSecondFactorFromConsole(database, email, systemClock());
    if (!removed.ok) throw new CannotStart(sayCode(removed.code));
    say("Removed. They are signed out everywhere, and set up a new one when they next sign in with their password.");
  });
}

const PERSON_OPTIONS = {
  name: { type: "string" }, email: { type: "string" }, programme: { type: "string" }, role: { type: "string", default: "administrator" },
} as const;

interface RoleAsked {
  readonly name: string | undefined;
  readonly email: string;
  readonly programme: string;
  readonly role: Role;
}

function readRoleAsked(args: readonly string[]): RoleAsked {
  const { name, email, programme, role: asked } = parseArgs({ args: [...args], options: PERSON_OPTIONS }).values;
  const role = ROLES.find((r) => r === asked);
  if (email === undefined || programme === undefined || role === undefined) {
    throw new CannotStart(`Say who and what: --email ada@example.org --programme "Highland" --role ${ROLES.join("|")}.`);
  }
  return { name, email, programme, role };
}

async function createPerson(environment: Environment, args: readonly string[]): Promise<void> {
  const { name, email, programme, role } = readRoleAsked(args);
  if (name === undefined) throw new CannotStart('Say the name: --name "Ada Adams".');
  const person = newPersonForm.pick({ name: true, email: true }).safeParse({ name, email });
  if (!person.success) throw new CannotStart(`Not done: ${person.error.issues[0]?.message ?? "this cannot be read"}.`);
  await withDatabase(environment, async (database) => {
    const now = systemClock();
    const grant = { programmeId: await openProgrammeFromConsole(database, programme, now), role, isIndependentReviewer: false, startsOn: londonDay(now), endsOn: null };
    const created = await createPersonFromConsole(database, { name: person.data.name, email: person.data.email ?? null, isExternal: false, grant }, now);
    if (!created.ok) throw new CannotStart(sayCode(created.code));
    say(`Created ${created.value.personId}. Hand this over to choose a password; it works once: ${await makeResetLink(database, environment.origin, email, now) ?? ""}`);
  });
}

async function grantRole(environment: Environment, args: readonly string[]): Promise<void> {
  const { email, programme, role } = readRoleAsked(args);
  await withDatabase(environment, async (database) => {
    const now = systemClock();
    const grant = { programmeId: await openProgrammeFromConsole(database, programme, now), role, isIndependentReviewer: false, startsOn: londonDay(now), endsOn: null };
    const granted = await grantRoleFromConsole(database, email, grant, now);
    if (!granted.ok) throw new CannotStart(sayCode(granted.code));
    say(`Granted from today: ${role}.`);
  });
}

const READ_OPTIONS = { programme: { type: "string" }, email: { type: "string" } } as const;

async function readRecord(environment: Environment, args: readonly string[]): Promise<void> {
  const { values: { programme, email = null }, positionals: [file] } = parseArgs({ args: [...args], options: READ_OPTIONS, allowPositionals: true });
  if (file === undefined || programme === undefined) throw new CannotStart('Say which file and where: read-record record.zip --programme "Highland".');
  const read = readRecordFile(file);
  if (!read.ok) throw new CannotStart(sayProblem(read));
  await withDatabase(environment, async (database) => {
    const done = await readRecordFromConsole(database, { ...read.value, programme, email }, systemClock());
    if (!done.ok) throw new CannotStart(sayProblem(done));
    say(words.record.read(done.value.name, done.value.entries, done.value.numbers));
  });
}

const COMMANDS: Readonly<Record<string, AdminCommand>> = {
  verify: { usage: "", does: "hold the audit record against its hashes, the counts against the rules and the films against their stores", run: (environment) => withDatabase(environment, (database) => verify(environment, database)) },
  migrate: { usage: "up|down|status", does: "run the migrations, take the last one back, or list them", run: migrate },
  "create-person": { usage: "--name … --email … --programme … --role …", does: "add a person with a first role, and the programme if it is new", run: createPerson },
  "grant-role": { usage: "--email … --programme … --role …", does: "give somebody a role from today", run: grantRole },
  "reset-link": { usage: "<e-mail address>", does: "make a link for choosing a new password", run: resetLink },
  "remove-second-factor": { usage: "<e-mail address>", does: "let somebody set up a new second step, whose phone and recovery codes are lost", run: removeSecondFactor },
  "read-record": { usage: "<file> --programme … [--email …]", does: "read in the record that somebody took along from another portal, for whom none is here", run: readRecord },
  recount: {
    usage: "", does: "count everybody's record afresh",
    run: (environment) => withDatabase(environment, async (database) => { say(`Counted ${String(await recountAll(database, systemClock()))} records.`); }),
  },
};

function help(): string {
  const lines = Object.entries(COMMANDS).map(([name, { usage, does }]) => `  ${`${name} ${usage}`.trimEnd()}\n      ${does}`);
  return ["Usage: npm run admin -- <command>", ...lines].join("\n");
}

await runMain(async () => {
  const [name = "", ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (command === undefined) throw new CannotStart(help());
  await command.run(readProcessEnvironment(), args);
});
