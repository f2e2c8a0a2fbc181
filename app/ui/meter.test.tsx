import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { renderMarkup } from "#tests/support/render.tsx";

import { Meter } from "./meter.tsx";

const fillOf = (html: string): string | undefined => /<rect[^>]* width="([^"]+)"/.exec(html)?.[1];

describe("a meter", () => {
  it.each([
    ["nothing yet", 0, "0%"],
    ["one below the end", 17, "94.4%"],
    ["exactly the end", 18, "100%"],
    ["more than the end: full, never over it", 25, "100%"],
    ["less than nothing, which recognised work taken back could give", -1, "0%"],
  ])("is filled for %s", (_why, value, width) => {
    expect(fillOf(renderMarkup(<Meter label="Cycles" value={value} end={18} />))).toBe(width);
  });

  it("is a picture with a label, so that it is read as one thing", () => {
    expect(renderMarkup(<Meter label="Cycles: 10 of 12 for stage 2" value={10} end={18} />)).toContain('role="img" aria-label="Cycles: 10 of 12 for stage 2"');
  });

  it("says in words by how much it is over, rounded down", () => {
    expect(renderMarkup(<Meter label="x" value={19} end={18} />)).toContain("105 % of what is asked");
    expect(renderMarkup(<Meter label="x" value={18} end={18} />)).not.toContain("of what is asked");
  });

  it("never rounds up, and never falls short of a whole percent", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 }), (value, end) => {
      const said = /([\d,]+) % of what is asked/.exec(renderMarkup(<Meter label="x" value={value} end={end} />))?.[1];
      const percent = said === undefined ? undefined : Number(said.replaceAll(",", ""));
      const isOver = value * 100 >= end * 101;
      expect(percent !== undefined).toBe(isOver);
      if (percent !== undefined) expect([percent * end <= value * 100, (percent + 1) * end > value * 100]).toEqual([true, true]);
    }));
    expect(renderMarkup(<Meter label="x" value={1017} end={900} />)).toContain("113 % of what is asked");
  });

  it("draws a tick only between nothing and the end", () => {
    const html = renderMarkup(<Meter label="x" value={1} end={18} ticks={[0, 6, 12, 18]} />);
    expect([...html.matchAll(/class="meter-tick" x1="([^"]+)"/g)].map((m) => m[1])).toEqual(["33.3%", "66.7%"]);
  });

  it("is full where nothing is asked", () => {
    expect(fillOf(renderMarkup(<Meter label="x" value={0} end={0} />))).toBe("100%");
  });
});
