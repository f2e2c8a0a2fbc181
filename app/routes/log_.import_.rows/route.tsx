import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { ANSWER, JUDGE, sealState } from "#app/logbook/import/tasks.server.ts";
import { saveDraftState } from "#app/logbook/import-draft.server.ts";
import { readAnswersForm } from "#app/logbook/import-forms.server.ts";
import { judgingOf } from "#app/logbook/import-judging.server.ts";
import { requireOpenDraft } from "#app/logbook/import-request.server.ts";
import { ImportRowsPage } from "#app/logbook/import-rows-page.tsx";
import { previewOf, WHICH_ROWS } from "#app/logbook/import-view.ts";
import { workersFor } from "#app/people/no-answer.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.imports.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const judging = await judgingOf(await requireOpenDraft(request, context), context.database.reader);
  if (!judging) throw redirect(paths.importColumns());
  const query = new URL(request.url).searchParams;
  const judged = await workersFor(context).run(JUDGE, { do: "judge", ...judging });
  const asked = { which: WHICH_ROWS.find((which) => which === query.get("which")) ?? "all", page: Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1) };
  return { preview: previewOf(judged, judging.facts, asked), isSaved: query.get("saved") === "yes" };
}

/** Keeps the answers that can stand, sealed with the file; says what is wrong with the others. */
export async function action({ request, context }: ActionFunctionArgs) {
  const open = await requireOpenDraft(request, context);
  const judging = await judgingOf(open, context.database.reader);
  if (!judging) return redirect(paths.importColumns());
  const sent = await readAnswersForm(request);
  const { answers, wrong } = await workersFor(context).run(ANSWER, { do: "answer", ...judging, sent });
  const state = { choice: judging.choice, answers: { ...judging.answers, ...answers } };
  await saveDraftState(context.database, open.importing.traineeId, open.draft.id, sealState(state, open.seal));
  return Object.keys(wrong).length === 0 ? redirect(paths.importRows({ saved: "yes" })) : data({ sent, wrong }, { status: 400 });
}

export default function Rows() {
  const { preview, isSaved } = useLoaderData<typeof loader>();
  return <ImportRowsPage preview={preview} isSaved={isSaved} typed={useActionData<typeof action>() ?? null} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
