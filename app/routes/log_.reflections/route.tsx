import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { findOwnEnrolment } from "#app/logbook/own-record.server.ts";
import { ReflectionsPage } from "#app/logbook/reflection-list.tsx";
import { listOwnReflections, listSharedWith, mapShares } from "#app/logbook/reflection-queries.server.ts";
import { reflectionLine } from "#app/logbook/reflection-view.ts";
import { findRecord } from "#app/pathway/queries.server.ts";
import { hasRole } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { groupBy } from "#app/platform/group-by.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const ROWS_A_PAGE = 50;
const MAX_ROWS = 10_000;

export const meta: MetaFunction = () => [{ title: words.common.title(words.reflections.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const db = context.database.reader;
  if (!hasRole(actor, "trainee") && !await findRecord(db, actor.personId)) throw forbidden();
  const asked = new URL(request.url).searchParams;
  const show = z.coerce.number().int().min(ROWS_A_PAGE).max(MAX_ROWS).catch(ROWS_A_PAGE).parse(asked.get("show") ?? ROWS_A_PAGE);
  const [own, shares] = [await listOwnReflections(db, actor.personId), await mapShares(db, actor.personId, actor.today)];
  const shared = await listSharedWith(db, actor);
  const people = await mapPeople(db, shared.map((r) => r.traineeId));
  return {
    total: own.length, lines: own.slice(0, show).map((r) => reflectionLine(r, shares.get(r.id) ?? [])),
    shared: [...groupBy(shared, (r) => r.traineeId)].map(([id, theirs]) => ({ name: people.get(id)?.name ?? "", lines: theirs.map((r) => reflectionLine(r)) })),
    mayWrite: await findOwnEnrolment(db, actor, "reflection.write") !== undefined, hasSaved: asked.get("saved") === "voided",
    moreTo: paths.reflections({ show: show + ROWS_A_PAGE }),
  };
}

export default function Reflections() {
  return <ReflectionsPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
