import { z } from "zod";

import { mapPeople } from "#app/people/names.server.ts";
import type { Reader } from "#db/database.server.ts";
import { formatMoment } from "#app/words/format.ts";

import { caseThings, closingThings, entryThings, type Named } from "./asked-things.ts";
import { changeClientDefaults, closeCaseDefaults } from "./case-forms.ts";
import type { CaseInput, Closing } from "./case-model.ts";
import { findCaseIn } from "./case-rows.server.ts";
import { type AskedThing, type Clash, clashesIn, type ClashField, type FormValues, hasChosen, takeTheirs } from "./clash.ts";
import { type Content, contentOf, type OwnEntry } from "./content.ts";
import { readEntries } from "./entry-rows.server.ts";
import { formValuesOf } from "./form-values.ts";
import type { Client } from "./model.ts";
import { mapOwnReflections } from "./reflections.server.ts";

const versionSchema = z.coerce.number().int().min(1);

/** An entry's own content in that version, as its form holds it; undefined where there is no such version. */
async function entryValuesIn(db: Reader, entry: OwnEntry, version: number): Promise<FormValues | undefined> {
  const versions = await readEntries(db, db.selectFrom("entry").select("entry.id").where("entry.id", "=", entry.id), "all");
  const one = versions.find((v) => v.version === version);
  if (!one || one.kind === "recognised") return undefined;
  const reflections = await mapOwnReflections(db, entry.traineeId, entry.id);
  return formValuesOf(contentOf(one, reflections.get(version) ?? null));
}

async function takeChosen(form: FormData, things: readonly AskedThing[], valuesIn: (version: number) => Promise<FormValues | undefined>): Promise<void> {
  const version = versionSchema.safeParse(form.get("fromVersion"));
  if (!hasChosen(form) || !version.success) return;
  const theirs = await valuesIn(version.data);
  if (theirs) takeTheirs(form, things, theirs);
}

const NOBODY: Named = { clients: [], people: [], cycles: [] };

/** Puts into the sent form what was chosen of the version that it was shown beside. */
export async function takeChosenOfEntry(db: Reader, entry: OwnEntry, form: FormData): Promise<void> {
  await takeChosen(form, entryThings(entry.kind, NOBODY), (version) => entryValuesIn(db, entry, version));
}

/** The same for the form of a client's case. */
export async function takeChosenOfCase(db: Reader, client: Client, form: FormData): Promise<void> {
  await takeChosen(form, caseThings(), (version) => caseValuesIn(db, client, version));
}

/** The same for the form that closes a client's case. */
export async function takeChosenOfClosing(db: Reader, client: Client, form: FormData): Promise<void> {
  await takeChosen(form, closingThings({ isClosed: true }), (version) => closingValuesIn(db, client, version));
}

/** What stands now of an entry beside what was typed. `fromVersion`: the one that the form was opened from. */
export async function clashOfEntry(db: Reader, entry: OwnEntry, typed: { readonly content: Content; readonly fromVersion: number }, named: Named): Promise<Clash> {
  const theirs = await entryValuesIn(db, entry, entry.version) ?? {};
  const before = await entryValuesIn(db, entry, typed.fromVersion) ?? theirs;
  const people = await mapPeople(db, [entry.recordedBy]);
  return {
    version: entry.version, by: people.get(entry.recordedBy)?.name ?? "", at: formatMoment(entry.recordedAt), reason: entry.reason,
    fields: clashesIn(entryThings(entry.kind, named), { mine: formValuesOf(typed.content), theirs, before }),
  };
}

async function caseValuesIn(db: Reader, client: Client, version: number): Promise<FormValues | undefined> {
  const stood = await findCaseIn(db, client.id, version);
  return stood && changeClientDefaults({ ...client, ...stood });
}

async function closingValuesIn(db: Reader, client: Client, version: number): Promise<FormValues | undefined> {
  const stood = await findCaseIn(db, client.id, version);
  return stood && closeCaseDefaults({ ...client, ...stood });
}

async function clashWith(db: Reader, client: Client, fields: readonly ClashField[]): Promise<Clash> {
  const now = await findCaseIn(db, client.id, client.version);
  const people = await mapPeople(db, now ? [now.recordedBy] : []);
  return { version: client.version, by: people.get(now?.recordedBy ?? "")?.name ?? "", at: now ? formatMoment(now.recordedAt) : "", reason: now?.reason ?? null, fields };
}

/** What stands now of a client's case beside what was typed. */
export async function clashOfCase(db: Reader, client: Client, typed: { readonly told: CaseInput; readonly fromVersion: number }): Promise<Clash> {
  const theirs = changeClientDefaults(client);
  const before = await caseValuesIn(db, client, typed.fromVersion) ?? theirs;
  return clashWith(db, client, clashesIn(caseThings(), { mine: changeClientDefaults({ ...client, ...typed.told }), theirs, before }));
}

/** What stands now of how a case was closed, and of its next steps, beside what was typed. */
export async function clashOfClosing(db: Reader, client: Client, typed: { readonly closing: Closing; readonly fromVersion: number }): Promise<Clash> {
  const theirs = closeCaseDefaults(client);
  const before = await closingValuesIn(db, client, typed.fromVersion) ?? theirs;
  return clashWith(db, client, clashesIn(closingThings({ isClosed: client.closedOn !== null }), { mine: closeCaseDefaults({ ...client, ...typed.closing }), theirs, before }));
}
