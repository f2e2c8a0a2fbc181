import type { Day } from "#app/platform/clock.ts";
import { words } from "#app/words/words.ts";

import { type ConsentFacts, isStanding, type MissingConsent, missingBeforeFilm } from "./consent.ts";
import { type Consent, FILMED_ROLES, type FilmedRole } from "./consent-model.ts";
import type { AgeBand } from "./case-model.ts";

const { roles, numbered, line } = words.consent;

/** What somebody filmed is called on a page: the role, with a number where several have it. */
export function callFilmed(consent: Pick<Consent, "id" | "filmedRole">, all: readonly Pick<Consent, "id" | "filmedRole">[]): string {
  const same = all.filter((one) => one.filmedRole === consent.filmedRole);
  const role = roles[consent.filmedRole];
  return same.length < 2 ? role : numbered(role, same.findIndex((one) => one.id === consent.id) + 1);
}

/** Where consent stands in a case: a sentence, and what is missing for a film, each a sentence. */
export interface CaseConsent {
  readonly text: string;
  readonly missing: readonly string[];
}

type ReadConsent = ConsentFacts & Pick<Consent, "filmedRole" | "recordedAt">;

function sayMissing({ role, because }: MissingConsent): string {
  return line.missing[because](role);
}

function sayWithdrawn(consents: readonly ReadConsent[], standing: ReadonlySet<FilmedRole>): string[] {
  const gone = FILMED_ROLES.filter((role) => !standing.has(role)).map((role) => consents.filter((c) => c.filmedRole === role && !c.voided).at(-1));
  return gone.flatMap((c) => (c?.withdrawnOn ? [line.withdrawn(c.filmedRole, c.withdrawnOn)] : []));
}

/** Consent in a case as its pages say it; `consents` in the order in which they were recorded. */
export function caseConsent(consents: readonly ReadConsent[], ageBand: AgeBand | null, today: Day): CaseConsent {
  const standing = new Set(consents.filter((c) => isStanding(c, today)).map((c) => c.filmedRole));
  const agreed = FILMED_ROLES.filter((role) => standing.has(role));
  const sentences = [...(agreed.length === 0 ? [] : [line.agreed(agreed)]), ...sayWithdrawn(consents, standing)];
  const missing = missingBeforeFilm(consents, ageBand, today);
  const isChildUnclear = ageBand === null && missing.some(({ role, because }) => role === "child" && because === "nobody_recorded");
  return { text: sentences.length === 0 ? line.none : sentences.join(" "), missing: [...missing.map(sayMissing), ...(isChildUnclear ? [line.noChild] : [])] };
}
