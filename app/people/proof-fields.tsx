import type { FieldMetadata } from "@conform-to/react";

import { TextField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { Proof } from "./proof.ts";

const { signIn, secondFactor, proof: said } = words.people;

/** How the fields of a proof are called where a form sums up what is wrong. */
export const PROOF_LABELS = { password: signIn.password, code: secondFactor.code };

/** What of a form is the proof, as it is typed. */
export interface ProofInputs extends Record<string, unknown> {
  readonly password?: string;
  readonly code?: string;
}

interface ProofFieldsProps {
  readonly proof: Proof;
  /** Why it is asked for. */
  readonly hint: string;
  readonly fields: { readonly password: FieldMetadata<string | undefined>; readonly code: FieldMetadata<string | undefined> };
}

/** The password and, where the account has one, the code, in the form of the act that needs them again; nothing where they were proved just now. */
export function ProofFields({ proof, hint, fields }: ProofFieldsProps) {
  if (proof === "none") return null;
  return (
    <>
      <TextField meta={fields.password} label={PROOF_LABELS.password} hint={hint} type="password" autoComplete="current-password" />
      {proof === "password_and_code" && <TextField meta={fields.code} label={PROOF_LABELS.code} hint={said.codeHint} autoComplete="one-time-code" width="medium" />}
    </>
  );
}
