import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";

/** `primary` is the page's one main act; `danger` takes something away; everything else is `quiet`. */
export type ButtonLook = "primary" | "quiet" | "danger";

interface Look {
  readonly look?: ButtonLook | undefined;
  readonly small?: boolean;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

interface ButtonProps extends Look {
  /** Fills the row, as the main button of a form on a phone. */
  readonly wide?: boolean;
  readonly type?: "submit" | "button";
  readonly name?: string;
  readonly value?: string;
  /** The id of a form elsewhere on the page. */
  readonly form?: string;
  /** Another address to post to than the form's own. */
  readonly formAction?: string;
  readonly disabled?: boolean;
  readonly onClick?: () => void;
  readonly pressed?: boolean;
  /** Read out in place of the visible text, beginning with it: "Confirm: supervision on 4 November". */
  readonly label?: string;
}

/** A button that submits (or, with `type="button"`, acts in the page). */
export function Button({ look = "primary", small, wide, icon, children, type = "submit", pressed, label, ...rest }: ButtonProps) {
  return (
    <button type={type} className={classOf({ look, small, wide })} aria-pressed={pressed} aria-label={label} {...rest}>
      {icon && <Icon name={icon} />}{children}
    </button>
  );
}

interface ButtonLinkProps extends Look {
  readonly to: string;
  readonly label?: string;
  /** Loads the address as a whole new page: for files. */
  readonly reload?: boolean;
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ look = "quiet", small, icon, children, to, label, reload }: ButtonLinkProps) {
  return (
    <Link to={to} className={classOf({ look, small })} aria-label={label} {...(reload ? { reloadDocument: true } : {})}>
      {icon && <Icon name={icon} />}{children}
    </Link>
  );
}

function classOf({ look, small, wide }: { look: ButtonLook; small: boolean | undefined; wide?: boolean | undefined }): string {
  return ["button", `button-${look}`, small ? "button-small" : "", wide ? "button-wide" : ""].filter(Boolean).join(" ");
}
