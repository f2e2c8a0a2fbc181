import type { SubmissionResult } from "@conform-to/react";

import { ErrorSummary } from "#app/ui/error-summary.tsx";

/** What an act was answered where its form has no fields, or is no longer on the page. */
export function ActErrors({ lastResult }: { readonly lastResult: SubmissionResult | undefined }) {
  const texts = Object.values(lastResult?.error ?? {}).flatMap((ofField) => ofField ?? []);
  return <ErrorSummary errors={texts.map((text) => ({ text }))} />;
}
