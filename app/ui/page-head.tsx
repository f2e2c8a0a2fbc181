import type { ReactNode } from "react";

interface PageHeadProps {
  /** A short line above: where one is. */
  readonly kicker?: ReactNode;
  /** The page's one question, answered. */
  readonly title: string;
  /** A sentence below. */
  readonly lead?: ReactNode;
  /** The primary button first, then quiet ones. */
  readonly actions?: ReactNode;
}

/** The head of a page: kicker, heading, lead and what can be done. */
export function PageHead({ kicker, title, lead, actions }: PageHeadProps) {
  return (
    <div className="page-head">
      <div className="grow">
        {kicker !== undefined && <p className="muted">{kicker}</p>}
        <h1>{title}</h1>
        {lead !== undefined && <p className="muted page-lead">{lead}</p>}
      </div>
      {actions !== undefined && <div className="actions">{actions}</div>}
    </div>
  );
}
