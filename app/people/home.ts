import { paths } from "#app/ui/paths.ts";

import { type Actor, hasRole, type Role } from "./model.ts";

/** A place in the main navigation; its label stands in the word catalogue under the same key. */
export interface NavItem {
  readonly key: "progress" | "log" | "submissions" | "waiting" | "sign_off" | "trainees" | "cohorts" | "publication" | "people" | "pathways" | "programme";
  readonly to: string;
}

/** Everywhere the main navigation can lead, in its order, and for whom. */
const PLACES: readonly (NavItem & { readonly roles: readonly Role[] })[] = [
  { key: "progress", to: paths.progress(), roles: ["trainee"] },
  { key: "log", to: paths.log(), roles: ["trainee"] },
  { key: "submissions", to: paths.submissions(), roles: ["trainee", "supervisor"] },
  { key: "waiting", to: paths.waiting(), roles: ["trainee", "supervisor", "lead"] },
  { key: "sign_off", to: paths.signOff(), roles: ["trainee", "supervisor", "lead"] },
  { key: "trainees", to: paths.trainees(), roles: ["supervisor"] },
  { key: "cohorts", to: paths.cohorts(), roles: ["lead"] },
  { key: "publication", to: paths.publication(), roles: ["lead"] },
  { key: "people", to: paths.people(), roles: ["administrator"] },
  { key: "pathways", to: paths.pathways(), roles: ["trainee", "supervisor", "lead", "administrator"] },
  { key: "programme", to: paths.programme(), roles: ["lead", "administrator"] },
];

const HOMES: readonly (readonly [Role, string])[] = [
  ["trainee", paths.progress()], ["supervisor", paths.waiting()], ["lead", paths.waiting()], ["administrator", paths.people()],
];

/** Where this person's work starts: the home of the first of their roles in the order above. */
export function homeFor(actor: Actor): string {
  return HOMES.find(([role]) => hasRole(actor, role))?.[1] ?? paths.account();
}

/** The places of the main navigation for somebody's roles, each once. */
export function navFor(actor: Actor): readonly NavItem[] {
  return PLACES.filter((place) => place.roles.some((role) => hasRole(actor, role))).map(({ key, to }) => ({ key, to }));
}
