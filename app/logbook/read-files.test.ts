import { expect, test } from "vitest";

import { words } from "#app/words/words.ts";

import { readConfirmedFiles, readSentFiles } from "./read-files.server.ts";

const MOST = 512_000;
const refused = (error: string): unknown => ({ ok: false, error });

function posted(fields: readonly (readonly [name: string, value: string | File])[]): Request {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return new Request("http://portal.example/log/import", { method: "POST", body });
}

const confirmed = (...texts: string[]): Promise<unknown> => readConfirmedFiles(posted(texts.map((text, i) => [`text${String(i)}`, text])));
const sent = (...texts: string[]): Promise<unknown> => readSentFiles(posted(texts.map((text, i) => ["files", new File([text], `${String(i)}.csv`)])));

test.each([["sent", sent], ["sent back to be confirmed", confirmed]])("a file %s may be as long as said, and no longer", async (_, read) => {
  const longest = "a".repeat(MOST);
  expect(await read("b", longest)).toEqual({ ok: true, files: [{ text: "b", namesAreFine: [] }, { text: longest, namesAreFine: [] }] });
  expect(await read("b", `${longest}a`)).toEqual(refused(words.logbook.import.tooLarge));
});

test("a file of the longest that is sent is also taken back: forms make its line ends and its signs longer", async () => {
  expect(await confirmed("a\r\n".repeat(MOST / 2))).toMatchObject({ ok: true });
  expect(await confirmed("é".repeat(MOST))).toMatchObject({ ok: true });
});

test("the rows whose notes may stay come with their file", async () => {
  const request = posted([["text0", "a"], ["fine0", "2"], ["fine0", "0"], ["fine0", "x"], ["text1", "b"], ["fine1", "3"]]);
  expect(await readConfirmedFiles(request)).toEqual({ ok: true, files: [{ text: "a", namesAreFine: [2] }, { text: "b", namesAreFine: [3] }] });
});

test("nothing sent back is no form of ours", async () => {
  await expect(confirmed()).rejects.toMatchObject({ status: 400 });
});
