import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

import { findProof } from "#app/people/prove.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { requireOwnRecord, takeAlong } from "#app/record/take-along.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

/** The archive itself, for whoever proved just now that it is they. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireOwnRecord(request, context);
  if (await findProof(context, actor) !== "none") return redirect(paths.archive());
  const taken = await takeAlong(context, actor, context.clock());
  if (!taken.ok) {
    const { code } = taken;
    if (code === "not_allowed" || code === "not_there") throw forbidden();
    return redirect(paths.archive(code));
  }
  return new Response(new Blob([new Uint8Array(taken.value)]), {
    headers: { "Content-Type": "application/zip", "Content-Disposition": `attachment; filename="${words.record.fileName(actor.today)}"`, "Cache-Control": "private, no-store" },
  });
}
