import type { ReactNode } from "react";

/** The bar that stays at the foot while things are being chosen: what is chosen, and what to do with it. */
export function SelectionBar({ children, actions }: { readonly children: ReactNode; readonly actions: ReactNode }) {
  return <div className="selection-bar"><div className="grow">{children}</div><div className="actions">{actions}</div></div>;
}
