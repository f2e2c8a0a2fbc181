import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { findRecord } from "#app/pathway/queries.server.ts";
import { AccountPage } from "#app/people/account-page.tsx";
import { getAccount } from "#app/people/accounts.server.ts";
import { countRecoveryCodes } from "#app/people/recovery-codes.server.ts";
import { requireActor } from "#app/people/request.server.ts";
import { hasSecondFactor } from "#app/people/second-factor-state.server.ts";
import { listProgrammes } from "#app/programme/queries.server.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.people.account.title) }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(request, context);
  const db = context.database.reader;
  const { name, email } = await getAccount(db, actor.personId);
  const programmes = new Map((await listProgrammes(db, actor.grants.map((g) => g.programmeId))).map((p) => [p.id, p.name]));
  return {
    name, email,
    grants: actor.grants.map((grant) => ({ ...grant, programme: programmes.get(grant.programmeId) ?? "" })),
    secondFactor: { isOn: await hasSecondFactor(db, actor.personId), codesLeft: await countRecoveryCodes(db, actor.personId), isDemo: context.environment.isDemo },
    hasRecord: await findRecord(db, actor.personId) !== undefined,
    hasChangedPassword: new URL(request.url).searchParams.get("done") === "password",
  };
}

export default function Account() {
  return <AccountPage {...useLoaderData<typeof loader>()} />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
