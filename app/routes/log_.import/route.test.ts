import type { ActionFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";

import { listClients, listEntries } from "#app/logbook/queries.server.ts";
import * as columns from "#app/routes/log_.import_.columns/route.tsx";
import * as confirm from "#app/routes/log_.import_.confirm/route.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { sameThread } from "#tests/support/importing.ts";
import { makeWorld, NOON, type World } from "#tests/support/logbook.ts";
import { tidyFile } from "#tests/support/logbook-files.ts";

import * as page from "./route.tsx";

const said = words.imports;
const CYCLES = tidyFile("cycles");
const TOO_LARGE = new Uint8Array(5 * 1024 * 1024 + 1).fill(120);

async function browserOf({ db, trainee }: World) {
  let { cookie } = await signIn(db, trainee.id, NOON);
  const context = { ...contextFor(db, NOON), workers: sameThread };
  return {
    open: async (path: string, loader: typeof columns.loader) => loader({ request: requestOf(path, { cookie }), context, params: {} }),
    send: async <Answer>(path: string, body: FormData, action: (args: ActionFunctionArgs) => Promise<Answer>): Promise<Answer> => {
      const answer = await action({ request: new Request(requestOf(path, { cookie }), { method: "POST", body }), context, params: {} });
      const set = answer instanceof Response ? answer.headers.get("set-cookie") : null;
      if (set !== null) cookie = [cookie, set.split(";")[0]].join("; ");
      return answer;
    },
  };
}

function fileForm(...files: readonly (readonly [name: string, content: string | Uint8Array])[]): FormData {
  const form = new FormData();
  for (const [name, content] of files) form.append("file", new File([typeof content === "string" ? content : Buffer.from(content)], name));
  return form;
}

function to(answer: unknown): string | null {
  if (!(answer instanceof Response)) throw new Error("not led anywhere");
  return answer.headers.get("location");
}

test("a file leads to its columns and these to its rows, and nothing is written before it is confirmed", async () => {
  const world = await makeWorld(await freshDatabase());
  const browser = await browserOf(world);
  expect(to(await browser.send("/log/import", fileForm(["cycles.csv", CYCLES]), page.action))).toBe("/log/import/columns");
  const looked = await browser.open("/log/import/columns", columns.loader);
  expect([looked.sheets, looked.header]).toEqual([[{ name: "", rows: 21 }], 0]);
  const form = new FormData();
  form.append("sheet", String(looked.sheet));
  form.append("header", String(looked.header));
  looked.columns.forEach((field, i) => { form.append(`column${String(i)}`, field ?? ""); });
  const { file, edition } = looked.draft;
  expect(to(await browser.send(paths.importColumns(looked.draft), form, columns.action))).toBe(paths.importRows({ file }));
  expect(await listEntries(world.db.reader, world.trainee.id)).toEqual([]);
  expect(await browser.send(paths.confirmImport({ file, edition: edition + 1 }), new FormData(), confirm.action)).toMatchObject({ data: { error: null, imported: { entries: 20 } } });
  expect(await listClients(world.db.reader, world.trainee.id)).toHaveLength(7);
});

test.each<{ because: string; form: FormData; error: string }>([
  { because: "nothing was chosen", form: new FormData(), error: said.chooseFirst },
  { because: "there are two files", form: fileForm(["a", "x"], ["b", "x"]), error: said.onlyOne },
  { because: "it is past its limit", form: fileForm(["a.csv", TOO_LARGE]), error: said.tooLarge },
  { because: "it is empty", form: fileForm(["a.csv", ""]), error: said.file.empty },
  { because: "it is a workbook only by its name", form: fileForm(["a.xlsx", "x,y\n1,2"]), error: said.file.renamed },
])("a file is a 400 that says why: $because", async ({ form, error }) => {
  const browser = await browserOf(await makeWorld(await freshDatabase()));
  const answer = await browser.send("/log/import", form, page.action);
  if (!("data" in answer)) throw new Error("the file is taken");
  expect([answer.init?.status, answer.data.error]).toEqual([400, error]);
});

test("without a file on its way there is nothing to confirm: it leads back to the choice of one", async () => {
  const browser = await browserOf(await makeWorld(await freshDatabase()));
  const answer = await browser.send("/log/import/confirm", new FormData(), confirm.action).catch((thrown: unknown) => thrown);
  expect(to(answer)).toBe("/log/import?said=gone");
});
