import type { ReactNode } from "react";

import { Card } from "#app/ui/card.tsx";
import { Narrow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";

/** A page that is one form. */
export function FormPage({ title, lead, children }: { readonly title: string; readonly lead?: string; readonly children: ReactNode }) {
  return (
    <Narrow>
      <PageHead title={title} {...(lead === undefined ? {} : { lead })} />
      <Card>{children}</Card>
    </Narrow>
  );
}
