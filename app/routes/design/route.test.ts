import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, it } from "vitest";

import { contextFor, requestOf } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";

import { loader } from "./route.tsx";

async function visit(isProduction: boolean): Promise<unknown> {
  const context = contextFor(await freshDatabase(), new Date("2026-06-15T12:00:00.000Z"));
  const args: LoaderFunctionArgs = { request: requestOf("/design"), params: {}, context: { ...context, environment: { ...context.environment, isProduction } } };
  return loader(args);
}

it("is there while we build", async () => {
  await expect(visit(false)).resolves.toBeNull();
});

it("is not found in production", async () => {
  await expect(visit(true)).rejects.toMatchObject({ status: 404 });
});
