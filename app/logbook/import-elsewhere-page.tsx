import { isRouteErrorResponse, useRouteError } from "@remix-run/react";

import { ButtonLink } from "#app/ui/button.tsx";
import { ErrorBoundary } from "#app/ui/error-page.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { WordsBack } from "#app/ui/words-back.tsx";
import { words } from "#app/words/words.ts";

import { readElsewhere } from "./import-elsewhere.ts";

const said = words.imports.elsewhere;

/** The error boundary of an import's pages: where something else stands now than the page showed it says so, with the ways on. */
export function ImportErrorBoundary() {
  const error = useRouteError();
  const found = isRouteErrorResponse(error) ? readElsewhere(error.data) : undefined;
  if (!found) return <ErrorBoundary />;
  const { title, text } = said[found.what];
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead title={title} lead={text} />
        <WordsBack typed={found.typed} />
        <Actions>
          {found.what === "another_file"
            ? <><ButtonLink to={paths.importColumns()} look="primary" reload>{said.toOther}</ButtonLink><ButtonLink to={paths.importLogbook()}>{said.anew}</ButtonLink></>
            : <ButtonLink to={paths.importRows()} look="primary" reload>{said.toRows}</ButtonLink>}
        </Actions>
      </Stack>
    </Narrow>
  );
}
