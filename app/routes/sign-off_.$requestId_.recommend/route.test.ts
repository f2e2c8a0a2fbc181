import { expect, test } from "vitest";

import { readRequest } from "#app/accreditation/queries.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { NOON } from "#tests/support/logbook.ts";
import { asked, makeSigningWorld, signingInput } from "#tests/support/signing.ts";

import * as page from "./route.tsx";

test("recommended twice by one supervisor, in two tabs: the second hears that it was done, not that it is not theirs", async () => {
  const world = await makeSigningWorld(await freshDatabase());
  const requestId = await asked(world, 3);
  const { seen } = await signingInput(world, requestId, 3);
  const { cookie } = await signIn(world.db, world.supervisor.id, NOON);
  const form = { recordVersion: String(seen.recordVersion), evidenceHash: seen.evidenceHash };
  const press = () => page.action({ request: requestOf("/sign-off/x", { cookie, form }), context: contextFor(world.db, NOON, { isDemo: true }), params: { requestId } });
  expect(await press()).toMatchObject({ status: 302 });
  expect(await press()).toMatchObject({ init: { status: 409 } });
  expect((await readRequest(world.db.reader, requestId))?.signatures).toHaveLength(1);
});
