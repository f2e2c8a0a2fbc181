import type { ActionFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";

import { contextFor, requestOf } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";

import { action, loader } from "./route.tsx";

const NOW = new Date("2026-06-15T12:00:00.000Z");

async function post(form: Readonly<Record<string, string>>): Promise<Response> {
  const args: ActionFunctionArgs = { request: requestOf("/theme", { form }), params: {}, context: { ...contextFor(await freshDatabase(), NOW) } };
  try {
    return await action(args);
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}

describe("choosing a theme", () => {
  it("keeps it in a cookie and goes back to the page", async () => {
    const answer = await post({ theme: "dark", redirectTo: "/log?kind=cycle" });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe("/log?kind=cycle");
    expect(answer.headers.get("set-cookie")).toMatch(/^theme=dark; .*HttpOnly; SameSite=Lax; Secure$/);
  });

  it.each([
    ["another site", "//evil.example"],
    ["a scheme", "https://evil.example/"],
    ["nowhere", ""],
  ])("goes home rather than to %s", async (_why, redirectTo) => {
    expect((await post({ theme: "light", redirectTo })).headers.get("location")).toBe("/");
  });

  it.each([["a theme that there is not", { theme: "pink" }], ["no theme", {}]])("refuses %s and sets no cookie", async (_why, form) => {
    const answer = await post(form);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  it("leads a visitor home", () => {
    expect(loader().headers.get("location")).toBe("/");
  });
});
