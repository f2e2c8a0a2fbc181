import { z } from "zod";

import type { Day } from "#app/platform/clock.ts";
import { dayField, typedDay, wholeNumberField } from "#app/platform/http/form-fields.ts";
import { words } from "#app/words/words.ts";

import { DAY_CHOICES } from "./choices.ts";
import { CHILD_VIEWS, type Consent, CONSENT_VOID_REASONS, type ConsentContent, FILMED_ROLES, type FilmedRole, GIVEN_HOW, isChild, PURPOSES } from "./consent-model.ts";
import { idField, pressed, VERSION } from "./form-parts.ts";

const texts = words.consent.forms;

/** What can be said of a child's view: with a no there is nothing to record, and the form says so. */
const CHILD_VIEW_CHOICES = [...CHILD_VIEWS, "says_no"] as const;

function contentShape() {
  return {
    givenOnChoice: z.enum(DAY_CHOICES, texts.dayMissing),
    ...dayField("givenOn", { required: true, missing: texts.dayMissing }),
    givenHow: z.enum(GIVEN_HOW, texts.howMissing),
    childView: z.enum(CHILD_VIEW_CHOICES).optional(),
    purposes: z.array(z.enum(PURPOSES)).max(PURPOSES.length),
  };
}

function checkChildView(role: FilmedRole, childView: string | undefined, issues: z.RefinementCtx): void {
  if (!isChild(role)) return;
  if (childView === undefined) issues.addIssue({ code: "custom", path: ["childView"], message: texts.childViewMissing });
  if (childView === "says_no") issues.addIssue({ code: "custom", path: ["childView"], message: texts.childSaysNo });
}

const recordShape = z.object({ requestId: idField, filmedRole: z.enum(FILMED_ROLES, texts.roleMissing), ...contentShape() });
export type RecordConsentFields = z.input<typeof recordShape>;

/** The form that records somebody filmed. */
export function recordConsentForm(today: Day) {
  const checked = recordShape.superRefine((value, issues) => { checkChildView(value.filmedRole, value.childView, issues); });
  return z.preprocess((raw) => pressed(raw, today, ["givenOn"]), checked);
}

const changeShape = z.object({ fromVersion: wholeNumberField(VERSION), ...contentShape() });
export type ChangeConsentFields = z.input<typeof changeShape>;

/** The form that changes what somebody in that role agreed to. */
export function changeConsentForm(role: FilmedRole, today: Day) {
  const checked = changeShape.superRefine((value, issues) => { checkChildView(role, value.childView, issues); });
  return z.preprocess((raw) => pressed(raw, today, ["givenOn"]), checked);
}

/** What a form says was agreed to. */
export function consentContentOf(form: Omit<z.output<typeof changeShape>, "fromVersion">): ConsentContent {
  const childView = form.childView === "says_no" ? undefined : form.childView;
  return { givenOn: form.givenOn, givenHow: form.givenHow, childView: childView ?? null, purposes: PURPOSES.filter((purpose) => form.purposes.includes(purpose)) };
}

/** The form as it stands for a consent that is changed. */
export function changeConsentDefaults({ givenOn, givenHow, childView, purposes }: Consent): Partial<ChangeConsentFields> {
  const { day, month, year } = typedDay(givenOn);
  return { givenOnChoice: "other", givenOnDay: day, givenOnMonth: month, givenOnYear: year, givenHow, childView: childView ?? undefined, purposes: [...purposes] };
}

const withdrawShape = z.object({
  withdrawnOnChoice: z.enum(DAY_CHOICES, texts.withdrawnDayMissing),
  ...dayField("withdrawnOn", { required: true, missing: texts.withdrawnDayMissing }),
});
export type WithdrawConsentFields = z.input<typeof withdrawShape>;

/** The form that withdraws a consent: asked for nothing but the day. */
export function withdrawConsentForm(today: Day) {
  return z.preprocess((raw) => pressed(raw, today, ["withdrawnOn"]), withdrawShape);
}

/** The form that voids a consent: why is chosen, never typed. */
export const voidConsentForm = z.object({ fromVersion: wholeNumberField(VERSION), because: z.enum(CONSENT_VOID_REASONS, texts.becauseMissing) });
export type VoidConsentFields = z.input<typeof voidConsentForm>;
