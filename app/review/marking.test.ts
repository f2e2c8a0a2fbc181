import { expect, test } from "vitest";

import { type MarkedTimes, markedTimes, type MarkingAct } from "./marking.ts";

const NOTHING = { startsMs: null, endsMs: null };

test.each<readonly [string, MarkingAct, MarkedTimes, MarkedTimes]>([
  ["one press marks a single moment", "now", NOTHING, { startsMs: 5000, endsMs: null }],
  ["a press drops the stretch that stood", "now", { startsMs: 1000, endsMs: 2000 }, { startsMs: 5000, endsMs: null }],
  ["a start drops the stretch that stood", "start", { startsMs: 1000, endsMs: 9000 }, { startsMs: 5000, endsMs: null }],
  ["an end after its start", "end", { startsMs: 1000, endsMs: null }, { startsMs: 1000, endsMs: 5000 }],
  ["an end before its start changes places with it", "end", { startsMs: 9000, endsMs: null }, { startsMs: 5000, endsMs: 9000 }],
  ["an end without a start is a single moment", "end", NOTHING, { startsMs: 5000, endsMs: null }],
  ["an end at its start is a single moment", "end", { startsMs: 5000, endsMs: null }, { startsMs: 5000, endsMs: null }],
])("%s", (_, act, before, after) => {
  expect(markedTimes(act, 5000, before)).toEqual(after);
});
