import { Link } from "@remix-run/react";

import { PublicationTable } from "#app/outcomes/publication-page.tsx";
import type { Publication } from "#app/outcomes/publication.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

const said = words.seen;
const { publication } = words.outcomes;

/** The table in which the reader is one of a number. */
export function PublishedPage({ published }: { readonly published: Publication | null }) {
  const kicker = <Link to={paths.seenOfMe()}>{said.title}</Link>;
  if (!published) return <Stack gap="large"><PageHead kicker={kicker} title={publication.tooEarly} /><EmptyState title={publication.tooEarlyText} /></Stack>;
  return (
    <Stack gap="large">
      <PageHead kicker={kicker} title={publication.heading(published.day)} lead={said.published.text} />
      <PublicationTable publication={published} />
    </Stack>
  );
}
