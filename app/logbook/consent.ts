import type { Day } from "#app/platform/clock.ts";

import { type Consent, type FilmedRole, type Purpose } from "./consent-model.ts";
import type { AgeBand } from "./case-model.ts";

/** Why one person's consent does not carry a film, the gravest first: of several, the first is said. */
const PROBLEMS = ["withdrawn", "voided", "not_yet_given", "not_for_purpose"] as const;
export type ConsentProblem = (typeof PROBLEMS)[number];

/** What the rule reads of a consent. */
export type ConsentFacts = Pick<Consent, "id" | "givenOn" | "purposes" | "withdrawnOn" | "voided">;

/** A film older than the consent: asked about once when it is submitted, no reason to refuse it at play. */
export interface ConsentQuestion {
  readonly because: "given_after_film";
  readonly consentId: string;
}

/** Whether a film may be shown for a purpose, and if not, because of which consent. */
export type ConsentVerdict =
  | { readonly ok: true; readonly questions: readonly ConsentQuestion[] }
  | { readonly ok: false; readonly because: ConsentProblem | "nobody_recorded"; readonly consentId: string | null };

function problemOf(consent: ConsentFacts, purpose: Purpose, today: Day): ConsentProblem | undefined {
  const holds: Readonly<Record<ConsentProblem, boolean>> = {
    withdrawn: consent.withdrawnOn !== null,
    voided: consent.voided,
    not_yet_given: consent.givenOn > today,
    not_for_purpose: !consent.purposes.includes(purpose),
  };
  return PROBLEMS.find((problem) => holds[problem]);
}

/**
 * Whether those filmed agreed to this purpose: `consents` are those of everybody who can be seen or heard, and every one of
 * them has to stand (docs/field.md, "Consent"). A withdrawal holds from the moment it is recorded, whatever day it names.
 * `filmedOn` is null where nobody knows the day; nothing is questioned then.
 */
export function consentFor(consents: readonly ConsentFacts[], purpose: Purpose, filmedOn: Day | null, today: Day): ConsentVerdict {
  if (consents.length === 0) return { ok: false, because: "nobody_recorded", consentId: null };
  const inOrder = [...consents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const problems = inOrder.map((consent) => ({ because: problemOf(consent, purpose, today), consentId: consent.id }));
  for (const because of PROBLEMS) {
    const found = problems.find((problem) => problem.because === because);
    if (found) return { ok: false, because, consentId: found.consentId };
  }
  const late = inOrder.filter((consent) => filmedOn !== null && filmedOn < consent.givenOn);
  return { ok: true, questions: late.map((consent) => ({ because: "given_after_film", consentId: consent.id })) };
}

/** True for a consent that stands: given, neither withdrawn nor voided, whatever it is for. */
export function isStanding(consent: ConsentFacts, today: Day): boolean {
  return !consent.voided && consent.withdrawnOn === null && consent.givenOn <= today;
}

/** What keeps a film of a case from being submitted: whose consent, and why it does not carry one. */
export interface MissingConsent {
  readonly role: FilmedRole;
  readonly because: ConsentProblem | "nobody_recorded";
}

function rolesExpected(ageBand: AgeBand | null): readonly FilmedRole[] {
  return ageBand === "adult" || ageBand === "pre_birth" ? ["client"] : ["client", "child"];
}

/**
 * What is missing in a case before a film can be submitted to the own supervisor: of the adult helped, and of the child unless
 * the age says that no child is in the film. Others who are filmed are asked about with the film. Empty where nothing is missing.
 */
export function missingBeforeFilm(
  consents: readonly (ConsentFacts & Pick<Consent, "filmedRole" | "recordedAt">)[], ageBand: AgeBand | null, today: Day,
): readonly MissingConsent[] {
  return rolesExpected(ageBand).flatMap((role): MissingConsent[] => {
    const own = consents.filter((consent) => consent.filmedRole === role && !consent.voided).sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
    const verdicts = own.map((consent) => consentFor([consent], "own_supervisor", null, today));
    if (verdicts.some((verdict) => verdict.ok)) return [];
    const [latest] = verdicts;
    return [{ role, because: latest?.ok === false ? latest.because : "nobody_recorded" }];
  });
}
