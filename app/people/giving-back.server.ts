import type { ActionFunctionArgs } from "@remix-run/node";

import { typedTexts, type TypedLabels, type TypedText, type WordsBack } from "#app/platform/http/words-back.ts";
import { paths } from "#app/ui/paths.ts";

/** Answers that say that a right ended, or never was. */
const ENDED: readonly number[] = [403, 404];
const SIGNED_OUT = 401;

async function typedIn(posted: Request, labels: TypedLabels): Promise<TypedText[]> {
  const form = await posted.formData().catch(() => new FormData());
  return typedTexts(Object.fromEntries(form), labels);
}

// Whoever never signed in goes there and loses nothing; somebody whose sign-in or last role ended meanwhile has words on the screen.
function findWayIn(answer: Response, request: Request): string | undefined {
  const location = request.headers.has("cookie") ? answer.headers.get("location") : null;
  return location?.startsWith(paths.signIn()) === true ? location : undefined;
}

/**
 * An action that loses nothing of what was typed where the right to it ended meanwhile: what it throws with a 403 or a 404, or a way to
 * sign-in, becomes an answer with the typed texts that `labels` names (none for a form that has none), which the error page shows.
 * Of what the act was about it says nothing, so that it is one answer for what ended, for a stranger and for what never was.
 */
export function givingBack<T>(labels: TypedLabels, act: (args: ActionFunctionArgs) => Promise<T>): (args: ActionFunctionArgs) => Promise<T> {
  return async (args) => {
    const posted = args.request.clone();
    try {
      return await act(args);
    } catch (answer) {
      if (!(answer instanceof Response)) throw answer;
      const signIn = findWayIn(answer, args.request);
      if (signIn === undefined && !ENDED.includes(answer.status)) throw answer;
      const typed = await typedIn(posted, labels);
      if (signIn !== undefined && typed.length === 0) throw answer;
      const back: WordsBack = signIn === undefined ? { typed } : { typed, signIn };
      throw Response.json(back, { status: signIn === undefined ? answer.status : SIGNED_OUT });
    }
  };
}
