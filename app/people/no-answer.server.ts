import { errors } from "#app/words/en/errors.ts";

import type { AppContext } from "#app/platform/context.ts";
import { NoAnswer, type WhyNoAnswer, type Workers } from "#app/platform/workers.server.ts";
import { plainPage } from "#app/platform/http/plain-page.ts";

/** The status of an answer that says why there is none: too much is the sender's to mend, the others pass. */
export const NO_ANSWER_STATUS = { too_slow: 503, too_much: 413, busy: 503, busy_own: 503 } as const satisfies Record<WhyNoAnswer, number>;

/** The same workers for a page: where they do not do the work, what they throw is an answer that its error boundary says in plain words. */
export function workersFor({ workers }: Pick<AppContext, "workers">): Workers {
  return {
    run: async (task, input, whose) => {
      try {
        return await workers.run(task, input, whose);
      } catch (error) {
        if (error instanceof NoAnswer) throw Response.json({ detail: errors.noAnswer[error.why] }, { status: NO_ANSWER_STATUS[error.why] });
        throw error;
      }
    },
  };
}

/** The same sentence for an address that gives a file and has no page. Throws whatever else went wrong. */
export function plainAnswer(error: unknown, request: Request, { requestId }: Pick<AppContext, "requestId">): Response {
  if (!(error instanceof NoAnswer)) throw error;
  return plainPage({ status: NO_ANSWER_STATUS[error.why], text: errors.noAnswer[error.why], requestId, accept: request.headers.get("accept") });
}
