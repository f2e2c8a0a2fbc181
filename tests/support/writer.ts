import { createInterface } from "node:readline";

import { z } from "zod";

import { changeEntry, voidEntry } from "#app/logbook/change-entry.server.ts";
import { decideEntries } from "#app/logbook/decide-entries.server.ts";
import { logCycle } from "#app/logbook/log-entry.server.ts";
import type { Actor } from "#app/people/model.ts";
import { newId } from "#app/platform/ids.ts";
import { type Database, openDatabase } from "#db/database.server.ts";

import { actorFor, cycleContent, NOON, supervisionContent } from "./logbook.ts";
import type { Outcome } from "./outcome.ts";

/**
 * A program of its own on a database file, for races: `writer.ts <file> <trainee id> <supervisor id> <minutes>` says
 * "ready", then does for each line that it is sent what the other writers do at that moment, and says how each deed ended.
 */
const roundSchema = z.object({ changed: z.string(), voided: z.string(), confirmed: z.string() });

const ending = (result: { readonly ok: true } | { readonly ok: false; readonly code: string }): string => (result.ok ? "ok" : result.code);

async function race(db: Database, actors: { trainee: Actor; supervisor: Actor }, minutes: number, round: z.infer<typeof roundSchema>): Promise<Outcome> {
  const { trainee, supervisor } = actors;
  const logged = await logCycle(db, trainee, { requestId: newId(), client: { newClient: { ageBand: null } }, content: cycleContent() }, NOON);
  const content = supervisionContent(supervisor.personId, { minutes });
  const changed = await changeEntry(db, trainee, { entryId: round.changed, fromVersion: 1, content, reason: null }, NOON);
  const voided = await voidEntry(db, trainee, { entryId: round.voided, fromVersion: 1, reason: "Twice" }, NOON);
  const confirmed = await decideEntries(db, supervisor, { entries: [{ entryId: round.confirmed, version: 1 }], decision: "confirmed", note: null }, NOON);
  return { logged: ending(logged), changed: ending(changed), voided: ending(voided), confirmed: ending(confirmed) };
}

const [file = "", traineeId = "", supervisorId = "", minutes = ""] = process.argv.slice(2);
const db = await openDatabase(file);
const actors = { trainee: await actorFor(db, { id: traineeId }), supervisor: await actorFor(db, { id: supervisorId }) };
console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await race(db, actors, Number(minutes), roundSchema.parse(JSON.parse(line)))));
}
await db.close();
