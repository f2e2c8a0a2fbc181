import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { requireOwnClip } from "#app/clips/clip-request.server.ts";
import { eraseForm } from "#app/clips/erase-form.ts";
import { EraseClipPage } from "#app/clips/erase-page.tsx";
import { eraseClip } from "#app/clips/erase.server.ts";
import { londonDay } from "#app/platform/clock.ts";
import { readForm } from "#app/platform/http/form.server.ts";
import { notFound } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.clips.erase.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { clip, erasure } = await requireOwnClip(request, params.clipId, context);
  if (erasure !== null) throw redirect(paths.clipReceipt(clip.id));
  return { clip: { id: clip.id, entryId: clip.entryId, durationMs: clip.durationMs }, arrivedOn: londonDay(new Date(clip.recordedAt)) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor, clip } = await requireOwnClip(request, params.clipId, context);
  const form = await readForm(request, eraseForm);
  if (!form.ok) return form.response;
  const result = await eraseClip(context, actor, { clipId: clip.id }, context.clock());
  if (!result.ok) throw notFound();
  return redirect(paths.clipReceipt(clip.id));
}

export default function EraseClip() {
  return <EraseClipPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
