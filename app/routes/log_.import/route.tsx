import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { ImportPage } from "#app/logbook/import-page.tsx";
import { ImportPreview } from "#app/logbook/import-preview.tsx";
import { previewOf } from "#app/logbook/import-view.ts";
import { previewImport } from "#app/logbook/import-logbook.server.ts";
import { readSentFiles } from "#app/logbook/read-files.server.ts";
import { requireOwnLog } from "#app/logbook/request.server.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.logbook.import.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOwnLog(request, context);
  return null;
}

/** Looks at the files and says what would happen; writes nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { actor, programmeId, startedOn } = await requireOwnLog(request, context);
  const sent = await readSentFiles(request);
  if (!sent.ok) return data({ error: sent.error, preview: null }, { status: 400 });
  const at = { traineeId: actor.personId, programmeId, startedOn, today: actor.today };
  const judged = await previewImport(context.database.reader, context.keyring, at, sent.files);
  return data({ error: null, preview: { files: judged.map(previewOf), texts: sent.files.map((file) => file.text.replaceAll("\0", "")) } });
}

export default function Import() {
  const answer = useActionData<typeof action>();
  return answer?.preview ? <ImportPreview {...answer.preview} /> : <ImportPage error={answer?.error ?? null} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
