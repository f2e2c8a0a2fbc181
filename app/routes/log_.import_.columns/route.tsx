import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { columnsProblem } from "#app/logbook/import/columns.ts";
import { sayColumns } from "#app/logbook/import/say.ts";
import { LOOK, sealState } from "#app/logbook/import/tasks.server.ts";
import { ImportColumnsPage } from "#app/logbook/import-columns-page.tsx";
import { mapColumns } from "#app/logbook/import-context.server.ts";
import { saveDraftState } from "#app/logbook/import-draft.server.ts";
import { askedPlace, readColumnsForm } from "#app/logbook/import-forms.server.ts";
import { requireOpenDraft } from "#app/logbook/import-request.server.ts";
import { workersFor } from "#app/people/no-answer.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.imports.columns;

export const meta: MetaFunction = () => [{ title: words.common.title(said.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { importing, draft, seal, state, fingerprintKey } = await requireOpenDraft(request, context);
  const asked = askedPlace(request);
  const [sheet, header] = [asked.sheet ?? state.choice?.sheet ?? null, asked.header ?? (asked.sheet === null ? state.choice?.header ?? null : null)];
  const remembered = await mapColumns(context.database.reader, importing.traineeId);
  const { columns: shown, guess, ...looked } = await workersFor(context).run(LOOK, { do: "look", sealed: draft.sealedFile, seal, sheet, header, remembered, fingerprintKey });
  const isChosen = state.choice?.sheet === looked.sheet && state.choice.header === looked.header;
  return { ...looked, shown, columns: isChosen ? state.choice.columns : guess };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { importing, draft, seal, state } = await requireOpenDraft(request, context);
  const choice = await readColumnsForm(request);
  const problem = choice && columnsProblem(choice.columns);
  if (!choice || problem) return data({ error: problem ? sayColumns(problem) : said.problems.unreadable, columns: choice?.columns ?? null }, { status: 400 });
  const isSame = JSON.stringify(choice) === JSON.stringify(state.choice);
  await saveDraftState(context.database, importing.traineeId, draft.id, sealState({ choice, answers: isSame ? state.answers : {} }, seal));
  return redirect(paths.importRows());
}

export default function Columns() {
  const looked = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <ImportColumnsPage {...looked} columns={refused?.columns ?? looked.columns} error={refused?.error ?? null} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
