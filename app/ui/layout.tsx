import type { ReactNode } from "react";

/** Things below each other, evenly spaced. */
export function Stack({ children, gap = "medium" }: { readonly children: ReactNode; readonly gap?: "small" | "medium" | "large" }) {
  return <div className={`stack stack-${gap}`}>{children}</div>;
}

/** Beside each other where there is room, below each other on a phone. `four` keeps two beside each other there. */
export function Columns({ children, of }: { readonly children: ReactNode; readonly of: "two" | "two-one" | "four" }) {
  return <div className={`columns columns-${of}`}>{children}</div>;
}

/** Buttons and links in a line that wraps. */
export function Actions({ children }: { readonly children: ReactNode }) {
  return <div className="actions">{children}</div>;
}

/** Fields in a line that wraps: two short ones beside each other. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className="field-row">{children}</div>;
}

/** A page of running text or a form: not wider than reads well. */
export function Narrow({ children }: { readonly children: ReactNode }) {
  return <div className="narrow">{children}</div>;
}

/** Text that only assistive technology reads. */
export function ReadAloud({ children }: { readonly children: ReactNode }) {
  return <span className="read-aloud">{children}</span>;
}
