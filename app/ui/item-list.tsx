import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";

/** A list of things with a line between. Its children are `Item`s. */
export function ItemList({ children, label }: { readonly children: ReactNode; readonly label?: string }) {
  return <ul className="item-list" aria-label={label}>{children}</ul>;
}

interface ItemProps {
  readonly icon?: IconName;
  readonly title: ReactNode;
  /** Makes the title a link. */
  readonly to?: string;
  readonly detail?: ReactNode;
  /** A chip, an age, a small button. */
  readonly end?: ReactNode;
  /** A checkbox before everything. */
  readonly start?: ReactNode;
}

/** One thing in a list: what it is, a line about it, and its state. */
export function Item({ icon, title, to, detail, end, start }: ItemProps) {
  return (
    <li className="item">
      {start}
      {icon && <span className="item-icon"><Icon name={icon} /></span>}
      <div className="grow">
        <div className="item-title">{to === undefined ? title : <Link to={to}>{title}</Link>}</div>
        {detail !== undefined && <div className="small muted">{detail}</div>}
      </div>
      {end !== undefined && <div className="item-end">{end}</div>}
    </li>
  );
}
