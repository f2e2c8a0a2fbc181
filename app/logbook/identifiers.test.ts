import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ORDINARY_NOTES } from "#tests/fixtures/ordinary-notes.ts";
import { CLIENT_LABELS, FREE_TEXTS } from "#tests/fixtures/screened-texts.ts";
import { SPLIT_IDENTIFIERS } from "#tests/fixtures/split-identifiers.ts";

import { screenClientLabel, screenFreeText } from "./identifiers.ts";
import type { Finding } from "./identifiers/finding.ts";

const KNOWN = ["Joy Abernethy", "Mairi McLeod", "Agnieszka Wiśniewska-Reid"];

const kindsOf = (findings: readonly Finding[]): string => [...new Set(findings.map((f) => f.kind))].join(" ");

function fate(text: string): string {
  const { refuse, ask } = screenFreeText(text, KNOWN);
  if (refuse.length > 0) return `refuse ${kindsOf(refuse)}`;
  return ask.length > 0 ? `ask ${kindsOf(ask)}` : "accept";
}

describe("free text", () => {
  test("the list is long enough to mean something", () => {
    expect(FREE_TEXTS.length).toBeGreaterThanOrEqual(120);
  });

  test.each(FREE_TEXTS)("%j: %s, %s", (text, expected) => {
    expect(fate(text)).toBe(expected);
  });

  test.each(SPLIT_IDENTIFIERS)("%j: %s, %s", (text, expected) => {
    expect(fate(text)).toBe(expected);
  });

  test.each(ORDINARY_NOTES)("nothing is asked about %j", (text) => {
    expect(fate(text)).toBe("accept");
  });

  test.each([
    ["mum's mobile 07700\u200b 900123 for next time", "07700\u200b 900123"],
    ["CHI ０１０１９０１２３２!", "０１０１９０１２３２"],
    ["ring parent@example.org.", "parent@example.org"],
    ["so Mrs Kowalczyk's film", "Mrs Kowalczyk"],
    ["we saw Morag Sinclair twice", "Morag Sinclair"],
    ["met J. R. at home", "J. R."],
  ])("in %j the stretch shown is %j", (text, meant) => {
    const { refuse, ask } = screenFreeText(text, KNOWN);
    const shown = [...refuse, ...ask].map((f) => text.slice(f.start, f.end));
    expect(shown).toEqual([meant]);
  });
});

describe("client labels", () => {
  test.each(CLIENT_LABELS)("%j: %s, %s", (text, expected) => {
    const found = screenClientLabel(text);
    const kinds = expected.replace(/^refuse /, "").split(" ");
    if (expected === "accept") expect(found).toEqual([]);
    else expect(found.map((f) => f.kind)).toEqual(expect.arrayContaining(kinds));
  });
});

describe("any text", () => {
  const anyText = fc.string({ unit: fc.oneof(fc.constantFrom(...Array.from("0123456789 -./()+@AbJ.\n\u200b０")), fc.string({ unit: "binary", minLength: 1, maxLength: 1 })), maxLength: 120 });

  test("findings lie inside what was typed, in order, and do not overlap", () => {
    fc.assert(fc.property(anyText, (text) => {
      const { refuse, ask } = screenFreeText(text, KNOWN);
      const all = [...refuse, ...ask].sort((a, b) => a.start - b.start);
      for (const [i, f] of all.entries()) {
        expect(f.start).toBeLessThan(f.end);
        expect(f.end).toBeLessThanOrEqual(text.length);
        expect(f.start).toBeGreaterThanOrEqual(all[i - 1]?.end ?? 0);
      }
      screenClientLabel(text);
    }));
  });

  test("every CHI number is refused, however it is set", () => {
    const separator = fc.constantFrom("", " ", "-", "\u00a0", "\u2011", "\u200b");
    const day = fc.record({ day: fc.integer({ min: 1, max: 28 }), month: fc.integer({ min: 1, max: 12 }), year: fc.integer({ min: 0, max: 99 }), serial: fc.integer({ min: 0, max: 999 }) });
    fc.assert(fc.property(day, separator, separator, (d, between, within) => {
      const two = (n: number): string => String(n).padStart(2, "0");
      const nine = `${two(d.day)}${two(d.month)}${two(d.year)}${String(d.serial).padStart(3, "0")}`;
      const sum = Array.from(nine, (digit, i) => Number(digit) * (10 - i)).reduce((a, b) => a + b, 0);
      const check = (11 - (sum % 11)) % 11;
      fc.pre(check < 10);
      const typed = `${nine.slice(0, 2)}${within}${nine.slice(2, 4)}${within}${nine.slice(4, 6)}${between}${nine.slice(6)}${String(check)}`;
      expect(screenFreeText(`see ${typed} today`, []).refuse).toHaveLength(1);
    }));
  });

  test("long runs that tempt a search to try everything end too", () => {
    for (const unit of ["a", "a.", "0 ", "Ab ", "1-", "a@", "born ", "J."]) {
      expect(screenFreeText(unit.repeat(4000), KNOWN).refuse).toEqual([]);
    }
  });
});
