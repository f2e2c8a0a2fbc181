import type { MetaFunction } from "@remix-run/node";

import { Card } from "#app/ui/card.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

export const meta: MetaFunction = () => [{ title: words.common.title(words.accessibility.title) }];

export default function Accessibility() {
  const { title, lead, sections, contact, prepared, preparedOn } = words.accessibility;
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead title={title} lead={lead} />
        {sections.map(({ heading, points }) => (
          <Card key={heading} title={heading}>
            <ul className="bullets">{points.map((point) => <li key={point}>{point}</li>)}</ul>
          </Card>
        ))}
        <Card title={contact.heading}><p>{contact.text}</p></Card>
        <p className="small muted">{prepared(formatDay(preparedOn))}</p>
      </Stack>
    </Narrow>
  );
}

export { ErrorBoundary } from "#app/ui/error-page.tsx";
