import { describe, expect, test } from "vitest";

import type { ConsentFacts } from "#app/logbook/consent.ts";
import type { Actor, Role } from "#app/people/model.ts";

import { mayWatch, type WatchFacts } from "./may-watch.ts";
import type { ClipGrant, ClipPurpose } from "./model.ts";

const NOW = "2026-11-21T12:00:00.000Z";
const [EARLIER, LATER] = ["2026-11-20T12:00:00.000Z", "2026-11-22T12:00:00.000Z"];

function actor(personId: string, roles: readonly Role[], isIndependentReviewer = false): Actor {
  const grants = roles.map((role) => ({ id: role, personId, programmeId: "p", role, isIndependentReviewer: isIndependentReviewer && role === "supervisor", startsOn: "2020-01-01", endsOn: null }));
  return { personId, name: personId, grants, today: "2026-11-21", reauthenticatedAt: null };
}

const consent = (over: Partial<ConsentFacts> = {}): ConsentFacts =>
  ({ id: "c1", givenOn: "2026-01-01", purposes: ["own_supervisor", "peers", "independent_reviewer"], withdrawnOn: null, voided: false, ...over });

const grant = (purpose: ClipPurpose, over: Partial<ClipGrant> = {}): ClipGrant =>
  ({ id: "g", clipId: "clip", personId: purpose === "own_supervisor" ? null : purpose, purpose, startsAt: EARLIER, endsAt: null, version: 1, ...over });

const facts = (over: Partial<WatchFacts>): WatchFacts =>
  ({ actor: actor("owner", ["trainee"]), ownerId: "owner", isPresentSupervisor: false, hasEverSupervised: false, grants: [], consents: [consent()], isErased: false, ...over });

const supervising = { actor: actor("sup", ["supervisor"]), isPresentSupervisor: true, grants: [grant("own_supervisor")] };
const peer = { actor: actor("peers", ["trainee"]), grants: [grant("peers")] };
const reviewer = { actor: actor("independent_reviewer", ["supervisor"], true), grants: [grant("independent_reviewer")] };

function said(over: Partial<WatchFacts>): string {
  const verdict = mayWatch(facts(over), NOW);
  return verdict.ok ? verdict.purpose : verdict.because;
}

describe("who may watch, all consents standing", () => {
  test.each<[string, Partial<WatchFacts>, string]>([
    ["the owner, submitted or not", {}, "own"],
    ["the present supervisor of a submitted clip", supervising, "own_supervisor"],
    ["the present supervisor of one that was not submitted", { ...supervising, grants: [] }, "no_grant"],
    ["a supervisor whose relation ended this morning", { ...supervising, isPresentSupervisor: false }, "no_grant"],
    ["another supervisor", { ...supervising, actor: actor("other", ["supervisor"]), isPresentSupervisor: false }, "no_grant"],
    ["a peer by name", peer, "peers"],
    ["a peer who is not named", { ...peer, actor: actor("other", ["trainee"]) }, "no_grant"],
    ["a named peer who is a trainee no longer", { ...peer, actor: actor("peers", ["administrator"]) }, "no_grant"],
    ["the assigned reviewer", reviewer, "independent_reviewer"],
    ["an assigned reviewer who supervised the trainee once", { ...reviewer, hasEverSupervised: true }, "no_grant"],
    ["a reviewer who is not named", { ...reviewer, actor: actor("other", ["supervisor"], true) }, "no_grant"],
    ["a named reviewer who may review no longer", { ...reviewer, actor: actor("independent_reviewer", ["supervisor"]) }, "no_grant"],
    ["a lead, even one that a grant names", { actor: actor("peers", ["lead"]), grants: [grant("peers")] }, "no_grant"],
    ["an administrator, even one that a grant names", { actor: actor("independent_reviewer", ["administrator"]), grants: [grant("independent_reviewer")] }, "no_grant"],
    ["an owner without any role left", { actor: actor("owner", []) }, "no_grant"],
  ])("%s: %s", (_, over, wanted) => { expect(said(over)).toBe(wanted); });
});

describe("until when", () => {
  test.each([
    ["a grant that begins now", { startsAt: NOW }, "own_supervisor"],
    ["one that begins later", { startsAt: LATER }, "no_grant"],
    ["one that ended earlier", { endsAt: EARLIER }, "no_grant"],
    ["one that ends at this very instant", { endsAt: NOW }, "no_grant"],
    ["one that ends later", { endsAt: LATER }, "own_supervisor"],
  ])("%s", (_, over, wanted) => { expect(said({ ...supervising, grants: [grant("own_supervisor", over)] })).toBe(wanted); });
});

describe("consent, of everybody filmed", () => {
  const people: [string, Partial<WatchFacts>, ClipPurpose | null][] = [["owner", {}, null], ["supervisor", supervising, "own_supervisor"], ["peer", peer, "peers"], ["reviewer", reviewer, "independent_reviewer"]];
  for (const [who, over, purpose] of people) {
    const saidWith = (...consents: ConsentFacts[]): string => said({ ...over, consents });
    test(`${who}: nobody's is recorded`, () => { expect(saidWith()).toBe("nobody_recorded"); });
    test(`${who}: one of two is withdrawn`, () => { expect(saidWith(consent(), consent({ id: "c2", withdrawnOn: "2026-11-21" }))).toBe("withdrawn"); });
    test(`${who}: one is withdrawn as of tomorrow, which is now`, () => { expect(saidWith(consent({ withdrawnOn: "2026-11-22" }))).toBe("withdrawn"); });
    test(`${who}: one was recorded by mistake`, () => { expect(saidWith(consent({ voided: true }))).toBe("voided"); });
    test(`${who}: one begins tomorrow`, () => { expect(saidWith(consent({ givenOn: "2026-11-22" }))).toBe("not_yet_given"); });
    test(`${who}: one is for nothing that concerns them`, () => {
      const others = consent().purposes.filter((p) => p !== purpose);
      expect(saidWith(consent(), consent({ id: "c2", purposes: purpose === null ? [] : others }))).toBe(purpose === null ? "own" : "not_for_purpose");
    });
  }

  test("a second grant helps where the first one's purpose was not agreed to", () => {
    const grants = [grant("independent_reviewer", { personId: "sup" }), grant("own_supervisor")];
    const both = { ...supervising, actor: actor("sup", ["supervisor"], true), grants };
    expect(said({ ...both, consents: [consent({ purposes: ["own_supervisor"] })] })).toBe("own_supervisor");
  });
});

test("what is to be erased is hidden from everybody at once, and a stranger does not learn that it was there", () => {
  expect([said({ isErased: true }), said({ ...supervising, isErased: true }), said({ isErased: true, actor: actor("other", ["trainee"]) })]).toEqual(["erased", "erased", "no_grant"]);
});
