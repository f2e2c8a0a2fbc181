import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";

import { seeNotices } from "#app/notices/see-notices.server.ts";
import { homeFor } from "#app/people/home.ts";
import { requireActor } from "#app/people/request.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { badRequest, notFound } from "#app/platform/http/responses.ts";
import { isId } from "#app/platform/ids.ts";
import { paths } from "#app/ui/paths.ts";

const seenForm = z.object({ notice: z.array(z.string().refine(isId)).min(1).max(200), from: z.literal("waiting").optional() });

export async function loader({ request, context }: LoaderFunctionArgs) {
  throw redirect(homeFor(await requireActor(request, context)));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await readForm(request, seenForm);
  if (!form.ok) throw badRequest();
  const result = await seeNotices(context.database, actor, { noticeIds: form.value.notice }, context.clock());
  if (!result.ok) throw notFound();
  return redirect(form.value.from === "waiting" ? paths.waiting() : homeFor(actor));
}

/** Shows nothing: the action leads home, and where it cannot the error page answers. */
export default function SeenNotices() {
  return null;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
