import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ImportsPage } from "#app/logbook/imports-page.tsx";
import { requireOwnLog } from "#app/logbook/request.server.ts";
import { countUndone, listUndoable } from "#app/logbook/undo-import.server.ts";
import { isId } from "#app/platform/ids.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.imports.list.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor } = await requireOwnLog(request, context);
  const undone = new URL(request.url).searchParams.get("undone");
  const { reader } = context.database;
  return { imports: await listUndoable(reader, actor.personId, actor.today), undone: undone !== null && isId(undone) ? await countUndone(reader, actor.personId, undone) : null };
}

export default function Imports() {
  return <ImportsPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
