import { expect, test } from "vitest";

import { type Notice, NOTICE_KINDS } from "#app/notices/model.ts";

import { noticeLine, type NoticeReader } from "./notice-view.ts";

const NAMES = new Map([["trainee", "Ailsa"], ["supervisor", "Agnieszka"]]);
const NOBODY: ReadonlySet<string> = new Set();
const reader = (personId: string, over: Partial<NoticeReader> = {}): NoticeReader => ({ personId, names: NAMES, visible: new Set([personId]), asked: NOBODY, led: NOBODY, reflections: NOBODY, ...over });
const TRAINEE: ReadonlySet<string> = new Set(["trainee"]);
const [OWN, SUPERVISOR, LEAD, REVIEWER, FORMER] = [reader("trainee"), reader("supervisor", { visible: TRAINEE }), reader("lead", { led: TRAINEE }), reader("reviewer", { asked: TRAINEE }), reader("former")];

function notice(over: Partial<Notice> = {}): Notice {
  return {
    id: "n", kind: "submission_sent", actorId: "supervisor", traineeId: "trainee", at: "2026-03-12T10:00:00.000Z", seenAt: null,
    subjects: { submission: "s1", request: "r1", clip: "c1", entry: "e1", stage: "2", client: "C-45B2", reflection: "f1" }, ...over,
  };
}

test.each([
  { kind: "submission_sent", who: SUPERVISOR, actorId: "trainee", sentence: "Ailsa sent you a shared review.", to: "/submissions/s1" },
  { kind: "feedback_sent", who: OWN, actorId: "supervisor", sentence: "Agnieszka sent you feedback on your shared review.", to: "/submissions/s1" },
  { kind: "sign_off_asked", who: SUPERVISOR, actorId: "trainee", sentence: "Ailsa asks for stage 2 to be signed off.", to: "/sign-off/r1" },
  { kind: "sign_off_signed", who: OWN, actorId: "supervisor", sentence: "Agnieszka signed off your stage 2.", to: "/sign-off/r1" },
  { kind: "sign_off_withdrawn", who: LEAD, actorId: "trainee", sentence: "Ailsa took the request to sign off stage 2 back.", to: "/cohorts/trainee" },
  { kind: "sign_off_recommended", who: LEAD, actorId: "supervisor", sentence: "Agnieszka recommends stage 2 of Ailsa.", to: "/sign-off/r1/reviewer" },
  { kind: "sign_off_recommended", who: REVIEWER, actorId: "supervisor", sentence: "Agnieszka recommends stage 2 of Ailsa.", to: "/sign-off/r1" },
  { kind: "sign_off_asked", who: FORMER, actorId: "trainee", sentence: "Ailsa asks for stage 2 to be signed off.", to: null },
  { kind: "accredited", who: LEAD, actorId: "supervisor", sentence: "Ailsa is accredited. Agnieszka decided it.", to: "/cohorts/trainee" },
  { kind: "submission_sent", who: REVIEWER, actorId: "trainee", sentence: "Ailsa sent you a shared review.", to: null },
  { kind: "clip_erased", who: OWN, actorId: null, sentence: "A film of yours is deleted.", to: "/clips/c1/receipt" },
  { kind: "consent_withdrawn", who: SUPERVISOR, actorId: "trainee", sentence: "Consent for a film from Ailsa was withdrawn, and the film is deleted.", to: "/clips/c1/receipt" },
  { kind: "stage_reopened", who: OWN, actorId: "lead", sentence: "Somebody reopened your stage 2.", to: "/progress" },
  { kind: "stage_reopened", who: SUPERVISOR, actorId: null, sentence: "The portal reopened stage 2 of Ailsa.", to: "/trainees/trainee" },
  { kind: "entry_voided_after_lock", who: OWN, actorId: "supervisor", sentence: "Agnieszka voided an entry of yours that belongs to stage 2, which is signed.", to: "/log/entries/e1" },
  { kind: "entry_questioned_after_lock", who: OWN, actorId: "supervisor", sentence: "Agnieszka asked about an entry of yours that belongs to stage 2, which is signed.", to: "/log/entries/e1" },
  { kind: "skills_record_filled_in", who: SUPERVISOR, actorId: "trainee", sentence: "Ailsa filled in their own skills record for stage 2.", to: "/skills/trainee/2" },
  { kind: "reflection_shared", who: reader("fellow", { reflections: new Set(["f1"]) }), actorId: "trainee", sentence: "Ailsa shares a reflection with you.", to: "/log/reflections/f1" },
  { kind: "reflection_shared", who: SUPERVISOR, actorId: "trainee", sentence: "Ailsa shares a reflection with you.", to: "/trainees/trainee" },
  { kind: "reflection_shared", who: FORMER, actorId: "trainee", sentence: "Ailsa shares a reflection with you.", to: null },
  { kind: "skills_record_filled_in", who: OWN, actorId: "supervisor", sentence: "Agnieszka filled in your skills record for stage 2.", to: "/skills/trainee/2" },
] as const)("$kind: $sentence", ({ kind, who, actorId, sentence, to }) => {
  expect(noticeLine(notice({ kind, actorId }), who)).toEqual({ id: "n", sentence, to, at: "2026-03-12T10:00:00.000Z" });
});

test.each(NOTICE_KINDS)("%s: every reader gets a sentence without a client's code, and whoever does not see the record no way into it", (kind) => {
  for (const who of [OWN, SUPERVISOR, LEAD, REVIEWER, FORMER]) {
    const { sentence, to } = noticeLine(notice({ kind }), who);
    expect(sentence).toMatch(/^[A-Z].*\.$|”, and what is still to be done\.$/);
    expect(sentence + String(to)).not.toContain("C-45B2");
    expect(sentence).not.toContain("undefined");
  }
  expect(["/cohorts/trainee", "/sign-off/r1/reviewer"]).toContain(noticeLine(notice({ kind }), LEAD).to);
  expect([null, "/sign-off/r1"]).toContain(noticeLine(notice({ kind }), REVIEWER).to);
  expect(noticeLine(notice({ kind }), FORMER).to).toBeNull();
});

test("what names no thing leads to the record, and what is about nobody leads nowhere", () => {
  expect(noticeLine(notice({ subjects: {} }), OWN)).toMatchObject({ to: "/progress" });
  expect(noticeLine(notice({ subjects: {}, kind: "sign_off_signed" }), SUPERVISOR)).toMatchObject({ sentence: "Agnieszka signed off a stage of Ailsa.", to: "/trainees/trainee" });
  expect(noticeLine(notice({ traineeId: null }), LEAD).to).toBeNull();
});
