import type { SubmissionResult } from "@conform-to/react";
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { words } from "#app/words/words.ts";

import { type RefusedAct, RequestPage } from "./request-page.tsx";
import type { RequestPageData } from "./request-page-data.ts";

/** The title of a request's page, and of every address that takes one of its forms. */
export const meta: MetaFunction<() => Promise<RequestPageData>> = ({ data: page }) => [
  { title: words.common.title(page ? words.accreditation.titleOf(page.stageName, page.traineeName) : words.accreditation.title) },
];

/** Whatever was answered, what stands is read afresh: a form carries what was seen. */
export const shouldRevalidate = (): boolean => true;

/** The page of a request as the address of one of its forms shows it, with what that form was answered. */
export function RequestRoute({ form }: Pick<RefusedAct, "form">) {
  const lastResult = useActionData<{ readonly lastResult: SubmissionResult }>()?.lastResult;
  return <RequestPage {...useLoaderData<RequestPageData>()} refused={lastResult && { form, lastResult }} />;
}
