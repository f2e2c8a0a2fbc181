import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { confirmImport } from "#app/logbook/confirm-import.server.ts";
import { ImportDonePage } from "#app/logbook/import-done-page.tsx";
import { elsewhere } from "#app/logbook/import-elsewhere.ts";
import { ImportPage } from "#app/logbook/import-page.tsx";
import { changedSince, draftCookie, requireOpenDraft } from "#app/logbook/import-request.server.ts";
import { requireOwnLog } from "#app/logbook/request.server.ts";
import { workersFor } from "#app/people/no-answer.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { explain } from "#app/words/explain.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.imports.title) }];

/** A visit chooses a file anew: what was confirmed is told once, in the answer to the form. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOwnLog(request, context);
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const open = await requireOpenDraft(request, context);
  const { log, importing, draft, seal, state, fingerprintKey } = open;
  if (state.choice === null) return redirect(paths.importColumns());
  if (changedSince(request, open) !== "nothing") throw elsewhere("changed");
  const file = { draft, sealed: draft.sealedFile, seal, choice: state.choice, answers: state.answers, fingerprintKey };
  const result = await confirmImport({ database: context.database, workers: workersFor(context) }, log.actor, importing, file, context.clock());
  if (result.ok) return data({ error: null, imported: result.value }, { headers: { "Set-Cookie": draftCookie(null, context.environment.origin) } });
  if (result.code === "not_allowed") throw forbidden();
  if (result.code !== "imported_already") throw elsewhere(result.code === "changed_elsewhere" ? "changed" : "log_changed");
  const { text, status } = explain(result.code);
  return data({ error: text, imported: null }, { status });
}

export default function ConfirmImport() {
  const answer = useActionData<typeof action>();
  return answer?.imported ? <ImportDonePage {...answer.imported} /> : <ImportPage error={answer?.error ?? null} became={null} isUnderWay={false} />;
}

export { ImportErrorBoundary as ErrorBoundary } from "#app/logbook/import-elsewhere-page.tsx";
