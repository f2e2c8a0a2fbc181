import type { FieldMetadata } from "@conform-to/react";

import { CheckboxField } from "#app/ui/choice-fields.tsx";
import { words } from "#app/words/words.ts";

/** The tick with which a day long ago stands; only there once it was asked about. */
export function AsMeantField({ meta }: { readonly meta: FieldMetadata<"on" | undefined> }) {
  const isAsked = meta.errors !== undefined || meta.initialValue === "on";
  return isAsked ? <CheckboxField meta={meta} label={words.outcomes.longAgo.box} /> : null;
}
