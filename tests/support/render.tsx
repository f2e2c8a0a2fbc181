import type { EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

import type { RootData } from "#app/ui/root-data.ts";

const NOBODY: RootData = { theme: "system", requestId: "request-1", person: null, nav: [] };

interface At {
  /** Path of the page that is shown; `/` without one. */
  readonly path?: string;
  readonly root?: RootData;
  /** What a loader or action threw, for an error page. */
  readonly error?: unknown;
}

/** The markup of a component as the server sends it, within a page of the portal. */
export function renderMarkup(element: ReactElement, { path = "/", root = NOBODY, error }: At = {}): string {
  const page = (): ReactElement => element;
  const route = { id: "root", path: "*" };
  const context: EntryContext = {
    manifest: {
      version: "1", url: "", entry: { module: "", imports: [] },
      routes: { root: { ...route, module: "", hasAction: false, hasLoader: true, hasClientAction: false, hasClientLoader: false, hasErrorBoundary: true } },
    },
    routeModules: { root: { default: page, ErrorBoundary: page } },
    staticHandlerContext: {
      basename: "/", location: { pathname: path, search: "", hash: "", state: null, key: "first" },
      matches: [{ params: {}, pathname: path, pathnameBase: "/", route }],
      loaderData: { root }, actionData: null, errors: error === undefined ? null : { root: error }, statusCode: 200,
      loaderHeaders: {}, actionHeaders: {}, activeDeferreds: null,
    },
    future: FUTURE, isSpaMode: false, serializeError: (thrown) => ({ message: thrown.message }),
  };
  return renderToStaticMarkup(<RemixServer context={context} url={`http://portal.example${path}`} />);
}

const FUTURE: EntryContext["future"] = {
  v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_singleFetch: true,
  v3_lazyRouteDiscovery: true,
};
