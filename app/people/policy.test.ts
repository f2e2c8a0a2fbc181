import { expect, test } from "vitest";

import type { Actor, Role } from "./model.ts";
import { type Action, ACTIONS, can, type Subject } from "./policy.ts";

/**
 * Who asks, from where: "own" acts on their own record, "other" on a stranger's in the same programme, "present" supervises
 * the trainee today, "past" did once (so is not among the present ones), "elsewhere" holds the role in another programme.
 */
type Relation = "own" | "other" | "present" | "past" | "named" | "elsewhere";

const PROGRAMME = "programme";
const TRAINEE = "trainee";

function actorOf(role: Role | "nobody", relation: Relation): Actor {
  const personId = relation === "own" ? TRAINEE : "me";
  const programmeId = relation === "elsewhere" ? "another" : PROGRAMME;
  const grants = role === "nobody" ? [] : [{ id: "g", personId, programmeId, role, isIndependentReviewer: false, startsOn: "2026-01-01", endsOn: null }];
  return { personId, name: "Me", today: "2026-03-12", reauthenticatedAt: null, grants };
}

function subjectOf(action: Action, actor: Actor, relation: Relation): Subject {
  const base = { traineeId: TRAINEE, programmeId: PROGRAMME, supervisorIds: relation === "present" ? ["somebody", actor.personId] : ["somebody"] };
  if (relation !== "named") return { ...base, personId: TRAINEE, entrySupervisorId: "somebody", attendeeIds: ["somebody"] };
  return { ...base, personId: TRAINEE, entrySupervisorId: actor.personId, attendeeIds: [actor.personId] };
}

/** Every cell that says yes; all others say no. */
const YES: Readonly<Record<Action, readonly `${Role} ${Relation}`[]>> = {
  "logbook.write": ["trainee own"],
  "supervision.decide": ["supervisor named"],
  "peer_supervision.decide": ["trainee named", "supervisor named", "lead named", "administrator named", "supervisor present"],
  "training.decide": ["lead other", "lead present", "lead past", "lead named"],
  "external_supervisor.verify": ["lead other", "lead present", "lead past", "lead named", "lead elsewhere"],
  "people.manage": ["administrator own", "administrator other", "administrator present", "administrator past", "administrator named"],
};

const cells = ACTIONS.flatMap((action) => (["trainee", "supervisor", "lead", "administrator", "nobody"] as const).flatMap((role) =>
  (["own", "other", "present", "past", "named", "elsewhere"] as const).map((relation) => ({ action, role, relation }))));

test.each(cells)("$action, $role, $relation", ({ action, role, relation }) => {
  const actor = actorOf(role, relation);
  const expected = role !== "nobody" && YES[action].includes(`${role} ${relation}`);
  expect(can(actor, action, subjectOf(action, actor, relation))).toBe(expected);
});

test("a subject that tells nothing is refused everything", () => {
  for (const role of ["trainee", "supervisor", "lead", "administrator"] as const) {
    expect(ACTIONS.filter((action) => can(actorOf(role, "other"), action, {}))).toEqual([]);
  }
});

test("nobody decides their own entry, even as the supervisor, attendee and lead named in it", () => {
  const roles = (["supervisor", "lead", "trainee", "administrator"] as const).flatMap((role) => actorOf(role, "own").grants);
  const actor = { ...actorOf("trainee", "own"), grants: roles };
  const subject = { traineeId: TRAINEE, programmeId: PROGRAMME, supervisorIds: [TRAINEE], entrySupervisorId: TRAINEE, attendeeIds: [TRAINEE], personId: TRAINEE };
  const decisions = ["supervision.decide", "peer_supervision.decide", "training.decide", "external_supervisor.verify"] as const;
  for (const action of decisions) expect(can(actor, action, subject)).toBe(false);
});
