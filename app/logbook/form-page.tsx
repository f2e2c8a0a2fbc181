import type { ReactNode } from "react";

import { Card } from "#app/ui/card.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";

/** A page that is one form of the log. `notice` stands between heading and form. */
export function FormPage({ title, lead, notice, children }: { readonly title: string; readonly lead?: string; readonly notice?: ReactNode; readonly children: ReactNode }) {
  return (
    <Narrow>
      <Stack>
        <PageHead title={title} {...(lead === undefined ? {} : { lead })} />
        {notice}
        <Card>{children}</Card>
      </Stack>
    </Narrow>
  );
}
