import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { VoidConsentPage } from "#app/logbook/consent-fields.tsx";
import { voidConsentForm } from "#app/logbook/consent-forms.ts";
import { requireConsent } from "#app/logbook/consent-request.server.ts";
import { voidConsent } from "#app/logbook/consents.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data ? words.consent.voidTitle(data.who) : words.consent.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { client, consent, who } = await requireConsent(request, params, context);
  if (consent.withdrawnOn !== null) throw redirect(paths.consents(client.id));
  return { clientId: client.id, who, version: consent.version };
}

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, client, consent } = await requireConsent(request, params, context);
  const form = await readForm(request, voidConsentForm);
  if (!form.ok) return form.response;
  const result = await voidConsent(context.database, actor, { consentId: consent.id, ...form.value }, context.clock());
  return result.ok ? redirect(paths.consents(client.id, "voided")) : answerRefusal(form.submission, result);
});

export default function VoidConsent() {
  return <VoidConsentPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
