import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { ORDINARY_NOTES } from "#tests/fixtures/ordinary-notes.ts";
import { CLIENT_LABELS, FREE_TEXTS } from "#tests/fixtures/screened-texts.ts";
import { SPLIT_IDENTIFIERS } from "#tests/fixtures/split-identifiers.ts";

import { screenClientLabel, screenFreeText } from "./identifiers.ts";
import { maskDatesAndTimes } from "./identifiers/dates-and-times.ts";
import type { Finding } from "./identifiers/finding.ts";
import { foldText } from "./identifiers/folded-text.ts";
import { kindOfNumber, mayBeNumber } from "./identifiers/number-kinds.ts";

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

  const two = (n: number): string => String(n).padStart(2, "0");
  const checkDigit = (nine: string): number => (11 - (Array.from(nine, (digit, i) => Number(digit) * (10 - i)).reduce((a, b) => a + b, 0) % 11)) % 11;
  const withCheckDigit = (nine: string): string => `${nine}${String(checkDigit(nine))}`;
  const anyChi = fc.record({ day: fc.integer({ min: 1, max: 28 }), month: fc.integer({ min: 1, max: 12 }), year: fc.integer({ min: 0, max: 99 }), serial: fc.integer({ min: 0, max: 999 }) })
    .map((d) => `${two(d.day)}${two(d.month)}${two(d.year)}${String(d.serial).padStart(3, "0")}`)
    .filter((nine) => checkDigit(nine) < 10).map(withCheckDigit);
  const anyNhs = fc.integer({ min: 400_000_000, max: 799_999_999 }).map(String).filter((nine) => checkDigit(nine) < 10).map(withCheckDigit);
  const anyMobile = fc.integer({ min: 0, max: 999 }).map((last) => `07700900${String(last).padStart(3, "0")}`);

  /** Runs of signs that are neither letter nor digit, some of them rare. */
  const anyGap = fc.array(fc.constantFrom(" ", " ", "\n", "\t", "-", "/", ".", ",", ":", ";", "_", "|", "*", "(", ")", "=", "~", "#", "\u00a0", "–", "•", "👶"), { minLength: 1, maxLength: 12 })
    .map((signs) => signs.join(""));
  const cutAt = (digits: string, places: readonly number[], gap: (i: number) => string): string =>
    Array.from(digits, (digit, i) => (i > 0 && places.includes(i) ? `${gap(i)}${digit}` : digit)).join("");
  const split = (number: fc.Arbitrary<string>, cuts: { min: number; max: number }): fc.Arbitrary<string> =>
    fc.tuple(number, fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { minLength: cuts.min, maxLength: cuts.max }), fc.array(anyGap, { minLength: 11, maxLength: 11 }))
      .map(([digits, places, gaps]) => cutAt(digits, places, (i) => gaps[i] ?? " "))
      // What reads as a date or a time of day is left alone: docs/privacy.md.
      .filter((typed) => maskDatesAndTimes(foldText(typed).text) === foldText(typed).text);
  const isFound = (text: string): boolean => {
    const { refuse, ask } = screenFreeText(text, []);
    return refuse.length + ask.length > 0;
  };

  test("every CHI number set as people set them is refused, whatever the one sign between", () => {
    const sign = fc.constantFrom("", " ", "-", "\u00a0", "\u2011", "\u200b", "\n", "    ", ", ", "_", " | ", "*", ".", "/", "\r\n");
    const setting = fc.constantFrom([], [6], [2, 4, 6], [4], [2], [8]);
    fc.assert(fc.property(anyChi, setting, sign, (digits, places, between) => {
      const typed = cutAt(digits, places, () => between);
      fc.pre(maskDatesAndTimes(typed) === typed);
      expect(screenFreeText(`see ${typed} today`, []).refuse).toHaveLength(1);
    }));
  });

  test("every CHI number cut in two is refused, whatever stands between", () => {
    fc.assert(fc.property(split(anyChi, { min: 1, max: 1 }), (typed) => {
      expect(screenFreeText(`see ${typed} today`, []).refuse.map((f) => f.kind)).toEqual(["chi_number"]);
    }));
  });

  test("every CHI number is found, wherever it is cut and whatever stands between", () => {
    fc.assert(fc.property(split(anyChi, { min: 1, max: 9 }), (typed) => {
      expect(isFound(`see ${typed} today`)).toBe(true);
    }));
  });

  test("a CHI number with its check digit or its day wrong is never refused as one", () => {
    fc.assert(fc.property(anyChi, fc.integer({ min: 1, max: 9 }), (digits, off) => {
      const last = (Number(digits[9]) + off) % 10;
      for (const wrong of [`${digits.slice(0, 9)}${String(last)}`, withCheckDigit(`99${digits.slice(2, 9)}`)]) {
        expect(screenFreeText(`see ${wrong} today`, []).refuse.filter((f) => f.kind === "chi_number")).toEqual([]);
        expect(isFound(`see ${wrong} today`)).toBe(true);
      }
    }));
  });

  test("every NHS number in groups of three or more is found, whatever stands between", () => {
    const places = fc.constantFrom([], [3], [5], [6], [7], [3, 6], [3, 7], [4, 7]);
    fc.assert(fc.property(anyNhs, places, anyGap, (digits, at, gap) => {
      const typed = cutAt(digits, at, () => gap);
      fc.pre(maskDatesAndTimes(foldText(typed).text) === foldText(typed).text);
      expect(screenFreeText(`see ${typed} today`, []).refuse).toHaveLength(1);
    }));
  });

  test("every mobile number is found, wherever it is cut and whatever stands between", () => {
    fc.assert(fc.property(split(anyMobile, { min: 0, max: 10 }), (typed) => {
      expect(isFound(`see ${typed} today`)).toBe(true);
    }));
  });

  test("every postcode is refused, whatever separates its halves", () => {
    const halves = fc.tuple(fc.constantFrom("EH1", "IV15", "G12", "EC1A", "W1A", "ZE1", "KW15"), fc.constantFrom("1AA", "9HB", "8QQ", "0AX"));
    const separator = fc.array(fc.constantFrom(" ", "\n", "-", ".", ",", "/", "_", "|", "*", ":"), { maxLength: 6 }).map((signs) => signs.join(""));
    fc.assert(fc.property(halves, separator, fc.boolean(), ([one, two], between, isSmall) => {
      const typed = `${one}${between}${two}`;
      expect(screenFreeText(`at ${isSmall ? typed.toLowerCase() : typed} now`, []).refuse.map((f) => f.kind)).toEqual(["postcode"]);
    }));
  });

  test("runs that hold no identifier are not refused for their length", () => {
    for (const unit of ["a", "a.", "0 ", "Ab ", "1-", "a@", "born ", "J."]) {
      expect(screenFreeText(unit.repeat(4000), KNOWN).refuse).toEqual([]);
    }
  });

  const TEMPTING = [
    "a", "a.", "0 ", "0", "1,\n", "Ab ", "1-", "a@", "a at ", "a dot ", "born ", "dob 1 ", "12/3/26 ", "12/3/26 when ", "J.", "O", "l0", "EH1 ", "eh1 1a", "+44 ",
    "07700 900123 ", "0101901232 ", "jo@example.com ", "DOB 12/3/26 ", "10:30-", "'a", "call 12 ", "\u200b", "Mrs ", "chi ", "12.3.26 12.",
  ];
  const SIGNS = 20_000;

  /** The quickest of three, so that a busy machine does not count. */
  function millisecondsFor(text: string): number {
    return Math.min(...[1, 2, 3].map(() => {
      const start = performance.now();
      screenFreeText(text, KNOWN);
      return performance.now() - start;
    }));
  }

  const note = `${ORDINARY_NOTES.join("\n")}\n`;
  const ordinary = note.repeat(Math.ceil(SIGNS / note.length)).slice(0, SIGNS);

  test("a window of figures that is passed over is no number of any kind", () => {
    const before = fc.record({ plus: fc.constantFrom("joined" as const, "apart" as const, null), saysTelephone: fc.boolean(), saysNumber: fc.boolean() });
    const groups = fc.array(fc.stringMatching(/^\d{1,7}$/), { minLength: 2, maxLength: 15 });
    fc.assert(fc.property(groups, fc.constantFrom(" ", "-", ", ", "."), before, fc.nat({ max: 5 }), (parts, gap, b, others) => {
      const [digits, sizes] = [parts.join(""), parts.map((part) => part.length)];
      fc.pre(!mayBeNumber(digits, sizes, b));
      expect(kindOfNumber({ digits, sizes, gaps: parts.slice(1).map(() => gap), before: b, others })).toBeNull();
    }));
  });

  test.each(["01 ", "1 ", "12 3 ", "7, ", "30 45 "])("of a row of %j hardly a window is looked at closely", (unit) => {
    const row = unit.repeat(300).match(/\d+/g) ?? [];
    const windows = row.flatMap((_, first) => Array.from({ length: 12 }, (__, more) => row.slice(first, first + 4 + more)))
      .filter((w) => w.join("").length <= 15);
    const close = windows.filter((w) => mayBeNumber(w.join(""), w.map((part) => part.length), { plus: null, saysTelephone: false, saysNumber: false }));
    expect(close.length).toBeLessThan(windows.length / 4);
  });

  test.each(TEMPTING)("20,000 signs of %j take no more than some times an ordinary note of that length", (unit) => {
    const tempting = unit.repeat(Math.ceil(SIGNS / unit.length)).slice(0, SIGNS);
    expect(millisecondsFor(tempting)).toBeLessThan(25 * millisecondsFor(ordinary));
  });
});
