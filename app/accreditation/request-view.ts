import { londonDay } from "#app/platform/clock.ts";
import { words } from "#app/words/words.ts";

import { type Around, awaitingOf, type Closing, nextPart, type Signer } from "./may-sign.ts";
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

/** For whom an open request waits, in a sentence. */
export function waitsForLine(request: Pick<SignOffRequest, "signatures"> & { readonly closing: Closing }, around: Around, nameOf: NameOf): string {
  const { closing, signatures } = request;
  const { supervisorIds, reviewerId, lost } = around;
  const reviewers = reviewerId === null || lost !== null ? [] : [nameOf(reviewerId)];
  const others = supervisorIds.filter((id) => !signatures.some((s) => s.by === id)).map(nameOf);
  switch (nextPart(closing, awaitingOf(request, around))) {
    case "recommendation": return said.waitsFor.recommend(supervisorIds.map(nameOf));
    case "signature": return closing === "own_supervisor" ? said.waitsFor.sign(others) : said.waitsFor.second([...others, ...reviewers]);
    case "reviewer_decision": return said.waitsFor.reviewer(reviewers[0] ?? "");
    case "reviewer_asked": return closing === "second_supervisor" ? said.waitsFor.second([]) : said.waitsFor.lead;
  }
}

const WHY: Readonly<Partial<Record<Signer, string>>> = {
  unaccredited_supervisor: said.request.notYours.unaccredited, recommender: said.request.notYours.recommended,
  asked_former_supervisor: said.request.notYours.supervised, asked_without_standing: said.request.notYours.standing,
};

/** Why somebody who has to do with a request may not sign it; null for everybody else. */
export function whyNot(signer: Signer): string | null {
  return WHY[signer] ?? null;
}
