import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { dropDraft } from "#app/logbook/import-draft.server.ts";
import { draftCookie, findOpenDraft } from "#app/logbook/import-request.server.ts";
import { requireOwnLog } from "#app/logbook/request.server.ts";
import { paths } from "#app/ui/paths.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOwnLog(request, context);
  return redirect(paths.importLogbook());
}

/** Throws the file away, here and with its key in the browser. */
export async function action({ request, context }: ActionFunctionArgs) {
  const open = await findOpenDraft(request, context);
  if (open) await dropDraft(context.database, open.importing.traineeId, open.draft.id);
  return redirect(paths.importLogbook("cancelled"), { headers: { "Set-Cookie": draftCookie(null, context.environment.origin) } });
}
