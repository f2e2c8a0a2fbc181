import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

const TEXT = 4.5;
const CONTROL = 3;

const sheet = (name: string): string => readFileSync(path.join(import.meta.dirname, name), "utf8");
const tokens = sheet("tokens.css");

/** The colour of a token in light and in dark. */
function colours(token: string): { light: string; dark: string } {
  const both = new RegExp(`--${token}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens);
  const one = new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(tokens)?.[1];
  const [light, dark] = [both?.[1] ?? one, both?.[2] ?? one];
  if (light === undefined || dark === undefined) throw new Error(`no colour for --${token}`);
  return { light, dark };
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ["paper", "surface", "sunken"] as const;
const on = (token: string, grounds: readonly string[]): [string, string][] => grounds.map((ground) => [token, ground]);

const TEXTS: [string, string][] = [
  ...on("ink", [...GROUNDS, "brand-soft", "good-soft", "moment-soft"]),
  ...on("ink-2", [...GROUNDS, "brand-soft"]),
  ...on("brand", [...GROUNDS, "brand-soft", "good-soft", "moment-soft"]),
  ...on("brand-strong", [...GROUNDS, "brand-soft"]),
  ["brand-ink", "brand"], ["brand-ink", "brand-strong"],
  ["good", "good-soft"], ["moment", "moment-soft"], ["alert", "alert-soft"],
  ...on("alert", ["surface", "paper"]), ["alert-ink", "alert"],
  ["inverse-ink", "inverse"], ["inverse-button-ink", "inverse-button"],
  ...["p1", "p2", "p3", "p4", "p5", "p6"].flatMap((p) => [...on(p, ["surface"]), ["brand-ink", p] as [string, string]]),
];

const CONTROLS: [string, string][] = [
  ...on("line-strong", GROUNDS),
  ...on("brand-edge", [...GROUNDS, "brand-soft"]),
  ...on("brand", GROUNDS), ...on("good", [...GROUNDS, "good-soft"]), ...on("moment", [...GROUNDS, "moment-soft"]), ...on("alert", GROUNDS),
  // The ring around what has the focus: its outer line is ink on whatever it lies on.
  ...on("ink", [...GROUNDS, "brand-soft", "good-soft", "moment-soft"]), ["inverse-ink", "inverse"],
  ["inverse-button", "inverse"],
];

describe.each(["light", "dark"] as const)("contrast, %s", (theme) => {
  it.each(TEXTS)("--%s is read on --%s", (text, ground) => {
    expect(contrast(colours(text)[theme], colours(ground)[theme])).toBeGreaterThanOrEqual(TEXT);
  });

  it.each(CONTROLS)("--%s is seen on --%s", (line, ground) => {
    expect(contrast(colours(line)[theme], colours(ground)[theme])).toBeGreaterThanOrEqual(CONTROL);
  });
});

describe("the style sheets", () => {
  const sheets = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".css"));

  it.each(sheets)("%s has no text under 12 px", (name) => {
    const sizes = [...sheet(name).matchAll(/font-size: ([\d.]+)rem/g)].map((found) => Number(found[1]));
    expect(sizes.filter((rem) => rem < 0.75)).toEqual([]);
  });

  it.each(sheets.filter((name) => name !== "tokens.css" && name !== "print.css"))("%s takes its colours from the tokens", (name) => {
    expect(sheet(name).match(/#[0-9a-f]{3,8}\b/gi) ?? []).toEqual([]);
  });
});
