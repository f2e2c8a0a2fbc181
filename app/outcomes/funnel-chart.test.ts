import { expect, test } from "vitest";

import { drawFunnel } from "./funnel-chart.server.tsx";
import { STEPS } from "./model.ts";

const funnel = { of: 24, withoutMidPoint: 0, steps: STEPS.map((step, i) => ({ step, reached: 20 - i })) };

test("the funnel is drawn whole by the server: every step with its name and its number, in text that is never below 12 pixels", () => {
  for (const svg of Object.values(drawFunnel(funnel))) {
    for (const text of ["Initial course", "First cycle", "Stage 1", "Mid-point", "Stage 2", "Accredited", ">20<", ">15<"]) expect(svg).toContain(text);
    expect(Array.from(svg.matchAll(/font-size="([\d.]+)"/gi), (m) => Number(m[1])).every((px) => px >= 12)).toBe(true);
  }
});

test("the narrow one fits a phone of 320 pixels, and its colours are the theme's", () => {
  const { narrow } = drawFunnel(funnel);
  expect(Number(/width="(\d+)"/.exec(narrow)?.[1])).toBeLessThanOrEqual(254);
  expect(Array.from(narrow.matchAll(/fill="([^"]+)"/g), (m) => m[1]).every((fill) => fill?.startsWith("var(--"))).toBe(true);
  expect(narrow).not.toContain("style=");
});

test("nobody at all is drawn as no bars", () => {
  expect(drawFunnel({ of: 0, withoutMidPoint: 0, steps: STEPS.map((step) => ({ step, reached: 0 })) }).wide).toContain("Initial course");
});
