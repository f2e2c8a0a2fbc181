import type { FieldMetadata } from "@conform-to/react";

import { CheckboxField, SelectField } from "#app/ui/choice-fields.tsx";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { ROLES } from "./model.ts";

const t = words.people.newPerson;

export interface GrantInputs {
  readonly role: string;
  readonly programmeId: string;
  readonly isIndependentReviewer: boolean;
}

interface GrantFieldsProps {
  readonly fields: {
    readonly role: FieldMetadata<string>;
    readonly programmeId: FieldMetadata<string>;
    readonly isIndependentReviewer: FieldMetadata<boolean>;
  };
  readonly programmes: readonly { readonly id: string; readonly name: string }[];
}

/** A role, its programme (asked only where there are several), and whether a supervisor also reviews. */
export function GrantFields({ fields, programmes }: GrantFieldsProps) {
  const [only] = programmes;
  return (
    <>
      <SelectField meta={fields.role} label={t.role} options={ROLES.map((role) => ({ value: role, label: words.people.roles[role] }))} />
      {programmes.length === 1 && only
        ? <HiddenField name="programmeId" value={only.id} />
        : <SelectField meta={fields.programmeId} label={t.programme} options={programmes.map((p) => ({ value: p.id, label: p.name }))} />}
      <CheckboxField meta={fields.isIndependentReviewer} label={t.isReviewer} hint={t.isReviewerHint} />
    </>
  );
}
