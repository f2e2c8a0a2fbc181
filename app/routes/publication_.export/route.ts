import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireLed } from "#app/outcomes/lead.server.ts";
import { publicationAt, publicationCsv } from "#app/outcomes/publication.ts";
import { getFiguresFacts } from "#app/outcomes/queries.server.ts";
import { notFound } from "#app/platform/http/responses.ts";

/** The publication table of a month end as a CSV file, with its rule. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, programme } = await requireLed(request, context);
  const { facts, boardNames } = await getFiguresFacts(context.database.reader, programme.id);
  const publication = publicationAt(facts, new URL(request.url).searchParams.get("month") ?? "", actor.today, boardNames);
  if (!publication) throw notFound();
  return new Response(publicationCsv(publication, programme.name), {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="attune-publication-${publication.day}.csv"`, "Cache-Control": "private, no-store" },
  });
}
