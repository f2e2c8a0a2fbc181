import fc from "fast-check";
import { expect, test } from "vitest";

import { safeRedirect, withReturn } from "./redirects.ts";

const ORIGIN = "https://attune.test";

test.each([
  ["/progress", "/progress"],
  ["/log?kind=cycle#top", "/log?kind=cycle#top"],
  ["//evil.example", "/"],
  ["///evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/%5Cevil.example", "/%5Cevil.example"],
  ["/\t/evil.example", "/"],
  ["/\n/evil.example", "/"],
  ["/.//evil.example", "/"],
  ["/x/..//evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["progress", "/"],
  ["", "/"],
  [null, "/"],
  [`/${"a".repeat(500)}`, "/"],
])("%j leads to %j", (asked, expected) => {
  expect(safeRedirect(asked, "/")).toBe(expected);
});

test("whatever is asked for, a browser stays on the portal", () => {
  const pieces = fc.constantFrom("/", "\\", "//", "..", ".", "evil.example", "@", ":", "?", "#", "%2f", "%5c", "\t", "\n", " ", "http:", "a");
  fc.assert(fc.property(fc.oneof(fc.string(), fc.array(pieces).map((all) => all.join("")), fc.array(pieces).map((all) => `/${all.join("")}`)), (asked) => {
    expect(new URL(safeRedirect(asked, "/"), `${ORIGIN}/sign-in`).origin).toBe(ORIGIN);
  }));
});

test("the way back names the page that was read, or the page of the form that was sent, never an address that was posted to", () => {
  const posted = (referer?: string) => new Request(`${ORIGIN}/waiting/confirm`, { method: "POST", headers: referer === undefined ? {} : { referer } });
  expect(withReturn("/sign-in", posted(`${ORIGIN}/waiting?kind=cycle`))).toBe("/sign-in?redirectTo=%2Fwaiting%3Fkind%3Dcycle&unsaved=1");
  for (const elsewhere of ["https://evil.example/waiting", "nonsense", `${ORIGIN}/`]) expect(withReturn("/sign-in", posted(elsewhere))).toBe("/sign-in?unsaved=1");
  expect(withReturn("/sign-in", new Request(`${ORIGIN}/log?kind=cycle`))).toBe("/sign-in?redirectTo=%2Flog%3Fkind%3Dcycle");
  expect(withReturn("/sign-in", new Request(`${ORIGIN}/`))).toBe("/sign-in");
  expect(withReturn("/sign-in", posted())).toBe("/sign-in?unsaved=1");
});
