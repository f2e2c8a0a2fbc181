import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { REFUSED } from "#app/logbook/import/tasks.server.ts";
import { downloadAs } from "#app/logbook/import/template-file.server.ts";
import { judgingOf } from "#app/logbook/import-judging.server.ts";
import { requireOpenDraft } from "#app/logbook/import-request.server.ts";
import { plainAnswer } from "#app/people/no-answer.server.ts";
import { paths } from "#app/ui/paths.ts";

/** The refused rows as a file, to be mended and sent again. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const judging = await judgingOf(await requireOpenDraft(request, context), context.database.reader);
  if (!judging) return redirect(paths.importColumns());
  try {
    const body = await context.workers.run(REFUSED, { do: "refused", ...judging });
    return downloadAs("refused-rows.csv", { body, type: "text/csv; charset=utf-8" });
  } catch (error) {
    return plainAnswer(error, request, context);
  }
}
