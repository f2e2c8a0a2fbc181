import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { findProof, prove } from "#app/people/prove.server.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { NO_ANSWER_STATUS } from "#app/people/no-answer.server.ts";
import { archiveForm } from "#app/record/archive-form.ts";
import { ArchivePage, WHY_NOT_MADE } from "#app/record/archive-page.tsx";
import { requireOwnRecord } from "#app/record/take-along.server.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

/** The browser sends the form on as it is: the file is the answer to a form, and the page stays. */
const SENT_ON = 307;

export const meta: MetaFunction = () => [{ title: words.common.title(words.record.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const proof = await findProof(context, await requireOwnRecord(request, context));
  const said = new URL(request.url).searchParams.get("said");
  const notMade = WHY_NOT_MADE.find((why) => why === said) ?? null;
  return data({ proof, notMade }, { status: notMade === null ? 200 : NO_ANSWER_STATUS[notMade] });
}

export async function action({ request, context }: ActionFunctionArgs) {
  await requireOwnRecord(request, context);
  const form = await readForm(request, archiveForm);
  if (!form.ok) return form.response;
  return await prove(request, context, form.submission, form.value) ?? redirect(paths.archiveFile(), SENT_ON);
}

/** A proof is asked for by what stands after the form was answered, not by what stood when the page was opened. */
export const shouldRevalidate = (): boolean => true;

export default function Archive() {
  return <ArchivePage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
