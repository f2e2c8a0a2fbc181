import { consentFor, type ConsentFacts, isStanding } from "#app/logbook/consent.ts";
import { type Purpose, PURPOSES } from "#app/logbook/consent-model.ts";
import type { Day } from "#app/platform/clock.ts";

import type { Leaving } from "./retention.ts";

/** What is said beside a film that is kept. */
export interface Keeping {
  /** What everybody filmed agreed to; null where somebody's consent does not stand. */
  readonly agreedTo: readonly Purpose[] | null;
  readonly leaving: Leaving;
}

/** What everybody filmed agreed to, in the order of `PURPOSES`; null where somebody's consent does not stand, or nobody's is recorded. */
export function agreedPurposes(consents: readonly ConsentFacts[], today: Day): readonly Purpose[] | null {
  if (consents.length === 0 || !consents.every((consent) => isStanding(consent, today))) return null;
  return PURPOSES.filter((purpose) => consentFor(consents, purpose, null, today).ok);
}
