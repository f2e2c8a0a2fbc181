import { data } from "@remix-run/node";

import { answerRefusal } from "#app/people/form-answers.server.ts";
import type { FormSubmission } from "#app/platform/http/form.server.ts";

/**
 * The answer to a form that was not taken: as `answerRefusal`, and with the address of what stands where the same form had
 * been sent before with something else in it.
 */
export async function answerSent(submission: FormSubmission, refusal: Parameters<typeof answerRefusal>[1], standsAt: () => Promise<string | null>) {
  const refused = answerRefusal(submission, refusal);
  return data({ ...refused.data, stands: refusal.code === "sent_before_differently" ? await standsAt() : null }, refused.init ?? {});
}
