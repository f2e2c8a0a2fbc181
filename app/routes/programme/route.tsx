import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { givingBack } from "#app/people/giving-back.server.ts";
import type { Actor } from "#app/people/model.ts";
import { can } from "#app/people/policy.ts";
import { requireActor } from "#app/people/request.server.ts";
import { readForm, refuseForm } from "#app/platform/http/form.server.ts";
import { forbidden, notFound } from "#app/platform/http/responses.ts";
import { getProgrammeSettings, listProgrammes } from "#app/programme/queries.server.ts";
import { setProgramme } from "#app/programme/set-programme.server.ts";
import { settingsForm } from "#app/programme/settings-form.ts";
import { SettingsPage } from "#app/programme/settings-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { explain } from "#app/words/explain.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.programme.title) }];

/** The programmes that the actor may set; throws 403 for whoever may set none. */
function settable(actor: Actor): readonly string[] {
  const ids = actor.grants.map((grant) => grant.programmeId).filter((programmeId) => can(actor, "programme.set", { programmeId }));
  if (ids.length === 0) throw forbidden();
  return ids;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const programmes = await listProgrammes(context.database.reader, settable(await requireActor(request, context)));
  const asked = searchParams.get("programme");
  const programme = asked === null ? programmes[0] : programmes.find(({ id }) => id === asked);
  if (!programme) throw notFound();
  const settings = await getProgrammeSettings(context.database.reader, programme.id);
  return { programme, others: programmes.filter(({ id }) => id !== programme.id), settings, isSaved: searchParams.get("saved") === "yes" };
}

export const action = givingBack({ concernProcedure: words.programme.labels.concernProcedure }, async ({ request, context }) => {
  const actor = await requireActor(request, context);
  const ids = settable(actor);
  const form = await readForm(request, settingsForm);
  if (!form.ok) return data({ ...form.response.data, isStale: false }, { status: 400 });
  if (!ids.includes(form.value.programmeId)) throw notFound();
  const result = await setProgramme(context.database, actor, form.value, context.clock());
  if (result.ok) return redirect(paths.programme(form.value.programmeId, "yes"));
  if (result.code === "not_allowed") throw forbidden();
  const refused = refuseForm(form.submission, explain(result.code));
  return data({ ...refused.data, isStale: true }, refused.init ?? {});
});

export default function ProgrammeRoute() {
  const answer = useActionData<typeof action>();
  return <SettingsPage {...useLoaderData<typeof loader>()} isStale={answer?.isStale === true} lastResult={answer?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
