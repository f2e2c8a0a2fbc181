import { expect, test } from "vitest";

import { renderMarkup } from "#tests/support/render.tsx";

import type { Moment } from "./model.ts";
import { ReadingList } from "./moment-list.tsx";

const moment = (over: Partial<Moment>): Moment => ({
  id: "m", submissionId: "s", authorId: "p", version: 1, voided: false, markedAt: "2026-11-21T12:00:00.000Z",
  kind: "attuned_moment", layer: "practitioner_client", startsMs: null, endsMs: null, principle: "receiving", sharing: "shared", note: null, ...over,
});

test("what was shared is read with its strengths first, each part in the film's order, whatever comes earlier in the film", () => {
  const inFilm = [
    moment({ id: "a", kind: "note", startsMs: 1000, note: "A first note." }), moment({ id: "b", startsMs: 2000, note: "You wait." }),
    moment({ id: "c", kind: "note", startsMs: 3000, note: "Another note." }), moment({ id: "d", startsMs: 4000, note: "She looks up." }),
  ];
  const html = renderMarkup(<ReadingList moments={inFilm} names={{ p: "Flora Duthie" }} film={undefined} answersTo={() => null} />);
  const said = ["You wait.", "She looks up.", "A first note.", "Another note."];
  expect([...said].sort((a, b) => html.indexOf(a) - html.indexOf(b))).toEqual(said);
  expect(said.every((text) => html.includes(text))).toBe(true);
});
