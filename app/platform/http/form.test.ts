import { expect, test } from "vitest";
import { z } from "zod";

import { readForm, refuseForm } from "./form.server.ts";
import { dayField, optionalTextField, textField } from "./form-fields.ts";
import { formTexts } from "./form-texts.ts";

const schema = z.object({
  ...dayField("filmedOn", { required: true }), note: optionalTextField(10), kind: z.enum(["film", "review"]), newPassword: textField(100).optional(),
});

function posted(fields: Record<string, string>): Request {
  return new Request("http://localhost/x", { method: "POST", body: new URLSearchParams(fields) });
}

const good = { filmedOnDay: "2", filmedOnMonth: "3", filmedOnYear: "2026", note: " fine ", kind: "film" };

test("a good form is its value; what the schema does not know is ignored", async () => {
  const form = await readForm(posted({ ...good, extra: "x" }), schema);
  expect(form).toMatchObject({ ok: true, value: { filmedOn: "2026-03-02", note: "fine", kind: "film" } });
  expect(form.ok && "extra" in form.value).toBe(false);
});

test("a wrong form is 400: an error for each field, all that was typed kept, the password not", async () => {
  const form = await readForm(posted({ ...good, filmedOnDay: "31", filmedOnMonth: "4", note: "much too long", kind: "other", newPassword: "hunter2" }), schema);
  if (form.ok) throw new Error("it was taken");
  expect(form.response.init?.status).toBe(400);
  const { lastResult } = form.response.data;
  expect(lastResult.error).toEqual({ filmedOn: [formTexts.day.no_such_day], note: [formTexts.tooLong(10)], kind: [formTexts.unreadable] });
  expect(lastResult.initialValue).toMatchObject({ filmedOnDay: "31", filmedOnMonth: "4", filmedOnYear: "2026", note: "much too long" });
  expect(JSON.stringify(lastResult)).not.toContain("hunter2");
});

test("an empty form names what is missing", async () => {
  const form = await readForm(posted({}), schema);
  expect(!form.ok && form.response.data.lastResult.error).toEqual({ filmedOn: [formTexts.day.missing], kind: [formTexts.missing] });
});

test.each([
  ["under the field", { field: "note", text: "Too late", status: 409 }, { note: ["Too late"] }],
  ["over the form", { text: "Too late", status: 400 }, { "": ["Too late"] }],
] as const)("a rule's refusal stands %s, and what was typed stays", async (_, refusal, error) => {
  const form = await readForm(posted({ ...good, newPassword: "hunter2" }), schema);
  if (!form.ok) throw new Error("it was not taken");
  const answer = refuseForm(form.submission, refusal);
  expect(answer.init?.status).toBe(refusal.status);
  expect(answer.data.lastResult).toMatchObject({ error, initialValue: { filmedOnDay: "2", note: " fine ", kind: "film" } });
  expect(JSON.stringify(answer.data)).not.toContain("hunter2");
});

test.each([
  ["no form at all", new Request("http://localhost/x", { method: "POST", body: "{}", headers: { "Content-Type": "application/json" } })],
  ["a form that breaks off", new Request("http://localhost/x", { method: "POST", body: "--b\r\nContent", headers: { "Content-Type": "multipart/form-data; boundary=b" } })],
  ["an instruction that makes the parser throw", posted({ __intent__: "{" })],
])("%s is a 400, not an error of ours", async (_, request) => {
  await expect(readForm(request, schema)).rejects.toMatchObject({ status: 400 });
});

test("a file that was sent does not come back", async () => {
  const body = new FormData();
  body.set("note", "much too long");
  body.set("file", new File(["a,b"], "cycles.csv"));
  const form = await readForm(new Request("http://localhost/x", { method: "POST", body }), z.object({ note: textField(5), file: z.file() }));
  expect(!form.ok && form.response.data.lastResult.initialValue).toEqual({ note: "much too long" });
});
