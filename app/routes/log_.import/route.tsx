import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { MAX_IMPORT_ROWS } from "#app/logbook/import/table.ts";
import { ImportPage } from "#app/logbook/import-page.tsx";
import { findOpenDraft } from "#app/logbook/import-request.server.ts";
import { requireOwnLog } from "#app/logbook/request.server.ts";
import { takeFile } from "#app/logbook/take-file.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.imports.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const open = await findOpenDraft(request, context);
  const became = new URL(request.url).searchParams.get("said");
  return { isUnderWay: open !== undefined, became: open === undefined && (became === "gone" || became === "cancelled") ? became : null } as const;
}

/** Reads the file and keeps it sealed; writes nothing of it to the log. */
export async function action({ request, context }: ActionFunctionArgs) {
  const log = await requireOwnLog(request, context);
  const taken = await takeFile(request, log, context, MAX_IMPORT_ROWS);
  if (!taken.ok) return data({ error: taken.error }, { status: taken.status });
  return redirect(paths.importColumns(), { headers: { "Set-Cookie": taken.cookie } });
}

export default function Import() {
  const { isUnderWay, became } = useLoaderData<typeof loader>();
  const error = useActionData<typeof action>()?.error ?? null;
  return <ImportPage error={error} became={error === null ? became : null} isUnderWay={isUnderWay} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
