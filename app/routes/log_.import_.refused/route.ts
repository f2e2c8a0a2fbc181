import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { REFUSED } from "#app/logbook/import/tasks.server.ts";
import { downloadAs } from "#app/logbook/import/template-file.server.ts";
import { plainElsewhere } from "#app/logbook/import-elsewhere.server.ts";
import { judgingOf } from "#app/logbook/import-judging.server.ts";
import { requireOpenDraft } from "#app/logbook/import-request.server.ts";
import { plainAnswer } from "#app/people/no-answer.server.ts";
import { paths } from "#app/ui/paths.ts";

/** The refused rows as a file, to be mended and sent again. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const open = await requireOpenDraft(request, context).catch((answer: unknown) => plainElsewhere(answer, request, context));
  if (open instanceof Response) return open;
  const judging = await judgingOf(open, context.database.reader);
  if (!judging) return redirect(paths.importColumns());
  try {
    const body = await context.workers.run(REFUSED, { do: "refused", ...judging }, open.importing.traineeId);
    return downloadAs("refused-rows.csv", { body, type: "text/csv; charset=utf-8" });
  } catch (error) {
    return plainAnswer(error, request, context);
  }
}
