import type { ReactNode } from "react";

import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";

const ICONS = { success: "check", info: "info", warning: "alert" } as const satisfies Record<string, IconName>;

interface NoticeProps {
  readonly kind?: keyof typeof ICONS;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A banner: `success` after an act, `info` to know, `warning` before one. Announced, never taking the focus. */
export function Notice({ kind = "info", title, children }: NoticeProps) {
  return (
    <div className={`notice notice-${kind}`} role="status">
      <Icon name={ICONS[kind]} size="large" />
      <div>{title !== undefined && <p><b>{title}</b></p>}<div>{children}</div></div>
    </div>
  );
}

/** A rule of the field in a quiet box, beside what it explains. */
export function RuleNote({ children }: { readonly children: ReactNode }) {
  return <div className="rule-note">{children}</div>;
}
