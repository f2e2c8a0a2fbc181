import type { ReactNode } from "react";

import { Card } from "#app/ui/card.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";

interface FormPageProps {
  readonly kicker?: string;
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A page that is one form of the log. */
export function FormPage({ kicker, title, lead, children }: FormPageProps) {
  return (
    <Narrow>
      <Stack>
        <PageHead title={title} {...(kicker === undefined ? {} : { kicker })} {...(lead === undefined ? {} : { lead })} />
        <Card>{children}</Card>
      </Stack>
    </Narrow>
  );
}
