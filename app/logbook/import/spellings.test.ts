import { expect, test } from "vitest";

import type { KnownPerson } from "./context.ts";
import { findMatch, groupSpellings, likenessOf, spellingKey, splitPeople } from "./spellings.ts";

const person = (id: string, name: string): KnownPerson => ({ id, name, email: `${id}@example.org`, isExternal: false, verifiedOn: null });
const MAIRI = person("mairi", "Mairi McLeod");
const AGNIESZKA = person("agnieszka", "Agnieszka Wiśniewska-Reid");
const TOMASZ = person("tomasz", "Tomasz Zieliński");
const PEOPLE = [MAIRI, AGNIESZKA, TOMASZ];

test.each([
  ["Mairi McLeod", "Mairi McLeod", "exact"], ["mairi mcleod", "Mairi McLeod", "exact"], ["McLeod, Mairi", "Mairi McLeod", "exact"], ["Dr Mairi McLeod", "Mairi McLeod", "exact"],
  ["Tomasz Zielinski", "Tomasz Zieliński", "exact"], ["Mairi McLeod (MM)", "Mairi McLeod", "exact"], ["Agnieszka Wisniewska Reid", "Agnieszka Wiśniewska-Reid", "exact"],
  ["M. McLeod", "Mairi McLeod", "initial"], ["M McLeod", "Mairi McLeod", "initial"], ["A. Reid", "Agnieszka Wiśniewska-Reid", "initial"],
  ["MM", "Mairi McLeod", "loose"], ["M.M.", "Mairi McLeod", "loose"], ["AWR", "Agnieszka Wiśniewska-Reid", "loose"], ["Mairi", "Mairi McLeod", "loose"], ["McLeod", "Mairi McLeod", "loose"],
  ["Agnieszka Reid", "Agnieszka Wiśniewska-Reid", "loose"],
  ["N. McLeod", "Mairi McLeod", null], ["M", "Mairi McLeod", null], ["Mary McLeod", "Mairi McLeod", null], ["", "Mairi McLeod", null],
])("%j as a spelling of %j is %s", (spelling, name, likeness) => {
  expect(likenessOf(spelling, name)).toBe(likeness);
});

test("an e-mail says who is meant, whatever its capitals", () => {
  expect(findMatch(" Mairi@Example.org ", PEOPLE)).toMatchObject({ person: { id: "mairi" }, likeness: "exact" });
});

test("where two people fit alike nobody is meant", () => {
  expect(findMatch("M. McLeod", [MAIRI, person("morag", "Morag McLeod")])).toBeNull();
  expect(findMatch("Mairi McLeod", [MAIRI, person("morag", "Morag McLeod")])).toMatchObject({ person: { id: "mairi" } });
});

test("three ways of writing one supervisor are one", () => {
  expect(groupSpellings(["Mairi McLeod", "M. McLeod", "MM", "Agnieszka Wiśniewska-Reid"], PEOPLE)).toMatchObject([
    { spellings: ["Mairi McLeod", "M. McLeod", "MM"], match: { person: { id: "mairi" }, likeness: "exact" } },
    { spellings: ["Agnieszka Wiśniewska-Reid"], match: { person: { id: "agnieszka" }, likeness: "exact" } },
  ]);
});

test("so they are where no account fits", () => {
  expect(groupSpellings(["HV", "Hanneke de Vries", "H. Vries"], PEOPLE)).toEqual([{ spellings: ["Hanneke de Vries", "H. Vries"], match: null }, { spellings: ["HV"], match: null }].reverse());
});

test.each([
  ["Tomasz Zielinski + Nadia Hussain", ["Tomasz Zielinski", "Nadia Hussain"]], ["a@example.org; b@example.org", ["a@example.org", "b@example.org"]],
  ["Tomasz & Nadia and Rhys, Eilidh", ["Tomasz", "Nadia", "Rhys", "Eilidh"]], ["Sandy Anderson", ["Sandy Anderson"]], ["", []],
])("the people in %j", (text, people) => {
  expect(splitPeople(text)).toEqual(people);
});

test("a spelling is known again in other capitals and with other spaces", () => {
  expect(spellingKey(" M.  McLeod")).toBe(spellingKey("m mcleod"));
});
