import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { columnsProblem } from "#app/logbook/import/columns.ts";
import { sayColumns } from "#app/logbook/import/say.ts";
import { matchedState, sealState } from "#app/logbook/import/draft-state.server.ts";
import { LOOK } from "#app/logbook/import/tasks.server.ts";
import { ImportColumnsPage } from "#app/logbook/import-columns-page.tsx";
import { mapColumns } from "#app/logbook/import-context.server.ts";
import { saveDraftState } from "#app/logbook/import-draft.server.ts";
import { askedPlace, readColumnsForm } from "#app/logbook/import-forms.server.ts";
import { changedSince, requireOpenDraft, shownDraft } from "#app/logbook/import-request.server.ts";
import { workersFor } from "#app/people/no-answer.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.imports.columns;

export const meta: MetaFunction = () => [{ title: words.common.title(said.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const open = await requireOpenDraft(request, context);
  const { importing, draft, seal, state, fingerprintKey } = open;
  const asked = askedPlace(request);
  const [sheet, header] = [asked.sheet ?? state.choice?.sheet ?? null, asked.header ?? (asked.sheet === null ? state.choice?.header ?? null : null)];
  const remembered = await mapColumns(context.database.reader, importing.traineeId);
  const { columns: shown, guess, ...looked } = await workersFor(context).run(LOOK, { do: "look", sealed: draft.sealedFile, seal, sheet, header, remembered, fingerprintKey }, importing.traineeId);
  const isChosen = state.choice?.sheet === looked.sheet && state.choice.header === looked.header;
  return { ...looked, shown, columns: isChosen ? state.choice.columns : guess, draft: shownDraft(open) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const open = await requireOpenDraft(request, context);
  const { importing, draft, seal, state } = open;
  const choice = await readColumnsForm(request);
  const problem = choice && columnsProblem(choice.columns);
  if (!choice || problem) return data({ error: problem ? sayColumns(problem) : said.problems.unreadable, columns: choice?.columns ?? null }, { status: 400 });
  const next = matchedState(state, choice);
  const isUnseen = next !== state && changedSince(request, open) !== "nothing";
  if (isUnseen || (next !== state && !(await saveDraftState(context.database, importing.traineeId, draft, sealState(next, seal))))) {
    return data({ error: words.imports.elsewhere.columns(Object.keys(state.answers).length), columns: choice.columns }, { status: 409 });
  }
  return redirect(paths.importRows({ file: draft.id }));
}

export default function Columns() {
  const looked = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <ImportColumnsPage {...looked} columns={refused?.columns ?? looked.columns} error={refused?.error ?? null} />;
}

export { ImportErrorBoundary as ErrorBoundary } from "#app/logbook/import-elsewhere-page.tsx";
