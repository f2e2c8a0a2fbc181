import { Link } from "@remix-run/react";

export interface Tab {
  readonly key: string;
  readonly to: string;
  readonly text: string;
  readonly isShown: boolean;
}

/** The same page for each of a few things, by links. */
export function Tabs({ tabs, label }: { readonly tabs: readonly Tab[]; readonly label: string }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ key, to, text, isShown }) => <Link key={key} to={to} aria-current={isShown ? "page" : undefined}>{text}</Link>)}
    </nav>
  );
}
