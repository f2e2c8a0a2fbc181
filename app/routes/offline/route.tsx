import type { MetaFunction } from "@remix-run/node";

import { EntryPage } from "#app/offline/entry-page.tsx";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.offline.page.title) }];

export default function Offline() {
  return <EntryPage />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
