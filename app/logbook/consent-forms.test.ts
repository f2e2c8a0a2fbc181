import { describe, expect, test } from "vitest";
import type { z } from "zod";

import { readForm } from "#app/platform/http/form.server.ts";

import { changeConsentForm, consentContentOf, recordConsentForm, voidConsentForm, withdrawConsentForm } from "./consent-forms.ts";

const TODAY = "2026-03-12";
const FILLED = { requestId: "made-by-the-form", filmedRole: "child", givenOnChoice: "yesterday", givenHow: "signed_form", childView: "agrees", purposes: ["own_supervisor"] };

async function sent<S extends z.ZodType>(schema: S, fields: Readonly<Record<string, string | readonly string[]>>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of typeof value === "string" ? [value] : value) body.append(name, one);
  return readForm(new Request("http://localhost/", { method: "POST", body }), schema);
}

/** The fields that are named as wrong, and what of the form is kept. */
async function refusedOf(schema: z.ZodType, fields: Readonly<Record<string, string | readonly string[]>>) {
  const form = await sent(schema, fields);
  if (form.ok) throw new Error("taken");
  const { error, initialValue } = form.response.data.lastResult;
  return { wrong: Object.keys(error ?? {}).sort(), kept: initialValue };
}

const without = (...names: readonly string[]) => Object.fromEntries(Object.entries(FILLED).filter(([name]) => !names.includes(name)));

describe("recording somebody filmed", () => {
  test("a day by one press, purposes in their own order, a single one too", async () => {
    const form = await sent(recordConsentForm(TODAY), { ...FILLED, purposes: ["independent_reviewer", "own_supervisor", "own_supervisor"] });
    if (!form.ok) throw new Error("refused");
    expect(consentContentOf(form.value)).toEqual({ givenOn: "2026-03-11", givenHow: "signed_form", childView: "agrees", purposes: ["own_supervisor", "independent_reviewer"] });
    expect(await sent(recordConsentForm(TODAY), FILLED)).toMatchObject({ ok: true, value: { purposes: ["own_supervisor"] } });
  });

  test("nothing ticked is for nobody, and is taken", async () => {
    const form = await sent(recordConsentForm(TODAY), without("purposes"));
    expect(form.ok && consentContentOf(form.value).purposes).toEqual([]);
  });

  test.each([
    { why: "no role", fields: without("filmedRole"), wrong: ["filmedRole"] },
    { why: "no day", fields: without("givenOnChoice"), wrong: ["givenOn", "givenOnChoice"] },
    { why: "another day, and none typed", fields: { ...FILLED, givenOnChoice: "other" }, wrong: ["givenOn"] },
    { why: "no way", fields: without("givenHow"), wrong: ["givenHow"] },
    { why: "a purpose that is none", fields: { ...FILLED, purposes: ["everybody"] }, wrong: ["purposes[0]"] },
    { why: "a child without a view", fields: without("childView"), wrong: ["childView"] },
    { why: "a child who says no", fields: { ...FILLED, childView: "says_no" }, wrong: ["childView"] },
    { why: "a brother who says no", fields: { ...FILLED, filmedRole: "other_child", childView: "says_no" }, wrong: ["childView"] },
  ])("is refused with the field named: $why", async ({ fields, wrong }) => {
    expect((await refusedOf(recordConsentForm(TODAY), fields)).wrong).toEqual(wrong);
  });

  test("an adult is asked for no view, and one that was sent is left out", async () => {
    const form = await sent(recordConsentForm(TODAY), { ...FILLED, filmedRole: "professional", childView: "says_no" });
    expect(form.ok && consentContentOf(form.value).childView).toBeNull();
  });

  test("what was chosen is kept beside the error", async () => {
    expect((await refusedOf(recordConsentForm(TODAY), without("childView"))).kept).toMatchObject({ filmedRole: "child", givenHow: "signed_form", givenOnChoice: "yesterday" });
  });
});

test("a change asks a child's view of a child alone", async () => {
  const fields = { fromVersion: "1", givenOnChoice: "today", givenHow: "spoken_on_film" };
  expect((await refusedOf(changeConsentForm("child", TODAY), fields)).wrong).toEqual(["childView"]);
  expect(await sent(changeConsentForm("client", TODAY), fields)).toMatchObject({ ok: true, value: { givenOn: TODAY, purposes: [] } });
});

test("a withdrawal asks for the day alone, a void for a reason from the list", async () => {
  expect(await sent(withdrawConsentForm(TODAY), { withdrawnOnChoice: "today" })).toMatchObject({ ok: true, value: { withdrawnOn: TODAY } });
  expect((await refusedOf(withdrawConsentForm(TODAY), {})).wrong).toEqual(["withdrawnOn", "withdrawnOnChoice"]);
  expect((await refusedOf(voidConsentForm, { fromVersion: "1", because: "the mother, Anna, said so" })).wrong).toEqual(["because"]);
});
