import { consentFor, type ConsentFacts, type ConsentProblem } from "#app/logbook/consent.ts";
import { type Actor, hasRole } from "#app/people/model.ts";
import type { Instant } from "#app/platform/clock.ts";

import type { ClipGrant, ClipPurpose } from "./model.ts";

/** What is known of the clip and of whoever asks, read afresh at every range. */
export interface WatchFacts {
  readonly actor: Actor;
  readonly ownerId: string;
  /** True where the actor is assigned to the owner and holds a supervisor's grant today. */
  readonly isPresentSupervisor: boolean;
  /** What keeps somebody from watching as an independent reviewer, whoever asked them. */
  readonly hasEverSupervised: boolean;
  readonly grants: readonly ClipGrant[];
  /** Those of everybody who can be seen or heard. */
  readonly consents: readonly ConsentFacts[];
  /** True from the moment that erasing was asked for. */
  readonly isErased: boolean;
}

export type WatchRefusal = "no_grant" | "erased" | "nobody_recorded" | ConsentProblem;

export type WatchVerdict =
  | { readonly ok: true; readonly purpose: "own" | ClipPurpose }
  | { readonly ok: false; readonly because: WatchRefusal };

const HOLDS: Readonly<Record<ClipPurpose, (facts: WatchFacts) => boolean>> = {
  own_supervisor: (facts) => facts.isPresentSupervisor,
  peers: ({ actor, ownerId }) => actor.personId !== ownerId && hasRole(actor, "trainee"),
  independent_reviewer: ({ actor, ownerId, hasEverSupervised }) =>
    actor.personId !== ownerId && !hasEverSupervised && actor.grants.some((g) => g.role === "supervisor" && g.isIndependentReviewer),
};

function isInForce(grant: ClipGrant, now: Instant): boolean {
  return grant.startsAt <= now && (grant.endsAt === null || now < grant.endsAt);
}

function isFor(grant: ClipGrant, facts: WatchFacts): boolean {
  const isNamed = grant.personId === facts.actor.personId || (grant.personId === null && grant.purpose === "own_supervisor");
  return isNamed && HOLDS[grant.purpose](facts);
}

/** The owner's own watching needs no purpose, only that nobody filmed took their consent back. */
function ownVerdict({ consents, actor }: WatchFacts): WatchVerdict {
  const forNothing = consents.map((consent) => ({ ...consent, purposes: ["own_supervisor" as const] }));
  const verdict = consentFor(forNothing, "own_supervisor", null, actor.today);
  return verdict.ok ? { ok: true, purpose: "own" } : { ok: false, because: verdict.because };
}

function grantedVerdict(grants: readonly ClipGrant[], { consents, actor }: WatchFacts): WatchVerdict {
  let because: WatchRefusal = "no_grant";
  for (const { purpose } of grants) {
    const verdict = consentFor(consents, purpose, null, actor.today);
    if (verdict.ok) return { ok: true, purpose };
    because = verdict.because;
  }
  return { ok: false, because };
}

/**
 * Whether the actor may watch the clip at that instant (docs/field.md, "Who may watch a clip"): its owner, and whoever
 * a grant names for as long as they are what the grant takes them for; always with the consent of everybody filmed.
 * `no_grant` for everybody else, whatever became of the clip.
 */
export function mayWatch(facts: WatchFacts, now: Instant): WatchVerdict {
  const isOwner = facts.actor.personId === facts.ownerId;
  const grants = facts.grants.filter((grant) => isInForce(grant, now) && isFor(grant, facts));
  if (facts.actor.grants.length === 0 || (!isOwner && grants.length === 0)) return { ok: false, because: "no_grant" };
  if (facts.isErased) return { ok: false, because: "erased" };
  return isOwner ? ownVerdict(facts) : grantedVerdict(grants, facts);
}
