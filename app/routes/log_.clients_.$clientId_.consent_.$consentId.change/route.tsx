import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { ChangeConsentPage } from "#app/logbook/consent-fields.tsx";
import { changeConsentDefaults, changeConsentForm, consentContentOf } from "#app/logbook/consent-forms.ts";
import { requireConsent } from "#app/logbook/consent-request.server.ts";
import { changeConsent } from "#app/logbook/consents.server.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: words.common.title(page ? words.consent.changeTitle(page.who) : words.consent.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { client, consent, who } = await requireConsent(request, params, context);
  if (consent.withdrawnOn !== null) throw redirect(paths.consents(client.id));
  return { clientId: client.id, who, role: consent.filmedRole, version: consent.version, defaults: changeConsentDefaults(consent) };
}

export const action = givingBack({}, async ({ request, params, context }) => {
  const { actor, client, consent } = await requireConsent(request, params, context);
  const form = await readForm(request, changeConsentForm(consent.filmedRole, actor.today));
  if (!form.ok) return data({ ...form.response.data, version: null }, { status: 400 });
  const input = { consentId: consent.id, fromVersion: form.value.fromVersion, content: consentContentOf(form.value) };
  const result = await changeConsent(context.database, actor, input, context.clock());
  if (result.ok) return redirect(paths.consents(client.id, "changed"));
  const refused = answerRefusal(form.submission, result);
  return data({ ...refused.data, version: consent.version }, refused.init ?? {});
});

export default function ChangeConsent() {
  const { version, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ChangeConsentPage {...page} version={answer?.version ?? version} lastResult={answer?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
