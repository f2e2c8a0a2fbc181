import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { recountSupervised } from "#app/logbook/recount-supervised.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { verifyExternal } from "#app/people/verify-external.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { forbidden, notFound } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";
import { verifyForm } from "#app/worklist/forms.ts";
import { findExternal } from "#app/worklist/queries.server.ts";
import { VerifyPage } from "#app/worklist/verify-page.tsx";

export const meta: MetaFunction = () => [{ title: words.common.title(words.worklist.verify.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const external = await findExternal(context.database.reader, actor, new URL(request.url).searchParams.get("person") ?? "");
  if (!external) throw notFound();
  return { external };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request, context);
  const form = await readForm(request, verifyForm);
  if (!form.ok) return form.response;
  const result = await verifyExternal(context.database, actor, form.value.personId, context.clock(), recountSupervised);
  if (result.ok) return redirect(paths.waitingDone("verified"));
  if (result.code === "not_there") throw notFound();
  if (result.code === "not_allowed") throw forbidden();
  return redirect(paths.waitingDone("gone"));
}

export default function Verify() {
  const { external } = useLoaderData<typeof loader>();
  return <VerifyPage external={external} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
