import type { ReactNode } from "react";

export interface TimelineItem {
  readonly key: string;
  readonly title: ReactNode;
  /** When and by whom. */
  readonly when: string;
  readonly children?: ReactNode;
}

/** What happened, newest first: the versions of an entry, each with who and when. */
export function Timeline({ items, label }: { readonly items: readonly TimelineItem[]; readonly label: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.key}>
          <div className="timeline-title">{item.title}</div>
          <div className="small muted">{item.when}</div>
          {item.children}
        </li>
      ))}
    </ol>
  );
}
