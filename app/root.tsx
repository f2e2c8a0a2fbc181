import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "#app/ui/styles/app.css";

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";

import { countUnseen } from "#app/notices/queries.server.ts";
import { homeFor, navFor } from "#app/people/home.ts";
import type { Actor } from "#app/people/model.ts";
import { currentActor } from "#app/people/request.server.ts";
import { SignOutWarning, WaitingNotice } from "#app/offline/waiting-notice.tsx";
import { useWaiting } from "#app/offline/use-waiting.ts";
import { numberedFailure } from "#app/platform/http/failure.server.ts";
import { AppShell } from "#app/ui/app-shell.tsx";
import { initialsOf } from "#app/ui/avatar.tsx";
import type { IconName } from "#app/ui/icon.tsx";
import { useNonceProps } from "#app/ui/nonce.ts";
import { paths } from "#app/ui/paths.ts";
import type { NavPlace, RootData } from "#app/ui/root-data.ts";
import { useRootData } from "#app/ui/root-data.ts";
import { themeOf } from "#app/ui/theme.ts";
import { words } from "#app/words/words.ts";
import { countWaiting, IN_THE_QUEUE } from "#app/worklist/queries.server.ts";
import type { Reader } from "#db/database.server.ts";

export const meta: MetaFunction = () => [{ title: words.common.product }, { name: "description", content: words.common.description }];

const NAV_ICONS = {
  progress: "progress", log: "log", submissions: "film", waiting: "waiting", sign_off: "check", trainees: "people", cohorts: "people", publication: "progress", people: "people", pathways: "pathway", programme: "settings",
} as const satisfies Record<ReturnType<typeof navFor>[number]["key"], IconName>;

/** The homes that say what was told: somebody whose home is another has nothing to be told of. */
const SHOWS_NEWS: readonly string[] = [paths.progress(), paths.waiting()];

async function navOf(actor: Actor, db: Reader): Promise<readonly NavPlace[]> {
  const [places, home] = [navFor(actor), homeFor(actor)];
  const hasQueue = places.some(({ key }) => key === "waiting");
  const waiting = hasQueue ? await countWaiting(db, actor) : 0;
  // The queue shows what is in it once, so a home that is the queue does not count it as news too.
  const news = await countUnseen(db, actor.personId, home === paths.waiting() ? IN_THE_QUEUE : undefined);
  return places.map(({ key, to }) => {
    const [due, fresh] = [key === "waiting" ? waiting : 0, to === home && SHOWS_NEWS.includes(to) ? news : 0];
    return { key, to, label: words.common.navItems[key], icon: NAV_ICONS[key], count: due + fresh, mark: words.notices.mark(due, fresh) };
  });
}

async function rootData({ request, context }: LoaderFunctionArgs): Promise<RootData> {
  const actor = await currentActor(request, context);
  return {
    theme: themeOf(request.headers.get("cookie")),
    requestId: context.requestId,
    person: actor === null ? null : { id: actor.personId, name: actor.name, initials: initialsOf(actor.name) },
    nav: actor === null ? [] : await navOf(actor, context.database.reader),
  };
}

/** What every page needs: the theme, the request's number, who is signed in and where they can go. */
export async function loader(args: LoaderFunctionArgs): Promise<RootData> {
  try {
    return await rootData(args);
  } catch (error) {
    throw error instanceof Response ? error : numberedFailure(error, args);
  }
}

/** The document around every page, its error page too. */
export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = useNonceProps();
  const root = useRootData();
  const { pathname, search } = useLocation();
  const theme = root?.theme ?? "system";
  const person = root?.person ?? null;
  const waiting = useWaiting(person?.id ?? null, root?.nav.some(({ key }) => key === "log") ?? false);
  return (
    <html lang="en-GB" data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon-192.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <Meta />
        <Links />
      </head>
      <body>
        <AppShell person={person} nav={root?.nav ?? []} theme={theme} path={pathname + search} signOutNote={<SignOutWarning state={waiting} />}
          before={person && <WaitingNotice account={person.id} state={waiting} />}>{children}</AppShell>
        <ScrollRestoration {...nonce} />
        <Scripts {...nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
