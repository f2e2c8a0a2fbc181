import { describe, expect, it } from "vitest";

import { renderMarkup } from "#tests/support/render.tsx";

import { ErrorSummary, summedErrors } from "./error-summary.tsx";

describe("the error summary", () => {
  it("is not there without errors", () => {
    expect(renderMarkup(<ErrorSummary errors={[]} />)).not.toContain("error-summary");
  });

  it("links each error to its field, and can take the focus", () => {
    const html = renderMarkup(<ErrorSummary errors={[{ text: "Choose a client", target: "f-client" }, { text: "Changed meanwhile" }]} />);
    expect(html).toContain('<a href="#f-client">Choose a client</a>');
    expect(html).toContain("<li>Changed meanwhile</li>");
    expect(html).toMatch(/role="alert" tabindex="-1" autofocus=""/i);
  });

  it("says whether there is one problem or several", () => {
    expect(renderMarkup(<ErrorSummary errors={[{ text: "One" }]} />)).toContain("There is a problem");
    expect(renderMarkup(<ErrorSummary errors={[{ text: "One" }, { text: "Two" }]} />)).toContain("There are problems");
  });
});

describe("the summed errors", () => {
  it("have the form's own first, then the fields as they stand on the page, then the rest", () => {
    const errors = { other: ["x"], b: ["y"], a: ["z"], "": ["whole"] };
    expect(summedErrors("f", errors, { a: "A", b: "B" })).toEqual([
      { text: "whole" }, { text: "A: z", target: "f-a" }, { text: "B: y", target: "f-b" }, { text: "x", target: "f-other" },
    ]);
  });

  it("keep the same text for two fields, since each has to be mended", () => {
    expect(summedErrors("f", { a: ["Fill this in"], b: ["Fill this in"] })).toHaveLength(2);
  });

  it("skip fields that are right", () => {
    expect(summedErrors("f", { a: undefined, b: [] })).toEqual([]);
  });
});
