import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { importLogbook } from "#app/logbook/import-logbook.server.ts";
import { ImportedPage, ImportPage } from "#app/logbook/import-page.tsx";
import { readConfirmedFiles } from "#app/logbook/read-files.server.ts";
import { requireOwnLog } from "#app/logbook/request.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { explain } from "#app/words/explain.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.logbook.import.title) }];

/** A visit chooses the files anew: what was confirmed is told once, in the answer to the form. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOwnLog(request, context);
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { actor } = await requireOwnLog(request, context);
  const sent = await readConfirmedFiles(request);
  if (!sent.ok) return data({ error: sent.error, imported: null }, { status: 400 });
  const result = await importLogbook(context.database, context.keyring, actor, sent.files, context.clock());
  if (result.ok) return data({ error: null, imported: result.value });
  if (result.code === "not_allowed") throw forbidden();
  const { text, status } = explain(result.code);
  return data({ error: text, imported: null }, { status });
}

export default function ConfirmImport() {
  const answer = useActionData<typeof action>();
  return answer?.imported ? <ImportedPage {...answer.imported} /> : <ImportPage error={answer?.error ?? null} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
