import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { listChangeChoices } from "#app/logbook/change-choices.server.ts";
import { changeDefaults } from "#app/logbook/change-defaults.ts";
import { changeEntry } from "#app/logbook/change-entry.server.ts";
import { ChangePage, changeTitle } from "#app/logbook/change-page.tsx";
import { clashOfEntry } from "#app/logbook/clash.server.ts";
import type { OwnEntry } from "#app/logbook/content.ts";
import { readChange } from "#app/logbook/read-change.server.ts";
import { findOwnReflection } from "#app/logbook/reflections.server.ts";
import { cycleFormContextOf, formContextOf, type OwnLog, requireEntry, requireOwnLog } from "#app/logbook/request.server.ts";
import { TYPED_LABELS } from "#app/logbook/typed-labels.ts";
import { answerRefusal } from "#app/people/form-answers.server.ts";
import { givingBack } from "#app/people/giving-back.server.ts";
import type { AppContext } from "#app/platform/context.ts";
import { forbidden } from "#app/platform/http/responses.ts";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: words.common.title(page ? changeTitle(page.defaults.kind) : words.logbook.log.title) }];

async function requireChangeable(request: Request, entryId: string | undefined, context: AppContext): Promise<{ log: OwnLog; entry: OwnEntry }> {
  const { entry, isOwn } = await requireEntry(request, entryId, context);
  if (!isOwn || entry.kind === "recognised") throw forbidden();
  return { log: await requireOwnLog(request, context), entry };
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { log, entry } = await requireChangeable(request, params.entryId, context);
  const db = context.database.reader;
  return {
    entryId: entry.id, voided: entry.voided, version: entry.version, defaults: changeDefaults(entry, await findOwnReflection(db, log.actor.personId, entry.id)),
    ...await listChangeChoices(db, log, entry),
  };
}

export const action = givingBack(TYPED_LABELS.entry, async ({ request, params, context }) => {
  const { log, entry } = await requireChangeable(request, params.entryId, context);
  const db = context.database.reader;
  const change = await readChange(request, db, entry, entry.kind === "cycle" ? await cycleFormContextOf(db, log, entry) : await formContextOf(db, log, entry));
  if (!change.ok) return data({ ...change.response.data, clash: null }, { status: 400 });
  const { content, fromVersion, reason, submission } = change;
  const result = await changeEntry(context.database, log.actor, { entryId: entry.id, fromVersion, content, reason }, context.clock());
  if (result.ok) return redirect(`${paths.entry(entry.id)}?saved=${result.value.lapsed ? "lapsed" : result.value.reopened ? "changed_reopened" : "changed"}`);
  const refused = answerRefusal(submission, result);
  if (result.code !== "changed_meanwhile") return data({ ...refused.data, clash: null }, refused.init ?? {});
  const { entry: now } = await requireChangeable(request, entry.id, context);
  const { clients, supervisors, fellows, cycles } = await listChangeChoices(db, log, now);
  const clash = await clashOfEntry(db, now, { content, fromVersion }, { clients, people: [...supervisors, ...fellows], cycles });
  return data({ ...refused.data, clash }, { status: 409 });
});

export default function ChangeEntry() {
  const answer = useActionData<typeof action>();
  return <ChangePage {...useLoaderData<typeof loader>()} clash={answer?.clash ?? null} lastResult={answer?.lastResult} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
