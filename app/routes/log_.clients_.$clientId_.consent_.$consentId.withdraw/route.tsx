import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { listClipsCovered } from "#app/clips/queries.server.ts";
import { withdrawConsent } from "#app/clips/withdraw-consent.server.ts";
import { WithdrawConsentPage } from "#app/logbook/consent-fields.tsx";
import { withdrawConsentForm } from "#app/logbook/consent-forms.ts";
import { requireWithdrawable } from "#app/logbook/consent-request.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data ? words.consent.withdrawTitle(data.who) : words.consent.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { client, consent, who } = await requireWithdrawable(request, params, context);
  if (consent.withdrawnOn !== null) throw redirect(paths.consents(client.id));
  return { clientId: client.id, who, films: (await listClipsCovered(context.database.reader, consent.id)).length };
}

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, client, consent } = await requireWithdrawable(request, params, context);
  const form = await readForm(request, withdrawConsentForm(actor.today));
  if (!form.ok) return form.response;
  const result = await withdrawConsent(context, actor, { consentId: consent.id, withdrawnOn: form.value.withdrawnOn }, context.clock());
  return result.ok ? redirect(paths.consents(client.id, "withdrawn")) : answerRefusal(form.submission, result);
});

export default function WithdrawConsent() {
  return <WithdrawConsentPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
