import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { isRouteErrorResponse, useActionData, useLoaderData, useRouteError } from "@remix-run/react";

import { keepAnswers } from "#app/logbook/answer-import.server.ts";
import { JUDGE } from "#app/logbook/import/tasks.server.ts";
import { elsewhere, readElsewhere } from "#app/logbook/import-elsewhere.ts";
import { ImportErrorBoundary } from "#app/logbook/import-elsewhere-page.tsx";
import { readAnswersForm, typedAnswers } from "#app/logbook/import-forms.server.ts";
import { judgingOf } from "#app/logbook/import-judging.server.ts";
import { requireOpenDraft, shownDraft } from "#app/logbook/import-request.server.ts";
import { ImportRowsPage } from "#app/logbook/import-rows-page.tsx";
import { previewOf, WHICH_ROWS } from "#app/logbook/import-view.ts";
import { SendAnswersAgain } from "#app/logbook/send-answers-again.tsx";
import { NO_ANSWER_STATUS, workersFor } from "#app/people/no-answer.server.ts";
import { NoAnswer } from "#app/platform/workers.server.ts";
import { textIn } from "#app/ui/error-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.imports.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const open = await requireOpenDraft(request, context);
  const judging = await judgingOf(open, context.database.reader);
  if (!judging) throw redirect(paths.importColumns());
  const query = new URL(request.url).searchParams;
  const judged = await workersFor(context).run(JUDGE, { do: "judge", ...judging }, open.importing.traineeId);
  const asked = { which: WHICH_ROWS.find((which) => which === query.get("which")) ?? "all", page: Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1) };
  const { edition, matchedIn } = open.state;
  return { preview: previewOf(judged, judging.facts, asked), draft: shownDraft(open), isSaved: edition > matchedIn && query.get("saved") === String(edition) };
}

/** Keeps the answers that can stand, sealed with the file; says what is wrong with the others. */
export async function action({ request, context }: ActionFunctionArgs) {
  const typed = request.clone();
  const open = await requireOpenDraft(request, context, () => typedAnswers(typed));
  if (open.state.choice === null) return redirect(paths.importColumns());
  const sent = await readAnswersForm(request);
  try {
    const kept = await keepAnswers(open, sent, request, context);
    if (!kept) throw elsewhere("changed", await typedAnswers(typed));
    const { wrong, isElsewhere, edition } = kept;
    if (Object.keys(wrong).length === 0) return redirect(paths.importRows({ file: open.draft.id, saved: edition }));
    return data({ sent, wrong, problem: null, draft: shownDraft(open) }, { status: isElsewhere ? 409 : 400 });
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return data({ sent, wrong: {}, problem: words.errors.noAnswer[error.why], draft: shownDraft(open) }, { status: NO_ANSWER_STATUS[error.why] });
  }
}

export default function Rows() {
  return <ImportRowsPage {...useLoaderData<typeof loader>()} typed={useActionData<typeof action>() ?? null} />;
}

/** Where the rows cannot be shown either, what was answered stays. */
export function ErrorBoundary() {
  const typed = useActionData<typeof action>();
  const error = useRouteError();
  const answer = isRouteErrorResponse(error) ? error.data as unknown : undefined;
  if (!typed || readElsewhere(answer)) return <ImportErrorBoundary />;
  return <SendAnswersAgain {...typed} problem={typed.problem ?? textIn(answer, "detail") ?? words.errors[500].text} />;
}
