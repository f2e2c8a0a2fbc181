import { describe, expect, it } from "vitest";

import { errors } from "#app/words/en/errors.ts";
import { renderMarkup } from "#tests/support/render.tsx";

import { ErrorBoundary, errorStatus } from "./error-page.tsx";

/** An answer that a loader threw, as the error page receives it. */
const thrown = (status: number, data: unknown = "Not found") => ({ status, statusText: "", internal: false, data });
const page = (error: unknown): string => renderMarkup(<ErrorBoundary />, { error });

describe("the error page", () => {
  it.each([400, 403, 404, 405, 409, 429, 500] as const)("has words of its own for %i, and the way on", (status) => {
    const html = page(thrown(status));
    expect(html).toContain(errors[status].heading);
    expect(html).toContain('href="/"');
  });

  it.each([
    ["another error of the request", 418, 400],
    ["another error of ours", 502, 500],
    ["no error at all", 200, 500],
  ])("falls back for %s", (_why, status, shown) => {
    expect(errorStatus(status)).toBe(shown);
  });

  it("shows the request's number for a fault of ours only", () => {
    expect(page(new Error("secret"))).toContain("request-1");
    expect(page(thrown(404))).not.toContain("request-1");
  });

  it("shows the number that a failure brought, where the page itself knows none or another", () => {
    expect(page(thrown(500, { requestId: "request-7" }))).toContain(errors.requestId("request-7"));
    expect(page(thrown(500, { requestId: "request-7" }))).not.toContain("request-1");
  });

  it("never shows what was thrown", () => {
    expect(page(new Error("no such column: password"))).not.toContain("no such column");
    expect(page(thrown(404, "no such column"))).not.toContain("no such column");
  });

  it("shows the sentence that an answer brought, such as who can help", () => {
    expect(page(thrown(403, { detail: "Mairi MacInnes can confirm this." }))).toContain("Mairi MacInnes can confirm this.");
  });

  it.each([[401, "Sign in"], [403, "somebody else has to do it"], [404, "you can see it no longer"]])("says of an act that came too late that nothing was recorded, and gives back every word: %i", (status, next) => {
    const html = page(thrown(status, { typed: [{ label: "What is still to be done", text: "One <b>more</b> family." }], ...(status === 401 ? { signIn: "/sign-in" } : {}) }));
    expect(html).toContain(errors.notRecorded.heading);
    expect(html.toLowerCase()).toContain(next.toLowerCase());
    expect(html).toMatch(/<textarea[^>]*readonly=""[^>]*>One &lt;b&gt;more&lt;\/b&gt; family\.<\/textarea>/);
  });

  it("has no box for words where none were typed, and none for what is no text", () => {
    expect(page(thrown(404, { typed: [] }))).not.toContain("<textarea");
    expect(page(thrown(404, { typed: [{ label: 1 }, null] }))).not.toContain("<textarea");
  });
});
