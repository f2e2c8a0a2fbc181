import type { ReactNode } from "react";

import { Icon } from "./icon.tsx";

/** Something that opens on a press, without JavaScript too. */
export function Disclosure({ summary, children, open }: { readonly summary: ReactNode; readonly children: ReactNode; readonly open?: boolean }) {
  return (
    <details className="disclosure" open={open}>
      <summary><Icon name="down" /><span>{summary}</span></summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
