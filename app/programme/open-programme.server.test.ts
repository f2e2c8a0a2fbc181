import { expect, test } from "vitest";

import { freshDatabase } from "#tests/support/database.ts";

import { openProgrammeFromConsole } from "./open-programme.server.ts";

const NOW = new Date("2026-03-01T09:00:00.000Z");

test("a programme is opened under its name and recorded; asked for again, it is the same and nothing more is recorded", async () => {
  const db = await freshDatabase();
  const id = await openProgrammeFromConsole(db, "Highland", NOW);
  expect(await openProgrammeFromConsole(db, "Highland", NOW)).toBe(id);
  expect(await db.reader.selectFrom("programme").select(["id", "name"]).execute()).toEqual([{ id, name: "Highland" }]);
  expect(await db.reader.selectFrom("audit_entry").select(["actor_id", "act", "subjects"]).execute())
    .toEqual([{ actor_id: null, act: "programme.created", subjects: JSON.stringify({ programme: id }) }]);
});

test("another name is another programme", async () => {
  const db = await freshDatabase();
  const [one, other] = [await openProgrammeFromConsole(db, "Highland", NOW), await openProgrammeFromConsole(db, "Islands", NOW)];
  expect(one).not.toBe(other);
});
