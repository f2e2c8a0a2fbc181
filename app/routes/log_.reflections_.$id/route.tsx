import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { findOwnEnrolment } from "#app/logbook/own-record.server.ts";
import { findEntry } from "#app/logbook/queries.server.ts";
import { ReflectionPage } from "#app/logbook/reflection-page.tsx";
import { listReflectionVersions, mapShares } from "#app/logbook/reflection-queries.server.ts";
import { requireReflection } from "#app/logbook/reflection-request.server.ts";
import { sharingChip } from "#app/logbook/reflection-view.ts";
import { findPerson } from "#app/people/queries.server.ts";
import { entryTitleOn } from "#app/progress/entry-lines.ts";
import { words } from "#app/words/words.ts";

const { title, page } = words.reflections;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: words.common.title(data ? page.titleOn(data.reflection.writtenOn) : title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, reflection, isOwn } = await requireReflection(request, params.id, context);
  const db = context.database.reader;
  const entry = reflection.entryId === null ? undefined : await findEntry(db, actor, reflection.entryId);
  // A fellow trainee sees nothing of the log: not even which entry it is about.
  const shown = { ...reflection, entryId: entry?.id ?? null };
  const entryTitle = entry ? entryTitleOn(entry, actor.today) : null;
  if (!isOwn) {
    const owner = (await findPerson(db, reflection.traineeId))?.name ?? "";
    return { reflection: shown, entryTitle, owner, chip: null, shares: [], versions: [], may: { write: false, share: false }, saved: null };
  }
  const shares = (await mapShares(db, actor.personId, actor.today)).get(reflection.id) ?? [];
  const mayWrite = await findOwnEnrolment(db, actor, "reflection.write") !== undefined;
  return {
    reflection: shown, entryTitle, owner: null, chip: sharingChip(reflection, shares), shares,
    versions: (await listReflectionVersions(db, actor.personId, reflection.id)).map((v) => ({ version: v.version, at: v.changedAt, voided: v.voided, writtenOn: v.writtenOn, text: v.text })),
    may: { write: mayWrite, share: mayWrite }, saved: new URL(request.url).searchParams.get("saved"),
  };
}

export default function Reflection() {
  return <ReflectionPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
