import type { LoaderFunctionArgs } from "@remix-run/node";

import { isTemplateKind, templateText } from "#app/logbook/import/template.ts";
import { requireActor } from "#app/people/request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";

/** An empty template as a CSV file, for anybody signed in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireActor(request, context);
  const kind = /^(.+)\.csv$/.exec(params.file ?? "")?.[1] ?? "";
  if (!isTemplateKind(kind)) throw notFound();
  return new Response(templateText(kind), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${kind.replaceAll("_", "-")}.csv"`, "Cache-Control": "private, no-store" },
  });
}
