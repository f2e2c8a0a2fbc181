import { expect, test } from "vitest";

import { verifyChain } from "#app/audit/queries.server.ts";
import { pathwayDefinitionSchema } from "#app/pathway/model.ts";
import { listPathwayVersions } from "#app/pathway/queries.server.ts";
import { freshDatabase } from "#tests/support/database.ts";

import { BOARDS } from "./boards.ts";
import { seedReference } from "./index.ts";
import { AVIGUK_PRESET, NES_PRESET, PATHWAY_PRESETS } from "./pathways.ts";

const NOW = new Date("2026-03-01T09:00:00.000Z");

test.each(PATHWAY_PRESETS.map((p) => [p.pathway.name, p.version.definition] as const))("%s is a valid definition that names its sources", (_, definition) => {
  expect(pathwayDefinitionSchema.parse(definition)).toEqual(definition);
  expect(definition.sources.filter((s) => s.url !== undefined).length).toBeGreaterThan(0);
});

test("NES asks for 6 clients, 18 cycles, 15 h and 2 peer sessions as running totals, with the mid-point before stage 2 closes", () => {
  const { accumulation, requirements, gates, stages } = NES_PRESET.version.definition;
  expect(accumulation).toBe("cumulative");
  expect(requirements.map((r) => [r.key, r.needed])).toEqual([["clients", [2, 4, 6]], ["cycles", [6, 12, 18]], ["supervision", [300, 600, 900]], ["peer_supervision", [0, 1, 2]]]);
  expect(gates.map((g) => [g.key, g.halfDaysNeeded, g.closesStage])).toEqual([["initial_course", 4, 1], ["mid_point", 1, 2]]);
  expect(stages.map((s) => s.closing)).toEqual(["own_supervisor", "own_supervisor", "independent_reviewer"]);
});

test("the older pathway asks for 27 cycles in three stages of their own, each closed by somebody else than the own supervisor", () => {
  const { accumulation, requirements, stages } = AVIGUK_PRESET.version.definition;
  expect(accumulation).toBe("per_stage");
  expect(requirements.map((r) => [r.key, r.needed])).toEqual([["clients", [2, 3, 3]], ["cycles", [6, 9, 12]], ["supervision", [420, 480, 480]]]);
  expect(stages.map((s) => s.closing)).toEqual(["second_supervisor", "second_supervisor", "independent_reviewer"]);
});

test.each([
  ["minutes of cycles", { requirements: [{ key: "cycles", label: "Cycles", entries: "cycle", measure: "minutes", needed: [1, 2, 3] }] }],
  ["clients of supervision", { requirements: [{ key: "clients", label: "Clients", entries: "supervision", measure: "distinct_clients", needed: [1, 2, 3] }] }],
  ["formats of peer supervision", { requirements: [{ key: "peers", label: "Peers", entries: "peer_supervision", measure: "entries", formats: ["group"], needed: [1, 2, 3] }] }],
  ["running totals that fall", { requirements: [{ key: "cycles", label: "Cycles", entries: "cycle", measure: "entries", needed: [6, 5, 18] }] }],
  ["one key for a requirement and a gate", { requirements: [{ key: "mid_point", label: "Cycles", entries: "cycle", measure: "entries", needed: [1, 2, 3] }] }],
  ["stages out of order", { stages: [...NES_PRESET.version.definition.stages].reverse() }],
])("a definition with %s is refused", (_, over) => {
  expect(pathwayDefinitionSchema.safeParse({ ...NES_PRESET.version.definition, ...over }).success).toBe(false);
});

test("per stage, a later stage may ask for less", () => {
  const requirements = [{ key: "cycles", label: "Cycles", entries: "cycle", measure: "entries", needed: [6, 5, 4] }];
  expect(pathwayDefinitionSchema.safeParse({ ...AVIGUK_PRESET.version.definition, requirements }).success).toBe(true);
});

test("14 territorial boards with today's codes, three of them islands, and two that are no territory", () => {
  const territorial = BOARDS.filter((b) => /^S080000\d\d$/.test(b.code));
  expect([territorial.length, BOARDS.length, new Set(BOARDS.map((b) => b.code)).size]).toEqual([14, 16, 16]);
  expect(BOARDS.filter((b) => b.isIsland).map((b) => b.name)).toEqual(["Orkney", "Shetland", "Western Isles"]);
  expect(territorial.some((b) => ["S08000018", "S08000027", "S08000021", "S08000023"].includes(b.code))).toBe(false);
});

test("seeding writes what is missing, and a second time nothing", async () => {
  const database = await freshDatabase();
  expect(await database.inTransaction((trx) => seedReference(trx, NOW))).toEqual({ boards: 16, pathwayVersions: 2 });
  expect(await database.inTransaction((trx) => seedReference(trx, NOW))).toEqual({ boards: 0, pathwayVersions: 0 });
  const versions = await listPathwayVersions(database.reader);
  expect(versions.map((v) => v.pathwayName)).toEqual(["AVIGuk three-stage, 27 cycles", "NES 6/18/15/2"]);
  expect(versions.map((v) => v.definition)).toEqual([AVIGUK_PRESET.version.definition, NES_PRESET.version.definition]);
});

test("each pathway version is recorded once, as done by nobody, also where it comes later than the others", async () => {
  const database = await freshDatabase();
  const seed = (): Promise<unknown> => database.inTransaction((trx) => seedReference(trx, NOW));
  const recorded = async (): Promise<unknown> => (await database.reader.selectFrom("audit_entry").select(["actor_id", "act", "subjects", "at"]).orderBy("seq").execute());
  const linkOf = ({ pathway, version }: (typeof PATHWAY_PRESETS)[number]): unknown =>
    ({ actor_id: null, act: "pathway.recorded", subjects: JSON.stringify({ pathway: pathway.id, version: version.id }), at: NOW.toISOString() });
  await seed();
  expect(await recorded()).toEqual(PATHWAY_PRESETS.map(linkOf));
  await seed();
  expect(await recorded()).toEqual(PATHWAY_PRESETS.map(linkOf));
  await database.reader.deleteFrom("pathway_version").where("id", "=", NES_PRESET.version.id).execute();
  await seed();
  expect(await recorded()).toEqual([...PATHWAY_PRESETS, NES_PRESET].map(linkOf));
  expect(await verifyChain(database.reader)).toEqual({ intact: true, length: 3 });
});

test("a board that was removed comes back, one that was renamed stays renamed", async () => {
  const database = await freshDatabase();
  await database.inTransaction((trx) => seedReference(trx, NOW));
  await database.reader.deleteFrom("board").where("code", "=", "S08000015").execute();
  await database.reader.updateTable("board").set({ name: "NHS Fife" }).where("code", "=", "S08000029").execute();
  expect(await database.inTransaction((trx) => seedReference(trx, NOW))).toEqual({ boards: 1, pathwayVersions: 0 });
  const fife = await database.reader.selectFrom("board").select("name").where("code", "=", "S08000029").executeTakeFirstOrThrow();
  expect(fife.name).toBe("NHS Fife");
});
