import { expect, test } from "vitest";

import { readForm } from "#app/platform/http/form.server.ts";
import { words } from "#app/words/words.ts";
import { requestOf } from "#tests/support/actors.ts";

import { askResetForm, newPersonForm, signInForm } from "./forms.ts";
import { emailKey } from "./model.ts";

const t = words.people;
const SOMEBODY = {
  name: "Ada Adams", email: "ada@example.org", role: "trainee", programmeId: "p", startsOnDay: "1", startsOnMonth: "3", startsOnYear: "2026",
};

/** What each field of the form was told; nothing where it was taken. */
async function errorsOf(schema: Parameters<typeof readForm>[1], form: Readonly<Record<string, string>>) {
  const read = await readForm(requestOf("/", { form }), schema);
  return read.ok ? {} : read.response.data.lastResult.error;
}

test.each([
  ["a@b", "no dot in the domain"],
  ["a b@example.org", "a blank in the name"],
  ["a@exam ple.org", "a blank in the domain"],
  ["a@b@example.org", "two at signs"],
  ["a@@example.org", "two at signs side by side"],
  ["@example.org", "no name"],
  ["a@.org", "no domain"],
  ["a@example..org", "two dots"],
  [".a@example.org", "begins with a dot"],
  ["a@example.o", "no top-level domain has one letter"],
  ["a\u0001@example.org", "a control sign"],
  ["a@exam\u007Fple.org", "a control sign in the domain"],
  ["a\u200Bb@example.org", "a sign that nobody sees"],
  ["a@example.org\nBcc: b@example.org", "a line break"],
  ["a@example.org\r\nb@example.org", "a line break of Windows"],
  ["<a@example.org>", "brackets"],
  ["Ada <a@example.org>", "a name before it"],
  ["a@example.org, b@example.org", "two addresses"],
  ["a,b@example.org", "a comma"],
  ["\"a\"@example.org", "quotes"],
])("%j is no e-mail address: %s", async (email) => {
  expect(await errorsOf(newPersonForm, { ...SOMEBODY, email })).toEqual({ email: [t.newPerson.badEmail] });
  expect(await errorsOf(signInForm, { email, password: "x" })).toEqual({ email: [t.signIn.mustBeEmail] });
  expect(await errorsOf(askResetForm, { email })).toEqual({ email: [t.signIn.mustBeEmail] });
});

test.each(["ada@example.org", " ada@example.org ", "Ada.Adams@NHS.scot", "ada+vig@a-b.nhs.uk", "o'hara_2@example.co.uk"])("%j is an e-mail address", async (email) => {
  expect(await errorsOf(newPersonForm, { ...SOMEBODY, email })).toEqual({});
  expect(await errorsOf(signInForm, { email, password: "x" })).toEqual({});
});

test.each([
  ["Ada\nAdams", "a line break"],
  ["Ada\r\nAdams", "a line break of Windows"],
  ["Ada\u2028Adams", "a line break of Unicode"],
  ["Ada\u2029Adams", "a paragraph"],
  ["Ada\u0085Adams", "a next-line sign"],
  ["Ada\tAdams", "a tabulator"],
  ["Ada\u0007", "a bell"],
  ["Ada\u001B[31m", "what colours a console"],
  ["Ada\u202EsmadA", "what turns the rest around"],
  ["Ada\u2066Adams", "what shuts off a part"],
])("%j is no name: %s", async (name) => {
  expect(await errorsOf(newPersonForm, { ...SOMEBODY, name })).toEqual({ name: [t.newPerson.badName] });
});

test.each(["Ada Adams", "Màiri NicDhòmhnaill", "Jean-Luc O’Hara (née Smith)", "李小龙", "می‌خواهم", " Ada \n"])("%j is a name", async (name) => {
  expect(await errorsOf(newPersonForm, { ...SOMEBODY, name })).toEqual({});
});

test.each(["Ada@Example.org", " ada@example.org\n", "ada@\u200Bexample.org", "ada@example.org\u00A0", "\uFEFFada@example.org", "ａｄａ@example.org"])(
  "%j is compared as the same address, at sign-in as in an import", (email) => {
    expect(emailKey(email)).toBe("ada@example.org");
  });
