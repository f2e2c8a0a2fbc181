import { expect, test } from "vitest";

import { readForm } from "#app/platform/http/form.server.ts";
import { words } from "#app/words/words.ts";
import { renderMarkup } from "#tests/support/render.tsx";

import { confirmForm } from "./forms.ts";
import type { QueueItem } from "./queue.ts";
import { MAX_AT_ONCE, referenceOf } from "./reference.ts";
import { WaitingPage } from "./waiting-page.tsx";

const items = (count: number): QueueItem[] => Array.from({ length: count }, (_, i) => ({
  entryId: `entry${String(i)}`, version: 1, kind: "supervision", title: `Entry ${String(i)}`, detail: "", note: null, doesNotCount: [], ageDays: 1, minutes: 60, isVisible: false,
}));

function pageOf(count: number): string {
  return renderMarkup(<WaitingPage queue={{ items: items(count), externals: [] }} trainees={null} emptyText={[]} notices={[]} done={null} errors={[]} chosenBefore={[]} />);
}

test.each([
  [MAX_AT_ONCE, MAX_AT_ONCE, "as many as can be confirmed at once"],
  [MAX_AT_ONCE + 1, MAX_AT_ONCE, "one more"],
])("of %i that wait, %i can be ticked: %s", (count, shown) => {
  const page = pageOf(count);
  expect(page.match(/type="checkbox"/g)).toHaveLength(shown);
  expect(page.includes(words.worklist.confirm.more(MAX_AT_ONCE, 1))).toBe(count > shown);
});

async function confirming(count: number): Promise<unknown> {
  const body = new URLSearchParams(items(count).map((item): [string, string] => ["entry", referenceOf(item)]));
  const form = await readForm(new Request("http://portal.example/waiting/confirm", { method: "POST", body }), confirmForm);
  return form.ok ? "taken" : form.response.data.lastResult.error;
}

test("more than can be confirmed at once are refused in words", async () => {
  expect(await confirming(MAX_AT_ONCE)).toBe("taken");
  expect(await confirming(MAX_AT_ONCE + 1)).toEqual({ entry: ["Confirm at most 200 at once: untick some, and confirm those afterwards"] });
});
