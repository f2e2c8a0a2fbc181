import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { closedBecause, isOpen, notAgainBecause, step, SUBMISSION_ACTS, SUBMISSION_STATES, type SubmissionAct, type SubmissionState } from "./states.ts";

const TO = { withdraw: "withdrawn", return: "returned", send_feedback: "reviewed" } as const;
const BECAUSE = { reviewed: "reviewed_meanwhile", returned: "returned_meanwhile", withdrawn: "withdrawn_meanwhile" } as const;

describe("every state and every act", () => {
  const cells = SUBMISSION_STATES.flatMap((state) => SUBMISSION_ACTS.map((act) => [state, act] as const));
  test.each(cells)("%s, %s", (state, act) => {
    expect(step(state, act)).toEqual(state === "sent" ? { ok: true, value: TO[act] } : { ok: false, code: BECAUSE[state] });
  });
});

test.each<readonly [SubmissionState | undefined, string | undefined, string]>([
  [undefined, undefined, "never submitted"], ["sent", "submission_waits", "one waits already"], ["returned", undefined, "returned with a question: the next attempt answers it"],
  ["withdrawn", undefined, "withdrawn: submitted again when it is ready"], ["reviewed", "reviewed_already", "reviewed: it is done"],
])("after %s a cycle can be submitted again unless %s (%s)", (last, because) => {
  expect(notAgainBecause(last)).toBe(because);
});

test("whatever is done in whatever order, a submission ends once and stays as it ended", () => {
  fc.assert(fc.property(fc.array(fc.constantFrom<SubmissionAct>(...SUBMISSION_ACTS), { minLength: 1, maxLength: 8 }), (acts) => {
    let state: SubmissionState = "sent";
    const won: SubmissionAct[] = [];
    for (const act of acts) {
      const moved = step(state, act);
      if (moved.ok) won.push(act);
      state = moved.ok ? moved.value : state;
    }
    expect(won).toEqual([acts[0]]);
    expect([isOpen(state), closedBecause(state) === undefined]).toEqual([false, false]);
  }));
});
