import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";

import { notFound } from "#app/platform/http/responses.ts";
import { Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { words } from "#app/words/words.ts";

import { FormSamples } from "./form-samples.tsx";
import { ListSamples } from "./list-samples.tsx";
import { MarkSamples } from "./mark-samples.tsx";
import { ProgressSamples } from "./progress-samples.tsx";

export const meta: MetaFunction = () => [{ title: words.common.title("Design") }, { name: "robots", content: "noindex" }];

/** For us while building: in production there is no such page. */
export function loader({ context }: LoaderFunctionArgs) {
  if (context.environment.isProduction) throw notFound();
  return null;
}

export default function Design() {
  return (
    <Stack gap="large">
      <PageHead kicker="For us" title="Every component, in all its states" lead="Look at it at 320, 390 and 1280 px, in light and dark, and on paper." />
      <ProgressSamples />
      <MarkSamples />
      <ListSamples />
      <FormSamples />
    </Stack>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
