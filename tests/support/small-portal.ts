import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { isRouteErrorResponse } from "@remix-run/react";

import { openBackground } from "#app/platform/background.server.ts";
import type { Environment } from "#app/platform/env.server.ts";
import { logFailure } from "#app/platform/http/failure.server.ts";
import type { Portal } from "#app/platform/http/handler.server.ts";
import { keyringOf } from "#app/platform/keyring.server.ts";
import { openWorkers } from "#app/platform/workers.server.ts";
import { findProgram } from "#server/programs.ts";

import { temporaryClips } from "./clips.ts";
import { freshDatabase } from "./database.ts";

const environment: Environment = {
  port: 3000, dataFolder: "/nowhere", keyFolder: "/nowhere-else", origin: "https://attune.example.org", trustedProxies: [], isDemo: false, isProduction: true,
};

async function echo({ request }: ActionFunctionArgs): Promise<Response> {
  return new Response(await request.text(), { headers: { "Set-Cookie": "theme=dark" } });
}

function tell({ request, context }: LoaderFunctionArgs): Response {
  if (new URL(request.url).searchParams.has("fail")) throw new TypeError("nobody expected this");
  return Response.json({ url: request.url, method: request.method, address: context.address, requestId: context.requestId, host: request.headers.get("host") });
}

const future: ServerBuild["future"] = {
  v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_singleFetch: true, v3_lazyRouteDiscovery: true,
};

/** What a test puts at `/stream`: a route without a page. */
export interface StreamRoute {
  readonly loader?: (args: LoaderFunctionArgs) => Response | Promise<Response>;
  readonly action?: (args: ActionFunctionArgs) => Response | Promise<Response>;
}

/** An app of one route without a page, `/echo`: tells what it was asked, and says back what it was sent. */
const buildWith = (stream: StreamRoute): ServerBuild => ({
  mode: "production", publicPath: "/", assetsBuildDirectory: "", isSpaMode: false, future,
  entry: {
    module: {
      default: (_request, status) => new Response("<!doctype html><title>page</title>", { status, headers: { "Content-Type": "text/html" } }),
      handleError: (error, at) => { if (!isRouteErrorResponse(error)) logFailure(error, at); },
    },
  },
  assets: { entry: { module: "", imports: [] }, routes: {}, url: "", version: "1" },
  routes: {
    root: { id: "root", path: "", module: { default: () => null } },
    echo: { id: "echo", parentId: "root", path: "echo", module: { default: undefined, loader: tell, action: echo } },
    stream: { id: "stream", parentId: "root", path: "stream", module: { default: undefined, ...stream } },
    import: { id: "import", parentId: "root", path: "log/import", module: { default: undefined, action: echo } },
  },
});

/** A portal over that app, with a real database, for tests of what stands in front of every route. Whoever sends a cookie is signed in. */
export async function smallPortal(over: Partial<Environment> = {}, stream: StreamRoute = {}): Promise<Portal> {
  const services = {
    database: await freshDatabase(), keyring: keyringOf(Buffer.alloc(32)), clock: () => new Date("2026-03-12T09:00:00.000Z"), mail: { send: () => Promise.resolve() }, background: openBackground(() => 0), workers: openWorkers(findProgram),
    clips: temporaryClips(),
  };
  return { build: buildWith(stream), environment: { ...environment, ...over }, services, isSignedIn: (request) => Promise.resolve(request.headers.has("cookie")) };
}
