import { text } from "node:stream/consumers";

import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";

import { pageBody } from "./page-body.server.ts";

/** Letters of two, three and four bytes, at every place that the end of a buffer can have among them. */
const LETTERS = ["é", "“", "🙂"];
const SHIFTS = [0, 1, 2, 3];

test.each(LETTERS.flatMap((letter) => SHIFTS.map((shift) => [letter, shift] as const)))("a page says what was typed, and nothing else: %s, %i bytes further", async (letter, shift) => {
  const typed = Array.from({ length: 20 }, (_, at) => "x".repeat(at === 0 ? shift : 0) + letter.repeat(150));
  const body = pageBody();
  renderToPipeableStream(createElement("div", null, typed.map((one, at) => createElement("p", { key: at }, one)))).pipe(body);
  expect(await text(body)).toBe(`<div>${typed.map((one) => `<p>${one}</p>`).join("")}</div>`);
});
