import { expect, test } from "vitest";

import { readForm } from "#app/platform/http/form.server.ts";
import { words } from "#app/words/words.ts";
import { renderMarkup } from "#tests/support/render.tsx";

import { confirmForm } from "./forms.ts";
import type { QueueLine } from "./queue.ts";
import { MAX_AT_ONCE } from "./reference.ts";
import { WaitingPage } from "./waiting-page.tsx";

const plain: Omit<QueueLine, "id" | "title"> = { kind: "supervision", to: null, detail: [], doesNotCount: [], ageDays: 1, act: null, confirm: null, notices: [] };

const reference = (i: number): string => `entry${String(i)} 1`;

const sessions = (count: number): QueueLine[] => Array.from({ length: count }, (_, i) => ({ ...plain, id: `entry${String(i)}`, title: `Entry ${String(i)}`, confirm: { reference: reference(i), minutes: 60 } }));

function pageOf(queue: readonly QueueLine[]): string {
  return renderMarkup(<WaitingPage queue={queue} trainees={null} emptyText={[]} notices={[]} done={null} errors={[]} chosenBefore={[]} />);
}

test.each([
  [MAX_AT_ONCE, MAX_AT_ONCE, "as many as can be confirmed at once"],
  [MAX_AT_ONCE + 1, MAX_AT_ONCE, "one more"],
])("of %i that wait, %i can be ticked: %s", (count, shown) => {
  const page = pageOf(sessions(count));
  expect(page.match(/type="checkbox"/g)).toHaveLength(shown);
  expect(page.includes(words.worklist.confirm.more(MAX_AT_ONCE, 1))).toBe(count > shown);
});

async function confirming(count: number): Promise<unknown> {
  const body = new URLSearchParams(Array.from({ length: count }, (_, i): [string, string] => ["entry", reference(i)]));
  const form = await readForm(new Request("http://portal.example/waiting/confirm", { method: "POST", body }), confirmForm);
  return form.ok ? "taken" : form.response.data.lastResult.error;
}

test("more than can be confirmed at once are refused in words", async () => {
  expect(await confirming(MAX_AT_ONCE)).toBe("taken");
  expect(await confirming(MAX_AT_ONCE + 1)).toEqual({ entry: ["Confirm at most 200 at once: untick some, and confirm those afterwards"] });
});

test("what has a page of its own is not ticked, leads there, and stands where there is nothing to confirm without a bar", () => {
  const page = pageOf([{ ...plain, kind: "sign", id: "r", title: "Stage 1: Tomasz", act: "/sign-off/r" }]);
  expect(page).toContain('href="/sign-off/r"');
  expect(page).not.toMatch(/type="checkbox"|selection-bar/);
});

test("an answer is over once it was seen: its form stands outside the one that confirms", () => {
  const page = pageOf([...sessions(1), { ...plain, kind: "reply", id: "s", title: "Answer from Ailsa", act: "/submissions/s", notices: ["n1", "n2"] }]);
  const form = /<form(?=[^>]*id="seen-reply-s")(?=[^>]*action="\/notices\/seen").*?<\/form>/.exec(page)?.[0] ?? "";
  expect(form.match(/name="notice" value="n[12]"/g)).toHaveLength(2);
  expect(page).toContain('form="seen-reply-s"');
});
