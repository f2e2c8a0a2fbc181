import { z } from "zod";

import { dayField, optionalTextField, textField } from "#app/platform/http/form-fields.ts";
import { words } from "#app/words/words.ts";

import { MAX_EMAIL_CHARACTERS, MAX_NAME_CHARACTERS, ROLES, STANDINGS } from "./model.ts";
import { MAX_PASSWORD_CHARACTERS } from "./passwords.ts";

const t = words.people;
const MAX_CODE_CHARACTERS = 40;
const MAX_SEALED_CHARACTERS = 400;

/** A password as typed: never trimmed, never longer than is worth hashing. */
const typedPassword = (missing: string) => z.string(missing).min(1, missing).max(MAX_PASSWORD_CHARACTERS);
const typedCode = z.string(t.secondFactor.missing).max(MAX_CODE_CHARACTERS).transform((code) => code.replace(/\s/g, ""));
const version = z.string().regex(/^\d{1,6}$/).transform(Number);

/** An e-mail address: something, an at sign, a name with a dot; whether it is reached is another question. */
function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

export const signInForm = z.object({
  email: z.string(t.signIn.mustBeEmail).trim().max(MAX_EMAIL_CHARACTERS).refine(isEmail, t.signIn.mustBeEmail),
  password: typedPassword(t.signIn.mustBePassword),
});
export const demoForm = z.object({ email: z.string().max(MAX_EMAIL_CHARACTERS) });
export const codeForm = z.object({ code: typedCode });
export const setUpForm = z.object({ code: typedCode, sealed: z.string().max(MAX_SEALED_CHARACTERS) });
export const askResetForm = signInForm.pick({ email: true });
export const newPasswordForm = z.object({ newPassword: typedPassword(t.reset.missing) });
export const changePasswordForm = z.object({ currentPassword: typedPassword(t.passwordPage.missingCurrent), newPassword: typedPassword(t.reset.missing) });
export const proofForm = z.object({ password: typedPassword(t.signIn.mustBePassword), code: typedCode.optional() });

const grantFields = {
  role: z.enum(ROLES, t.newPerson.missingRole),
  isIndependentReviewer: z.boolean().default(false),
  programmeId: z.string().max(MAX_CODE_CHARACTERS),
  ...dayField("startsOn", { required: true }),
  ...dayField("endsOn"),
};
export const grantForm = z.object(grantFields);
export const newPersonForm = z.object({
  name: textField(MAX_NAME_CHARACTERS, t.newPerson.missingName),
  email: optionalTextField(MAX_EMAIL_CHARACTERS).refine((email) => email === undefined || isEmail(email), t.newPerson.badEmail),
  isExternal: z.boolean().default(false),
  ...grantFields,
});
export const endForm = z.object({ version, ...dayField("endsOn", { required: true }) });
export const accreditationForm = z.object({ standing: z.enum(STANDINGS), ...dayField("startsOn", { required: true }), ...dayField("endsOn") });
export const changeAccreditationForm = accreditationForm.extend({ version });
export const assignmentForm = z.object({
  supervisorId: z.string(t.assignmentPage.missing).max(MAX_CODE_CHARACTERS), ...dayField("startsOn", { required: true }), ...dayField("endsOn"),
});
