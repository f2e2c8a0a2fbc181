import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { notFound } from "#app/platform/http/responses.ts";
import { ExactPage } from "#app/seen/exact-page.tsx";
import { findExactPages } from "#app/seen/exact.server.ts";
import { PublishedPage } from "#app/seen/published-page.tsx";
import { findPublished } from "#app/seen/published.server.ts";
import { requireSeen } from "#app/seen/request.server.ts";
import { words } from "#app/words/words.ts";

const PARTS = ["record", "led", "managed"] as const;

export const meta: MetaFunction = () => [{ title: words.common.title(words.seen.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireSeen(request, context);
  const { personId = "" } = params;
  const db = context.database.reader;
  if (personId === "published") return { published: await findPublished(db, actor), exact: null, part: null };
  const exact = await findExactPages(db, personId, actor.personId, context.clock());
  const asked = new URL(request.url).searchParams.get("as");
  const part = PARTS.find((name) => name === asked && exact?.[name]) ?? PARTS.find((name) => exact?.[name]);
  if (!exact || !part) throw notFound();
  return { published: null, exact, part };
}

export default function SeenBySomebody() {
  const { published, exact, part } = useLoaderData<typeof loader>();
  return exact ? <ExactPage {...exact} part={part} /> : <PublishedPage published={published} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
