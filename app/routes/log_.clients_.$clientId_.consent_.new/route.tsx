import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { missingBeforeFilm } from "#app/logbook/consent.ts";
import { RecordConsentPage } from "#app/logbook/consent-fields.tsx";
import { consentContentOf, recordConsentForm } from "#app/logbook/consent-forms.ts";
import { listConsents } from "#app/logbook/consent-queries.server.ts";
import { recordConsent } from "#app/logbook/consents.server.ts";
import { requireClient } from "#app/logbook/request.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { newId } from "#app/platform/ids.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data ? words.consent.newTitle(data.code) : words.consent.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, client } = await requireClient(request, params.clientId, context);
  const missing = missingBeforeFilm(await listConsents(context.database.reader, client.id), client.ageBand, actor.today);
  const role = missing.find(({ because }) => because === "nobody_recorded" || because === "withdrawn")?.role ?? null;
  return { clientId: client.id, code: client.code, requestId: newId(), role };
}

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, client } = await requireClient(request, params.clientId, context);
  const form = await readForm(request, recordConsentForm(actor.today));
  if (!form.ok) return form.response;
  const { requestId, filmedRole } = form.value;
  const input = { requestId, clientId: client.id, filmedRole, content: consentContentOf(form.value) };
  const result = await recordConsent(context.database, actor, input, context.clock());
  return result.ok ? redirect(paths.consents(client.id, "recorded")) : answerRefusal(form.submission, result);
});

export default function RecordConsent() {
  return <RecordConsentPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
