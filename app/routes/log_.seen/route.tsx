import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireSeen } from "#app/seen/request.server.ts";
import { SeenPage } from "#app/seen/seen-page.tsx";
import { countUnseenOf, listSeenBy } from "#app/seen/seen.server.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.seen.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireSeen(request, context);
  const db = context.database.reader;
  return { seen: await listSeenBy(db, actor.personId, context.clock()), unseen: await countUnseenOf(db, actor) };
}

export default function Seen() {
  return <SeenPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
