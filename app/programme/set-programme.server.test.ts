import { describe, expect, test } from "vitest";

import type { Database } from "#db/database.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor } from "#tests/support/actors.ts";
import { makeGrant, makePerson, makeProgramme } from "#tests/support/factories.ts";

import { getProgrammeSettings } from "./queries.server.ts";
import { setProgramme } from "./set-programme.server.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";

const NOW = new Date("2026-03-12T10:00:00.000Z");
const TODAY = "2026-03-12";
const OURS = { concernProcedure: "Call the duty worker.", clipKeptDays: 90 };

interface Here { readonly db: Database; readonly programmeId: string }

async function makeHere(): Promise<Here> {
  const db = await freshDatabase();
  return { db, programmeId: (await makeProgramme(db)).id };
}

async function set({ db, programmeId }: Here, role: "lead" | "administrator" | "supervisor" | "trainee", fromVersion = 0, grantedIn = programmeId) {
  const person = await makePerson(db);
  await makeGrant(db, { personId: person.id, programmeId: grantedIn, role });
  return setProgramme(db, await actorFor(db, person.id, TODAY), { programmeId, fromVersion, ...OURS }, NOW);
}

test("until a programme decides, the defaults hold: a year, and a procedure that names no real body", async () => {
  const here = await makeHere();
  const settings = await getProgrammeSettings(here.db.reader, here.programmeId);
  expect(settings).toEqual(DEFAULT_SETTINGS);
  expect(settings).toMatchObject({ version: 0, clipKeptDays: 365 });
  expect(settings.concernProcedure).toContain("call the emergency services");
});

describe("setting it", () => {
  test.each(["lead", "administrator"] as const)("a %s of the programme does, and it is recorded", async (role) => {
    const here = await makeHere();
    expect(await set(here, role)).toEqual({ ok: true, value: { version: 1 } });
    expect(await getProgrammeSettings(here.db.reader, here.programmeId)).toEqual({ ...OURS, version: 1 });
    expect(await here.db.reader.selectFrom("audit_entry").select(["act", "subjects"]).execute())
      .toEqual([{ act: "programme.set", subjects: JSON.stringify({ programme: here.programmeId }) }]);
  });

  test.each(["supervisor", "trainee"] as const)("a %s does not", async (role) => {
    expect(await set(await makeHere(), role)).toEqual({ ok: false, code: "not_allowed" });
  });

  test("nor does a lead of another programme, and that one's settings are its own", async () => {
    const here = await makeHere();
    const elsewhere = (await makeProgramme(here.db, "Elsewhere")).id;
    expect(await set(here, "lead", 0, elsewhere)).toEqual({ ok: false, code: "not_allowed" });
    await set(here, "lead");
    expect(await getProgrammeSettings(here.db.reader, elsewhere)).toEqual(DEFAULT_SETTINGS);
  });

  test("an older version is told; the versions before stay", async () => {
    const here = await makeHere();
    await set(here, "lead");
    expect(await set(here, "lead", 0)).toEqual({ ok: false, code: "changed_meanwhile" });
    expect(await set(here, "lead", 1)).toMatchObject({ ok: true });
    expect(await here.db.reader.selectFrom("programme_setting").select("version").orderBy("version").execute()).toEqual([{ version: 1 }, { version: 2 }]);
  });

  test("of two at once one is told", async () => {
    const here = await makeHere();
    const results = await Promise.all([set(here, "lead"), set(here, "administrator")]);
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
  });
});
