import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { requireReceipt } from "#app/clips/clip-request.server.ts";
import { ReceiptPage } from "#app/clips/erase-page.tsx";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.clips.receipt.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { clip, erasure } = await requireReceipt(request, params.clipId, context);
  return { clip: { entryId: clip.entryId, durationMs: clip.durationMs, recordedAt: clip.recordedAt }, erasure };
}

export default function Receipt() {
  return <ReceiptPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
