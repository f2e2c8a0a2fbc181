import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";

import { renderMarkup } from "#tests/support/render.tsx";

import { CheckboxField, CheckboxGroup, RadioGroup, SelectField } from "./choice-fields.tsx";
import { DayChoiceField, DayField } from "./day-field.tsx";
import { FormFor } from "./form-for.tsx";
import type { FieldsOf } from "./form-for.tsx";
import { FileField, MinutesField, TextArea, TextField } from "./text-fields.tsx";

type Sample = { note: string; minutes: string; mode: string; who: string[]; sure: string; file: string; onChoice: string; onDay: string; onMonth: string; onYear: string };

const OPTIONS = [{ value: "a", label: "Aye" }, { value: "b", label: "Bee" }, { value: "other", label: "Another day" }];

function formWith(children: (fields: FieldsOf<Sample>) => ReactNode, lastResult: SubmissionResult | null = null): string {
  return renderMarkup(<FormFor<Sample> id="f" lastResult={lastResult} defaults={{ note: "kept", mode: "b", who: ["a", "b"], onDay: "3" }}>{children}</FormFor>);
}

function refused(error: Record<string, string[]>, initialValue: Record<string, string> = {}): SubmissionResult {
  return { status: "error", initialValue, error };
}

/** The opening tag of the element with that id. */
const tagOf = (html: string, id: string): string => new RegExp(`<[a-z]+[^>]* id="${id}"[^>]*>`).exec(html)?.[0] ?? "";

describe("a text field", () => {
  it("has its label, and no description where there is nothing to describe", () => {
    const html = formWith((fields) => <TextField meta={fields.note} label="Note" />);
    expect(html).toContain('<label class="field-label" for="f-note">Note</label>');
    expect(tagOf(html, "f-note")).not.toContain("aria-");
    expect(tagOf(html, "f-note")).toContain('value="kept"');
  });

  it("names its hint as description, and that it may stay empty", () => {
    const html = formWith((fields) => <TextField meta={fields.note} label="Note" hint="Short" optional />);
    expect(tagOf(html, "f-note")).toContain('aria-describedby="f-note-description"');
    expect(html).toContain('id="f-note-description">Short</div>');
    expect(html).toContain("(optional)");
  });

  it("names hint and error, in this order, and is invalid", () => {
    const html = formWith((fields) => <TextArea meta={fields.note} label="Note" hint="Short" />, refused({ note: ["Say more"] }));
    expect(tagOf(html, "f-note")).toContain('aria-invalid="true"');
    expect(tagOf(html, "f-note")).toContain('aria-describedby="f-note-description f-note-error"');
    expect(html).toMatch(/id="f-note-error">.*Error: <\/span>Say more/);
  });

  it("keeps what was typed when it is refused", () => {
    const html = formWith((fields) => <MinutesField meta={fields.minutes} label="Length" />, refused({ minutes: ["Enter a whole number"] }, { minutes: "ninety" }));
    expect(tagOf(html, "f-minutes")).toContain('value="ninety"');
  });

  it("ties the error of a file to its input", () => {
    const html = formWith((fields) => <FileField meta={fields.file} label="File" />, refused({ file: ["Choose a file"] }));
    expect(tagOf(html, "f-file")).toContain('aria-describedby="f-file-error"');
  });
});

describe("choices", () => {
  it("stand under a legend that is described by hint and error", () => {
    const html = formWith((fields) => <RadioGroup meta={fields.mode} label="How" hint="One" options={OPTIONS} />, refused({ mode: ["Choose one"] }));
    expect(html).toContain('<fieldset class="field field-wrong" aria-describedby="f-mode-description f-mode-error">');
    expect(html).toContain('<legend class="field-label">How</legend>');
  });

  it("has the first radio under the field's own id, so that the summary's link finds it", () => {
    const html = formWith((fields) => <RadioGroup meta={fields.mode} label="How" options={OPTIONS} />);
    expect(tagOf(html, "f-mode")).toContain('value="a"');
    expect(tagOf(html, "f-mode-b")).toContain("checked");
    expect(html).toContain('<label for="f-mode-b">Bee</label>');
  });

  it("keeps every box ticked that was", () => {
    const html = formWith((fields) => <CheckboxGroup meta={fields.who} label="Who" options={OPTIONS} />);
    expect([...html.matchAll(/checked=""/g)]).toHaveLength(2);
  });

  it("has a drop-down list choose nothing first, or not, as asked", () => {
    expect(formWith((fields) => <SelectField meta={fields.mode} label="How" options={OPTIONS} />)).toContain('<option value="">Choose</option>');
    expect(formWith((fields) => <SelectField meta={fields.mode} label="How" options={OPTIONS} empty={null} />)).not.toContain('value=""');
  });

  it("ties a single box to its label and error", () => {
    const html = formWith((fields) => <CheckboxField meta={fields.sure} label="Sure" />, refused({ sure: ["Tick this"] }));
    expect(tagOf(html, "f-sure")).toContain('aria-describedby="f-sure-error"');
    expect(html).toContain('<label for="f-sure">Sure</label>');
  });
});

