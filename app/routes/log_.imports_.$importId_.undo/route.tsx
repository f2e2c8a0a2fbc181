import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { UndoImportPage } from "#app/logbook/imports-page.tsx";
import { requireOwnLog } from "#app/logbook/request.server.ts";
import { findUndoing, undoImport } from "#app/logbook/undo-import.server.ts";
import { groupBy } from "#app/platform/group-by.ts";
import { forbidden, notFound } from "#app/platform/http/responses.ts";
import { isId } from "#app/platform/ids.ts";
import { entryTitleOn } from "#app/progress/entry-lines.ts";
import { paths } from "#app/ui/paths.ts";
import { explain } from "#app/words/explain.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.imports.list.title) }];

/** What stays of a large import is counted, and not all of it listed. */
const MOST_LISTED = 200;

const idOf = (importId: string | undefined): string => {
  if (importId === undefined || !isId(importId)) throw notFound();
  return importId;
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor } = await requireOwnLog(request, context);
  const undoing = await findUndoing(context.database.reader, actor.personId, idOf(params.importId), actor.today);
  if (!undoing) throw notFound();
  const { batch, goes, reviews, clients, stays } = undoing;
  const staying = Object.fromEntries([...groupBy(stays, ({ because }) => because)].map(([because, there]) => [because, there.length]));
  return { batch, goes: goes.length, reviews: reviews.length, clients: clients.length, staying, stays: stays.slice(0, MOST_LISTED).map(({ entry, because }) => ({ id: entry.id, title: entryTitleOn(entry, actor.today), because })) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireOwnLog(request, context);
  const importId = idOf(params.importId);
  const result = await undoImport(context.database, actor, { importId }, context.clock());
  if (result.ok) return redirect(paths.imports(importId));
  if (result.code === "not_there") throw notFound();
  if (result.code === "not_allowed") throw forbidden();
  const { text, status } = explain(result.code);
  return data({ error: text }, { status });
}

export default function UndoImport() {
  return <UndoImportPage {...useLoaderData<typeof loader>()} error={useActionData<typeof action>()?.error ?? null} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
