import { expect, test } from "vitest";

import { homeFor, navFor } from "./home.ts";
import type { Actor, Role } from "./model.ts";

const holding = (...roles: Role[]): Actor => ({
  personId: "me", name: "Me", today: "2026-03-12", reauthenticatedAt: null,
  grants: roles.map((role) => ({ id: role, personId: "me", programmeId: "p", role, isIndependentReviewer: false, startsOn: "2026-01-01", endsOn: null })),
});

test.each([
  { roles: ["trainee"], home: "/progress", nav: ["progress", "log", "submissions", "waiting", "sign_off", "pathways"] },
  { roles: ["supervisor"], home: "/waiting", nav: ["submissions", "waiting", "sign_off", "trainees", "pathways"] },
  { roles: ["lead"], home: "/waiting", nav: ["waiting", "sign_off", "cohorts", "publication", "pathways", "programme"] },
  { roles: ["administrator"], home: "/people", nav: ["people", "pathways", "programme"] },
  { roles: ["supervisor", "trainee"], home: "/progress", nav: ["progress", "log", "submissions", "waiting", "sign_off", "trainees", "pathways"] },
  { roles: [], home: "/account", nav: [] },
] as const)("$roles starts at $home", ({ roles, home, nav }) => {
  const actor = holding(...roles);
  expect(homeFor(actor)).toBe(home);
  expect(navFor(actor).map((place) => place.key)).toEqual(nav);
});
