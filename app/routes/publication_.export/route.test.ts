import { expect, test } from "vitest";

import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeWorld, NOON } from "#tests/support/logbook.ts";

import * as page from "../publication/route.tsx";
import * as file from "./route.ts";

test("page and file say the same of a month end, with the rule; a file of another day, or for somebody else, is a 404", async () => {
  const world = await makeWorld(await freshDatabase());
  const argsOf = async (who: "lead" | "supervisor", to: string) => {
    const { cookie } = await signIn(world.db, world[who].id, NOON);
    return { request: requestOf(to, { cookie }), context: contextFor(world.db, NOON), params: {} };
  };
  const { publication } = await page.loader(await argsOf("lead", "/publication?month=2026-09-30"));
  const answer = await file.loader(await argsOf("lead", "/publication/export?month=2026-09-30"));
  const text = await answer.text();
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="attune-publication-2026-09-30.csv"');
  expect(publication?.day).toBe("2026-09-30");
  expect(text).toContain(publication?.rule);
  for (const row of publication?.rows ?? []) expect(text).toContain(row.cells.map((cell) => cell.text).join(","));
  expect((await page.loader(await argsOf("lead", "/publication?month=nonsense"))).publication?.day).toBe("2026-10-31");
  for (const month of ["2026-09-29", "2026-11-30", "nonsense"]) {
    await expect(argsOf("lead", `/publication/export?month=${month}`).then((args) => file.loader(args))).rejects.toMatchObject({ status: 404 });
  }
  await expect(argsOf("supervisor", "/publication/export?month=2026-09-30").then((args) => file.loader(args))).rejects.toMatchObject({ status: 404 });
  await expect(argsOf("lead", "/publication?programme=nobody").then((args) => page.loader(args))).rejects.toMatchObject({ status: 404 });
});