describe("choices that are seldom wanted", () => {
  const [aye, bee, other] = OPTIONS.map((option) => [option]);
  const folding = (shown: typeof OPTIONS = [], folded: typeof OPTIONS = []): string =>
    formWith((fields) => <RadioGroup meta={fields.mode} label="How" options={shown} folded={{ summary: "Seldom wanted", options: folded }} />);

  it("are folded away below the others, without JavaScript too", () => {
    const html = folding(bee, other);
    expect(html).toMatch(/value="b".*<details class="disclosure"><summary>.*Seldom wanted.*value="other".*<\/details>/s);
    expect(tagOf(html, "f-mode")).toContain('value="b"');
    expect(tagOf(html, "f-mode-other")).toContain('name="mode"');
  });

  it("are open where one of them is chosen", () => {
    const html = folding(aye, bee);
    expect(html).toContain('<details class="disclosure" open="">');
    expect(tagOf(html, "f-mode-b")).toContain('checked=""');
  });

  it("take the place of the others where there are none, so that an error leads to one", () => {
    expect(tagOf(folding([], bee), "f-mode")).toContain('value="b"');
  });

  it("are not there where there are none", () => {
    expect(folding(bee, [])).not.toContain("<details");
  });
});

describe("a day", () => {
  it("is three labelled inputs, named as the server reads them, the first under the day's own id", () => {
    const html = formWith((fields) => <DayField name="on" fields={fields} label="Day" />);
    expect(tagOf(html, "f-on")).toContain('name="onDay"');
    expect(tagOf(html, "f-on")).toContain('value="3"');
    expect(html).toContain('<label for="f-on">Day</label>');
    expect(html).toContain('name="onMonth"');
    expect(html).toContain('name="onYear"');
  });

  it("shows an error of the whole day once, and each input names it", () => {
    const html = formWith((fields) => <DayField name="on" fields={fields} label="Day" />, refused({ on: ["There is no such day"] }));
    expect([...html.matchAll(/<\/span>There is no such day/g)]).toHaveLength(1);
    expect([...html.matchAll(/aria-invalid="true" aria-describedby="f-on-error"/g)]).toHaveLength(3);
  });

  it("with choices, has one error under its legend, which the inputs name too", () => {
    const html = formWith((fields) => <DayChoiceField name="on" fields={fields} choice={fields.onChoice} label="Day" options={OPTIONS} />, refused({ on: ["There is no such day"] }));
    expect([...html.matchAll(/id="f-onChoice-error"/g)]).toHaveLength(1);
    expect([...html.matchAll(/aria-describedby="f-onChoice-error"/g)]).toHaveLength(4);
  });
});

describe("every id that is named", () => {
  it("exists, in a form refused in all its fields", () => {
    const html = formWith((fields) => (
      <>
        <TextField meta={fields.note} label="Note" hint="h" /><RadioGroup meta={fields.mode} label="How" hint="h" options={OPTIONS} />
        <CheckboxGroup meta={fields.who} label="Who" options={OPTIONS} /><CheckboxField meta={fields.sure} label="Sure" hint="h" />
        <DayChoiceField name="on" fields={fields} choice={fields.onChoice} label="Day" hint="h" options={OPTIONS} />
      </>
    ), refused({ note: ["n"], mode: ["m"], who: ["w"], sure: ["s"], on: ["o"] }));
    const named = [...html.matchAll(/(?:aria-describedby|for)="([^"]+)"|href="#(f-[^"]+)"/g)].flatMap((m) => (m[1] ?? m[2] ?? "").split(" "));
    expect(named.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
    expect(ids).toHaveLength(new Set(ids).size);
  });
});
