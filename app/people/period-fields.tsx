import type { FieldMetadata } from "@conform-to/react";

import type { TypedDay } from "#app/platform/http/form-fields.ts";
import { DayField } from "#app/ui/day-field.tsx";
import { words } from "#app/words/words.ts";

const t = words.people.newPerson;

/** The inputs of a first and a last day, as forms carry them. */
export interface PeriodInputs extends Record<string, unknown> {
  readonly startsOnDay: string; readonly startsOnMonth: string; readonly startsOnYear: string;
  readonly endsOnDay: string; readonly endsOnMonth: string; readonly endsOnYear: string;
}

type Fields = Readonly<Record<`${"startsOn" | "endsOn"}${"Day" | "Month" | "Year"}`, FieldMetadata<string>>>;

/** A first day, and a last one that may stay open. */
export function PeriodFields({ fields }: { readonly fields: Fields }) {
  return (
    <>
      <DayField name="startsOn" fields={fields} label={t.startsOn} />
      <DayField name="endsOn" fields={fields} label={t.endsOn} hint={t.endsOnHint} optional />
    </>
  );
}

/** What the inputs of a first day show before anything was typed. */
export function startsOnDefaults(day: TypedDay) {
  return { startsOnDay: day.day, startsOnMonth: day.month, startsOnYear: day.year };
}

/** The same for a last day. */
export function endsOnDefaults(day: TypedDay) {
  return { endsOnDay: day.day, endsOnMonth: day.month, endsOnYear: day.year };
}
