import { londonDay } from "#app/platform/clock.ts";
import { words } from "#app/words/words.ts";

import { type Closing, needsRecommendation, type Signer } from "./may-sign.ts";
import type { Signature, SignOffRequest } from "./model.ts";
import { shortHash, type SignatureView } from "./view-model.ts";

const said = words.accreditation;

/** The name of somebody by their id. */
export type NameOf = (personId: string) => string;

/** When it was asked, and for which time. */
export function askedLine({ askedAt, round }: Pick<SignOffRequest, "askedAt" | "round">): string {
  const day = londonDay(new Date(askedAt));
  return round === 1 ? said.asked(day) : said.askedAgain(day, round);
}

/** A signature in words, by whom and when first. */
export function signatureView({ id, outcome, by, on, statement, actions, evidenceHash }: Signature, nameOf: NameOf): SignatureView {
  return { id, sentence: said.signature[outcome](nameOf(by), on), statement, actions, hash: shortHash(evidenceHash) };
}

/** Who has to do with a request, beside its trainee. */
interface Around {
  readonly supervisorIds: readonly string[];
  readonly reviewerId: string | null;
}

function waitsForDecision({ closing, signatures }: Pick<SignOffRequest, "signatures"> & { readonly closing: Closing }, { supervisorIds, reviewerId }: Around, nameOf: NameOf): string {
  if (closing === "own_supervisor") return said.waitsFor.sign(supervisorIds.map(nameOf));
  const others = supervisorIds.filter((id) => !signatures.some((s) => s.by === id));
  if (closing === "second_supervisor") return said.waitsFor.second([...others, ...(reviewerId === null ? [] : [reviewerId])].map(nameOf));
  return reviewerId === null ? said.waitsFor.lead : said.waitsFor.reviewer(nameOf(reviewerId));
}

/** For whom an open request waits, in a sentence. */
export function waitsForLine(request: Pick<SignOffRequest, "signatures" | "state"> & { readonly closing: Closing }, around: Around, nameOf: NameOf): string {
  if (request.state === "waiting" && needsRecommendation(request.closing)) return said.waitsFor.recommend(around.supervisorIds.map(nameOf));
  return waitsForDecision(request, around, nameOf);
}

const WHY: Readonly<Partial<Record<Signer, string>>> = {
  unaccredited_supervisor: said.request.notYours.unaccredited, recommender: said.request.notYours.recommended,
  asked_former_supervisor: said.request.notYours.supervised, asked_without_standing: said.request.notYours.standing,
};

/** Why somebody who has to do with a request may not sign it; null for everybody else. */
export function whyNot(signer: Signer): string | null {
  return WHY[signer] ?? null;
}
