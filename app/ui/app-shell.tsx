import { Form, Link, NavLink } from "@remix-run/react";
import type { ReactNode } from "react";

import { words } from "#app/words/words.ts";

import { Avatar } from "./avatar.tsx";
import { useFocusOnArrival } from "./focus.ts";
import { Icon } from "./icon.tsx";
import { ReadAloud } from "./layout.tsx";
import { Logo } from "./logo.tsx";
import { paths } from "./paths.ts";
import type { NavPlace, RootData, Theme } from "./root-data.ts";
import { ThemeForm } from "./theme-form.tsx";

interface AppShellProps {
  readonly person: RootData["person"];
  readonly nav: readonly NavPlace[];
  readonly theme: Theme;
  /** The address of this page, to come back to after a change of theme. */
  readonly path: string;
  /** What is to be known before signing out, beside its button. */
  readonly signOutNote?: ReactNode;
  /** Above the page: what concerns this device. */
  readonly before?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page: skip link, header, the page, footer; on a phone the navigation stands at the thumb. */
export function AppShell({ person, nav, theme, path, signOutNote, before, children }: AppShellProps) {
  useFocusOnArrival(path);
  return (
    <>
      <a className="skip-link" href="#content">{words.common.skip}</a>
      <header className="site-header">
        <div className="site-header-in">
          <Link className="logo" to={paths.home()}><Logo />{words.common.product}</Link>
          {nav.length > 0 && <nav className="main-nav" aria-label={words.common.nav.label}><NavLinks nav={nav} /></nav>}
          {/* A new key closes the menu when another page is shown. */}
          {person !== null && <PersonMenu key={path} person={person} note={signOutNote} />}
        </div>
      </header>
      <main id="content" className="page" tabIndex={-1}>{before}{children}</main>
      <footer className="site-footer">
        <nav aria-label={words.common.footer.label}><Link to={paths.accessibility()}>{words.common.footer.accessibility}</Link></nav>
        <ThemeForm theme={theme} path={path} />
      </footer>
      {nav.length > 0 && <nav className="bottom-nav" aria-label={words.common.nav.phoneLabel}><NavLinks nav={nav} /></nav>}
    </>
  );
}

function NavLinks({ nav }: { readonly nav: readonly NavPlace[] }) {
  return nav.map(({ key, label, to, icon, count, mark = words.common.waitingMark }) => (
    <NavLink key={key} to={to}>
      <Icon name={icon} />
      <span>{label}</span>
      {count !== undefined && count > 0 && <span className="count">{count}<ReadAloud> {mark}</ReadAloud></span>}
    </NavLink>
  ));
}

function PersonMenu({ person, note }: { readonly person: NonNullable<RootData["person"]>; readonly note: ReactNode }) {
  return (
    <details className="person-menu">
      <summary>
        <ReadAloud>{words.common.menu.label(person.name)}</ReadAloud>
        <span className="person-name" aria-hidden="true">{person.name}</span><Avatar initials={person.initials} />
      </summary>
      <div className="person-menu-in">
        <p className="person-menu-name">{person.name}</p>
        <Link to={paths.account()}><Icon name="settings" />{words.common.menu.account}</Link>
        {note}
        <Form method="post" action={paths.signOut()} reloadDocument><button type="submit"><Icon name="external" />{words.common.menu.signOut}</button></Form>
      </div>
    </details>
  );
}
