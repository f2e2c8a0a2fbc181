import { expect, it } from "vitest";

import { paths } from "./paths.ts";

it("leaves out a query that has no value", () => {
  expect(paths.progressOf("cycles")).toBe("/progress/cycles");
  expect(paths.progressOf("cycles", 2)).toBe("/progress/cycles?stage=2");
});

it("writes a value so that it stays one part of the address", () => {
  expect(paths.client("a/b?c")).toBe("/log/clients/a%2Fb%3Fc");
  expect(paths.questionWaiting("a?x=1&y=2")).toBe("/waiting/question?entry=a%3Fx%3D1%26y%3D2");
});
