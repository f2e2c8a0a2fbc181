import { beforeAll, describe, expect, test } from "vitest";

import { verifyChain } from "#app/audit/queries.server.ts";
import { compareProjection } from "#app/logbook/recount.server.ts";
import type { Database } from "#db/database.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { countOf, listTrainees, PATIENCE_MS, seededAt } from "#tests/support/demo.ts";
import { exported, parsed, readIn, sizes } from "#tests/support/record.ts";

const NOW = new Date("2026-11-21T12:00:00.000Z");
let demo: Database;
let trainees: Awaited<ReturnType<typeof listTrainees>>;

beforeAll(async () => {
  demo = await seededAt(NOW);
  trainees = await listTrainees(demo.reader);
}, PATIENCE_MS * 5);

describe("every trainee of the demonstration", () => {
  test("read into an empty portal comes to the same counts with the same evidence, and goes out of it unchanged", async () => {
    expect(trainees.length).toBeGreaterThan(10);
    const empty = await freshDatabase();
    const lists = new Set<string>();
    for (const { id, name } of trainees) {
      const text = await exported(demo, id, NOW);
      for (const [list, size] of Object.entries(sizes(parsed(text)))) if (size > 0) lists.add(list);
      expect([name, await readIn(empty, text, NOW)]).toMatchObject([name, { ok: true, value: { name } }]);
      expect(await countOf(empty.reader, id, NOW)).toEqual(await countOf(demo.reader, id, NOW));
      expect(await compareProjection(empty.reader, id, NOW)).toBeUndefined();
      expect(await exported(empty, id, NOW)).toBe(text);
    }
    expect(await verifyChain(empty.reader)).toMatchObject({ intact: true });
    // Every list of the format is filled by somebody; otherwise nothing here would try it.
    expect([...lists].sort()).toEqual(expect.arrayContaining(["cycles", "consentVersions", "confirmations", "momentVersions", "feedback", "replies", "skillsVersions", "signOffDecisions", "stageClosings", "recognisedWork"]));
  }, PATIENCE_MS * 5);
});
