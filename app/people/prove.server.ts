import { type FormSubmission, refuseForm, type RefusedForm } from "#app/platform/http/form.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { words } from "#app/words/words.ts";

import { answerRefusal } from "./form-answers.server.ts";
import type { Actor } from "./model.ts";
import type { Proof } from "./proof.ts";
import { needsCode, reauthenticate } from "./reauthenticate.server.ts";
import { forgetSignIn, hasRecentProof, requireSignIn } from "./request.server.ts";

function isProved(context: AppContext, actor: Actor): boolean {
  return context.environment.isDemo || hasRecentProof(actor, context.clock());
}

/** What the form of an act that needs the password again has to ask for; nothing where it was proved just now, or in the demonstration. */
export async function findProof(context: AppContext, actor: Actor): Promise<Proof> {
  if (isProved(context, actor)) return "none";
  return await needsCode(context, actor.personId) ? "password_and_code" : "password";
}

/** Proves the password again with the form of the act itself, so that nothing typed is lost on the way; the answer where it was not proved. */
export async function prove(
  request: Request, context: AppContext, submission: FormSubmission, { password, code = "" }: { readonly password?: string | undefined; readonly code?: string | undefined },
): Promise<RefusedForm | undefined> {
  const { session, actor } = await requireSignIn(request, context);
  if (isProved(context, actor)) return undefined;
  if (password === undefined) return refuseForm(submission, { status: 400, text: words.people.signIn.mustBePassword, field: "password" });
  const proved = await reauthenticate(context, session, { password, code });
  if (!proved.ok) return answerRefusal(submission, proved);
  forgetSignIn(context);
  return undefined;
}
