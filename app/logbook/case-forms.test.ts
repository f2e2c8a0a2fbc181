import { describe, expect, it } from "vitest";

import { readForm } from "#app/platform/http/form.server.ts";

import { caseInputOf, changeClientForm, closeCaseForm, closingOf, openClientForm, reopenCaseForm, textsOfCase } from "./case-forms.ts";
import { NOTHING_TOLD } from "./case-model.ts";
import type { FormContext } from "./form-parts.ts";
import type { Client } from "./model.ts";

const context: FormContext = { today: "2026-11-21", knownNames: [] };
const post = (fields: Readonly<Record<string, string>>) => new Request("http://portal.test/log", { method: "POST", body: new URLSearchParams(fields) });
const REQUEST = { requestId: "mx8r5ztbjxh4t9sqs9bz" };
const OPENED = { fromVersion: "1", openedOnDay: "2", openedOnMonth: "11", openedOnYear: "2026" };
const CLOSED = { fromVersion: "1", closedOnChoice: "today", closedBecause: "work_done", copies: "given", originals: "gone" };

type Read = Awaited<ReturnType<typeof readForm>>;
function fieldsWrong(read: Read): string[] {
  return read.ok ? [] : Object.keys(read.response.data.lastResult.error ?? {}).sort();
}

describe("the form that opens a client", () => {
  it("may be sent with nothing filled in", async () => {
    const read = await readForm(post(REQUEST), openClientForm(context));
    expect(read.ok && caseInputOf(read.value)).toEqual({ ageBand: null, relation: null, setting: null, helpingQuestion: null, goals: [], measuredInDcs: false, nextSteps: null });
  });

  const wrong: readonly (readonly [why: string, fields: Record<string, string>, field: string])[] = [
    ["another day without a day", { openedOnChoice: "other" }, "openedOn"], ["a rating above ten", { goal2AtStart: "11" }, "goal2AtStart"], ["a rating below nought", { goal3AtStart: "-1" }, "goal3AtStart"],
    ["a relation that is not known", { relation: "neighbour" }, "relation"], ["a postcode in the helping question", { helpingQuestion: "They live at EH1 1YZ" }, "helpingQuestion"],
    ["a goal past its limit", { goal1: "a".repeat(201) }, "goal1"], ["an e-mail address in a goal", { goal3: "write to ann@example.org" }, "goal3"],
    ["a possible name in a goal", { goal1: "Evenings with Callum" }, "namesAreFine"],
  ];
  it.each(wrong)("refuses %s, by its field", async (_why, fields, field) => {
    expect(fieldsWrong(await readForm(post({ ...REQUEST, ...fields }), openClientForm(context)))).toEqual([field]);
  });

  it("takes ratings of nought and ten, with and without words", async () => {
    const read = await readForm(post({ ...REQUEST, openedOnChoice: "yesterday", goal1: "Calm evenings", goal1AtStart: "0", goal3AtStart: "10" }), openClientForm(context));
    expect(read.ok && caseInputOf(read.value)).toMatchObject({
      openedOn: "2026-11-20", goals: [{ place: 1, text: "Calm evenings", atStart: 0 }, { place: 3, text: null, atStart: 10 }],
    });
  });
});

describe("the form that changes a client", () => {
  it("needs the day of opening, and does not ask again about a name that stood", async () => {
    expect(fieldsWrong(await readForm(post({ fromVersion: "1" }), changeClientForm(context)))).toEqual(["openedOn"]);
    const client: Client = {
      ...NOTHING_TOLD, id: "c", traineeId: "t", code: "C-7KQ4", ageBand: null, openedOn: "2026-11-02", closedOn: null, version: 1, voided: false, opensWithFilm: false, firstDay: null, lastDay: null, cycles: 0,
      helpingQuestion: "What would Callum like?",
    };
    const change = (helpingQuestion: string) => readForm(post({ ...OPENED, helpingQuestion }), changeClientForm({ ...context, acceptedTexts: textsOfCase(client) }));
    expect((await change("What would Callum like?")).ok).toBe(true);
    expect(fieldsWrong(await change("What would Callum really like?"))).toEqual(["namesAreFine"]);
  });
});

describe("the form that closes a case", () => {
  it.each(["closedOnChoice", "closedBecause", "copies", "originals"])("needs %s", async (left) => {
    const fields = Object.fromEntries(Object.entries(CLOSED).filter(([name]) => name !== left));
    expect(fieldsWrong(await readForm(post(fields), closeCaseForm(context)))).toContain(left);
  });

  it("takes not yet for an answer, and next steps in words", async () => {
    const read = await readForm(post({ ...CLOSED, copies: "not_yet", originals: "not_yet", nextSteps: "A walk together" }), closeCaseForm(context));
    expect(read.ok && closingOf(read.value)).toEqual({ closedOn: "2026-11-21", closedBecause: "work_done", copies: "not_yet", originals: "not_yet", nextSteps: "A walk together" });
  });
});

it("the form that opens a case again needs its day", async () => {
  expect(fieldsWrong(await readForm(post({ fromVersion: "2", reopenedOnChoice: "other" }), reopenCaseForm("2026-11-21")))).toEqual(["reopenedOn"]);
  const read = await readForm(post({ fromVersion: "2", reopenedOnChoice: "yesterday" }), reopenCaseForm("2026-11-21"));
  expect(read.ok && read.value.reopenedOn).toBe("2026-11-20");
});
