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

/** Line breaks and control signs, and those that turn round or shut off the text that follows: no name has them, and a letter's head or a console would obey them. */
const NOT_IN_A_NAME = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

/** True where nothing in it is obeyed by what shows it. */
export function isName(text: string): boolean {
  return !NOT_IN_A_NAME.test(text);
}

export const signInForm = z.object({
  email: z.string(t.signIn.mustBeEmail).trim().max(MAX_EMAIL_CHARACTERS).pipe(z.email(t.signIn.mustBeEmail)),
  password: typedPassword(t.signIn.mustBePassword),
});
export const demoForm = z.object({ email: z.string().max(MAX_EMAIL_CHARACTERS) });
export const codeForm = z.object({ code: typedCode });
export const setUpForm = z.object({ code: typedCode, sealed: z.string().max(MAX_SEALED_CHARACTERS) });
export const askResetForm = signInForm.pick({ email: true });
export const newPasswordForm = z.object({ newPassword: typedPassword(t.reset.missing) });
export const changePasswordForm = z.object({ currentPassword: typedPassword(t.passwordPage.missingCurrent), newPassword: typedPassword(t.reset.missing) });
/** What an act that needs the password again is sent with; nothing of it where it was proved just now. */
export const proofForm = z.object({ password: typedPassword(t.signIn.mustBePassword).optional(), code: typedCode.optional() });

const grantFields = {
  role: z.enum(ROLES, t.newPerson.missingRole),
  isIndependentReviewer: z.boolean().default(false),
  programmeId: z.string().max(MAX_CODE_CHARACTERS),
  ...dayField("startsOn", { required: true }),
  ...dayField("endsOn"),
};
export const grantForm = proofForm.extend(grantFields);
export const newPersonForm = proofForm.extend({
  name: textField(MAX_NAME_CHARACTERS, t.newPerson.missingName).refine(isName, t.newPerson.badName),
  email: optionalTextField(MAX_EMAIL_CHARACTERS).pipe(z.email(t.newPerson.badEmail).optional()),
  isExternal: z.boolean().default(false),
  ...grantFields,
});
export const endForm = z.object({ version, ...dayField("endsOn", { required: true }) });
export const endGrantForm = proofForm.extend(endForm.shape);
export const accreditationForm = z.object({ standing: z.enum(STANDINGS), ...dayField("startsOn", { required: true }), ...dayField("endsOn") });
export const changeAccreditationForm = accreditationForm.extend({ version });
export const assignmentForm = z.object({
  supervisorId: z.string(t.assignmentPage.missing).max(MAX_CODE_CHARACTERS), ...dayField("startsOn", { required: true }), ...dayField("endsOn"),
});
