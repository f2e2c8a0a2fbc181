import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { dropDraft } from "#app/logbook/import-draft.server.ts";
import { draftCookie, requireOpenDraft } from "#app/logbook/import-request.server.ts";
import { requireOwnLog } from "#app/logbook/request.server.ts";
import { paths } from "#app/ui/paths.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOwnLog(request, context);
  return redirect(paths.importLogbook());
}

/** Throws the file away, here and with its key in the browser. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { importing, draft } = await requireOpenDraft(request, context);
  await dropDraft(context.database, importing.traineeId, draft.id);
  return redirect(paths.importLogbook("cancelled"), { headers: { "Set-Cookie": draftCookie(null, context.environment.origin) } });
}

/** Never shown: every visit leads to the choice of a file. With it another tab's file gets a page that says so. */
export default function CancelImport() {
  return null;
}

export { ImportErrorBoundary as ErrorBoundary } from "#app/logbook/import-elsewhere-page.tsx";
