import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import type { ServerBuild } from "@remix-run/node";
import { describe, expect, test } from "vitest";

import { createPortalHandler } from "#tests/support/portal-handler.ts";
import { contextFor, TEST_ORIGIN } from "#tests/support/actors.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { NOON } from "#tests/support/logbook.ts";

import { statusFor } from "./access.ts";
import { CAST, makeScene, type Scene, SECRET_NOTE, type Who } from "./cast.ts";
import { READING } from "./reading.ts";
import { bodyOf, type Sent } from "./sending.ts";
import { WRITING } from "./writing.ts";

const BUILT = path.resolve("build/server/index.js");
if (!existsSync(BUILT)) throw new Error("the routes are asked of the built app: run `npm run build` first");
const build = await import(pathToFileURL(BUILT).href) as ServerBuild;
const routes = Object.keys(build.routes).filter((id) => id !== "root").sort();

interface Stage extends Scene {
  ask(who: Who, to: string, sent?: Sent, method?: string): Promise<{ status: number; location: string | null; text: string }>;
  links(): Promise<number>;
}

async function setStage(): Promise<Stage> {
  const scene = await makeScene(await freshDatabase());
  const { environment, ...services } = contextFor(scene.db, NOON);
  const handle = createPortalHandler({ build, environment: { ...environment, isProduction: true }, services });
  return {
    ...scene,
    async ask(who, to, sent, method = "POST") {
      const cookie = scene.cookies[who];
      const headers = { "sec-fetch-site": "same-origin", ...(cookie === undefined ? {} : { cookie }) };
      const own = sent === undefined ? undefined : bodyOf(sent);
      const init = own === undefined ? { headers } : { method, headers: { ...headers, ...own.headers }, body: own.body };
      const response = await handle(new Request(TEST_ORIGIN + to, init), { address: "192.0.2.1" });
      return { status: response.status, location: response.headers.get("location"), text: await response.text() };
    },
    links: async () => (await scene.db.reader.selectFrom("audit_head").select("seq").executeTakeFirstOrThrow()).seq,
  };
}

/** People who are never shown a client, a note or a film, whatever the page. */
const NEVER_SEE: readonly Who[] = ["nobody", "peer", "stranger", "past_supervisor", "reviewer", "lead", "other_lead", "administrator", "other_administrator"];

const modulesWith = (...parts: readonly ("loader" | "default" | "action")[]): string[] =>
  routes.filter((id) => parts.some((part) => build.routes[id]?.module[part] !== undefined));

describe("every route is known", () => {
  test("what it shows to the table of what is read, and nothing else stands there", () => {
    expect(Object.keys(READING).sort()).toEqual(modulesWith("loader", "default"));
  });

  test("what it takes to the table of what is written, and nothing else stands there", () => {
    expect(Object.keys(WRITING).sort()).toEqual(modulesWith("action"));
  });
});

describe("reading", () => {
  for (const [id, accesses] of Object.entries(READING)) {
    test(id, async () => {
      const stage = await setStage();
      for (const access of accesses) {
        const to = access.at(stage);
        for (const who of CAST) {
          const answer = await stage.ask(who, to);
          const nobody = access.nobody ?? 302;
          const wanted = who === "nobody" ? nobody : access.sees.includes(who) ? access.status ?? 200 : statusFor(access.otherwise, who);
          expect({ who, to, status: answer.status }).toEqual({ who, to, status: wanted });
          if (who === "nobody" && access.nobody === undefined) expect(answer.location).toMatch(/^\/sign-in/);
          const data = await stage.ask(who, `${to.split("?", 1)[0] ?? ""}.data`);
          expect([who, data.status === 500]).toEqual([who, false]);
          if (!NEVER_SEE.includes(who)) continue;
          for (const secret of [stage.clientCode, SECRET_NOTE]) {
            expect(answer.text + data.text, `${who} at ${to}`).not.toContain(secret);
          }
        }
      }
    });
  }
});

describe("writing", () => {
  for (const [id, writings] of Object.entries(WRITING)) {
    test(id, async () => {
      for (const writing of writings) {
        const stage = await setStage();
        for (const who of CAST.filter((one) => !writing.may.includes(one))) {
          const before = await stage.links();
          const answer = await stage.ask(who, writing.at(stage), writing.form(stage, who), writing.method);
          const nobody = writing.nobody ?? 302;
          expect({ who, status: answer.status }).toEqual({ who, status: who === "nobody" ? nobody : statusFor(writing.otherwise, who) });
          expect([who, await stage.links()], "nothing is recorded, so nothing is written").toEqual([who, before]);
        }
        for (const who of writing.may) {
          const fresh = await setStage();
          const before = await fresh.links();
          const answer = await fresh.ask(who, writing.at(fresh), writing.form(fresh, who), writing.method);
          const wanted = writing.status ?? 302;
          expect({ who, status: answer.status, text: answer.status === wanted ? "" : answer.text }).toEqual({ who, status: wanted, text: "" });
          expect([who, await fresh.links() > before], "what is written is recorded").toEqual([who, writing.isOnlyLookedAt !== true]);
        }
      }
    });
  }
});
