import type { ReactNode } from "react";

/** Nothing here yet: says so, and what to do next. */
export function EmptyState({ title, children, action }: { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="empty-state">
      <p className="empty-title">{title}</p>
      {children !== undefined && <div className="muted">{children}</div>}
      {action !== undefined && <div className="actions">{action}</div>}
    </div>
  );
}
