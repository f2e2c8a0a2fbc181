import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { listClients, listEntries } from "#app/logbook/queries.server.ts";
import * as confirm from "#app/routes/log_.import_.confirm/route.tsx";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import * as page from "./route.tsx";

const CYCLES = readFileSync(new URL("../../../tests/fixtures/logbook-tidy/cycles.csv", import.meta.url), "utf8");

async function send({ db, trainee }: World, path: string, body: FormData, at: { action: typeof page.action | typeof confirm.action }) {
  const { cookie } = await signIn(db, trainee.id, NOON);
  const request = new Request(requestOf(path, { cookie }), { method: "POST", body });
  return at.action({ request, context: contextFor(db, NOON), params: {} });
}

function chosen(...files: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[]): FormData {
  const form = new FormData();
  for (const [name, content] of files) form.append("files", new File([content], name, { type: "text/csv" }));
  return form;
}

async function preview(world: World, form: FormData) {
  const answer = await send(world, "/log/import", form, page);
  if (!("preview" in answer.data)) throw new Error("no preview");
  return { status: answer.init?.status ?? 200, ...answer.data };
}

test("a preview tells of each row and writes nothing; confirming it imports and tells the codes once", async () => {
  const world = await makeWorld(await freshDatabase());
  const shown = await preview(world, chosen(["cycles.csv", CYCLES]));
  expect(shown.preview?.files).toMatchObject([{ ok: true, kind: "cycles", taken: 20, of: 20 }]);
  expect(await listEntries(world.db.reader, world.trainee.id)).toEqual([]);
  const form = new FormData();
  shown.preview?.texts.forEach((text, i) => { form.append(`text${String(i)}`, text); });
  const answer = await send(world, "/log/import/confirm", form, confirm);
  expect(answer.data).toMatchObject({ imported: { entries: 20 } });
  expect(await listClients(world.db.reader, world.trainee.id)).toHaveLength(7);
});

test.each([
  ["nothing chosen", new FormData(), "Choose at least one file"],
  ["four files", chosen(["a", "x"], ["b", "x"], ["c", "x"], ["d", "x"]), "Choose at most three files"],
  ["a file past its limit", chosen(["a.csv", "x".repeat(500 * 1024 + 1)]), "A file is too large: at most 500 kB fit"],
])("%s is a 400 that says so", async (_why, form, error) => {
  expect(await preview(await makeWorld(await freshDatabase()), form)).toMatchObject({ status: 400, error, preview: null });
});

test.each([
  ["a workbook", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 7])], ["an empty file", new Uint8Array()], ["something else", new TextEncoder().encode("a,b\n1,2\n")],
])("%s is told to be no template, and never thrown", async (_what, bytes) => {
  expect((await preview(await makeWorld(await freshDatabase()), chosen(["a.csv", bytes]))).preview?.files).toMatchObject([{ ok: false }]);
});

test("a form that brings no files to confirm is a 400, and files that cannot be read import nothing", async () => {
  const world = await makeWorld(await freshDatabase());
  await expect(send(world, "/log/import/confirm", new FormData(), confirm)).rejects.toMatchObject({ status: 400 });
  const form = new FormData();
  form.append("text0", "not,a,template");
  const answer = await send(world, "/log/import/confirm", form, confirm);
  expect([answer.init?.status, await listEntries(world.db.reader, world.trainee.id)]).toEqual([400, []]);
});
