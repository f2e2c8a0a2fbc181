import { expect, it } from "vitest";

import { CODES, explain } from "./explain.ts";

it.each(CODES)("%s has a sentence, and a status that a form may answer", (code) => {
  const { status, text } = explain(code);
  expect(text).toMatch(/^[A-Z“]/);
  expect(text.length).toBeGreaterThan(15);
  expect([400, 409]).toContain(status);
});

it("has each code once", () => {
  expect(CODES).toHaveLength(new Set(CODES).size);
});
