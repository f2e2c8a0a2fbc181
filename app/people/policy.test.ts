import { expect, test } from "vitest";

import type { Actor, Role } from "./model.ts";
import { type Action, ACTIONS, can, type Subject } from "./policy.ts";

/**
 * Who asks, from where: "own" acts on their own record, "other" on a stranger's in the same programme, "present" supervises
 * the trainee today, "past" did once (so is not among the present ones), "named" stands in the entry, "asked" is to decide on
 * the stage, "asked past" too but supervised the trainee once, "elsewhere" holds the role in another programme and is asked.
 */
const RELATIONS = ["own", "other", "present", "past", "named", "asked", "asked past", "elsewhere"] as const;
type Relation = (typeof RELATIONS)[number];
/** A reviewer is a supervisor with the capability to decide independently. */
const ROWS = ["trainee", "supervisor", "reviewer", "lead", "administrator"] as const;
type Row = (typeof ROWS)[number];
type Cell = `${Row} ${Relation}`;

const PROGRAMME = "programme";
const TRAINEE = "trainee";

function actorOf(row: Row | "nobody", relation: Relation): Actor {
  const personId = relation === "own" ? TRAINEE : "me";
  const programmeId = relation === "elsewhere" ? "another" : PROGRAMME;
  const role: Role | "nobody" = row === "reviewer" ? "supervisor" : row;
  const grants = role === "nobody" ? [] : [{ id: "g", personId, programmeId, role, isIndependentReviewer: row === "reviewer", startsOn: "2026-01-01", endsOn: null }];
  return { personId, name: "Me", today: "2026-03-12", reauthenticatedAt: null, grants };
}

function subjectOf(actor: Actor, relation: Relation): Subject {
  const at = (...relations: readonly Relation[]): string => (relations.includes(relation) ? actor.personId : "somebody");
  return {
    traineeId: TRAINEE, programmeId: PROGRAMME, personId: TRAINEE, supervisorIds: ["somebody", at("present")],
    readerId: "somebody", fellowIds: [],
    entrySupervisorId: at("named"), attendeeIds: [at("named")],
    reviewerId: at("own", "asked", "asked past", "elsewhere"), hasEverSupervised: ["present", "past", "asked past"].includes(relation),
  };
}

const cross = (rows: readonly Row[], relations: readonly Relation[]): Cell[] => rows.flatMap((row) => relations.map((relation): Cell => `${row} ${relation}`));
const SUPERVISORS = ["supervisor", "reviewer"] as const;
const EVERY_RELATION_HERE = RELATIONS.filter((relation) => relation !== "elsewhere");
const NOT_OWN_HERE = EVERY_RELATION_HERE.filter((relation) => relation !== "own");

const OWN = cross(ROWS, ["own"]);
const OWN_TRAINEE = cross(["trainee"], ["own"]);
const PRESENT = cross(SUPERVISORS, ["present"]);
const LEAD = cross(["lead"], NOT_OWN_HERE);

/** Every cell that says yes; all others say no. */
const YES: Readonly<Record<Action, readonly Cell[]>> = {
  "logbook.write": OWN_TRAINEE,
  "supervision.decide": cross(SUPERVISORS, ["named"]),
  "peer_supervision.decide": [...cross(ROWS, ["named"]), ...PRESENT],
  "training.decide": LEAD,
  "recognised.write": LEAD,
  "external_supervisor.verify": [...LEAD, "lead elsewhere"],
  "people.manage": cross(["administrator"], EVERY_RELATION_HERE),
  "consent.write": OWN_TRAINEE,
  "consent.withdraw": OWN,
  "clip.upload": OWN_TRAINEE,
  "clip.erase": OWN,
  "submission.write": OWN_TRAINEE,
  "review.write": PRESENT,
  "review.reply": [...OWN, ...PRESENT],
  "skills.write": [...OWN, ...PRESENT],
  "sign_off.ask": OWN_TRAINEE,
  "sign_off.sign": PRESENT,
  "sign_off.decide": ["reviewer asked"],
  "reviewer.assign": LEAD,
  "stage.reopen": LEAD,
  "entry.void_locked": [...PRESENT, ...LEAD],
  "entry.question_locked": [...PRESENT, ...LEAD],
  "cohort.read": cross(["lead"], EVERY_RELATION_HERE),
  "programme.set": cross(["lead", "administrator"], EVERY_RELATION_HERE),
  "working_time.set": cross(["lead", "administrator"], NOT_OWN_HERE),
  "reflection.write": OWN_TRAINEE,
  "reflection.share": OWN_TRAINEE,
  "reflection.withdraw": OWN,
  "record.take_along": OWN,
};

const cells = ACTIONS.flatMap((action) => [...ROWS, "nobody" as const].flatMap((row) => RELATIONS.map((relation) => ({ action, row, relation }))));

test.each(cells)("$action, $row, $relation", ({ action, row, relation }) => {
  const actor = actorOf(row, relation);
  const expected = row !== "nobody" && YES[action].includes(`${row} ${relation}`);
  expect(can(actor, action, subjectOf(actor, relation))).toBe(expected);
});

test("a subject that tells nothing is refused everything", () => {
  for (const row of ROWS) {
    expect(ACTIONS.filter((action) => can(actorOf(row, "other"), action, {}))).toEqual([]);
  }
});

test.each([
  { why: "a present supervisor", readerId: "supervisor", expected: true },
  { why: "a fellow trainee", readerId: "fellow", expected: true },
  { why: "anybody else: a lead, an administrator, somebody who supervised once", readerId: "another", expected: false },
  { why: "oneself", readerId: TRAINEE, expected: false },
  { why: "nobody named", readerId: undefined, expected: false },
])("a reflection is shared with $why: $expected", ({ readerId, expected }) => {
  const subject = { traineeId: TRAINEE, programmeId: PROGRAMME, supervisorIds: ["supervisor", TRAINEE], fellowIds: ["fellow"] };
  expect(can(actorOf("trainee", "own"), "reflection.share", readerId === undefined ? subject : { ...subject, readerId })).toBe(expected);
});

test("nobody decides on their own evidence, even as the supervisor, attendee, reviewer and lead named in it", () => {
  const actor = { ...actorOf("trainee", "own"), grants: ROWS.flatMap((row) => actorOf(row, "own").grants) };
  const subject = {
    traineeId: TRAINEE, programmeId: PROGRAMME, supervisorIds: [TRAINEE], entrySupervisorId: TRAINEE, attendeeIds: [TRAINEE], personId: TRAINEE,
    reviewerId: TRAINEE, hasEverSupervised: false,
  };
  const decisions = [
    "supervision.decide", "peer_supervision.decide", "training.decide", "recognised.write", "external_supervisor.verify",
    "review.write", "sign_off.sign", "sign_off.decide", "reviewer.assign", "stage.reopen", "entry.void_locked", "entry.question_locked",
  ] as const;
  for (const action of decisions) expect([action, can(actor, action, subject)]).toEqual([action, false]);
});

test("whoever is asked to decide is refused while it is not known that they never supervised the trainee", () => {
  const actor = actorOf("reviewer", "asked");
  const { hasEverSupervised, ...untold } = subjectOf(actor, "asked");
  expect(can(actor, "sign_off.decide", { ...untold, hasEverSupervised: hasEverSupervised ?? true })).toBe(true);
  expect(can(actor, "sign_off.decide", untold)).toBe(false);
});
