import { type ActionFunctionArgs, redirect } from "@remix-run/node";

import { findProof } from "#app/people/prove.server.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { requireOwnRecord, takeAlong } from "#app/record/take-along.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

/** Only a form makes an archive, because that it was taken is recorded; a visit leads to the page that has the form. */
export function loader() {
  return redirect(paths.archive());
}

/** The archive itself, for whoever proved just now that it is they. What the form holds besides is not read. */
export async function action({ request, context }: ActionFunctionArgs) {
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
