import { describe, expect, it } from "vitest";

import { renderMarkup } from "#tests/support/render.tsx";

import { FormPage } from "./form-page.tsx";
import { TextField } from "./text-fields.tsx";

function pageWith(cancelTo: string | null, lead?: string): string {
  return renderMarkup(
    <FormPage<{ note: string }> id="f" title="Say why" lead={lead} submit="Send it" cancelTo={cancelTo} lastResult={{ status: "error", initialValue: {}, error: { note: ["Say more"] } }}>
      {(fields) => <TextField meta={fields.note} label="Note" />}
    </FormPage>,
  );
}

describe("a page that is one form", () => {
  it("has its title, what is wrong, its fields, its one button and the way out, in this order", () => {
    const html = pageWith("/log", "Anything helps");
    const places = ["<h1>Say why</h1>", "Anything helps", 'href="#f-note"', 'name="note"', ">Send it</button>", ">Cancel</a>"].map((part) => html.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(html).toContain('href="/log"');
  });

  it("has no way out where there is none, and no lead where nothing is said", () => {
    const html = pageWith(null);
    expect(html).not.toContain("Cancel");
    expect(html).not.toContain("page-lead");
  });
});
