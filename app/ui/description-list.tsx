import type { ReactNode } from "react";

export interface Description {
  readonly term: string;
  readonly value: ReactNode;
}

/** Terms and their values, beside each other; below each other on a phone. */
export function DescriptionList({ items }: { readonly items: readonly Description[] }) {
  return (
    <dl className="description-list">
      {items.map(({ term, value }) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
