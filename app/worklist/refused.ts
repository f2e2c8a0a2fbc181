import type { SubmissionResult } from "@conform-to/react";

import type { SummedError } from "#app/ui/error-summary.tsx";

/** What a refused form says above the page, and what had been ticked. */
export function refusedOf(lastResult: SubmissionResult | undefined): { readonly errors: SummedError[]; readonly chosenBefore: string[] } {
  const texts = Object.values(lastResult?.error ?? {}).flatMap((all) => all ?? []);
  const before: unknown = lastResult?.initialValue?.entry;
  return {
    errors: [...new Set(texts)].map((text) => ({ text })),
    chosenBefore: (Array.isArray(before) ? before : [before]).filter((one): one is string => typeof one === "string"),
  };
}
