import type { LoaderFunctionArgs } from "@remix-run/node";

import { downloadAs, templateFile } from "#app/logbook/import/template-file.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { notFound } from "#app/platform/http/responses.ts";

/** An empty template as a file, for anybody signed in. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireActor(request, context);
  const name = params.file ?? "";
  const file = await templateFile(name);
  if (!file) throw notFound();
  return downloadAs(name, file);
}
