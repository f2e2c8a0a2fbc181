import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { formatCode, formatCount, listAnd } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { shownText } from "./import/table.ts";

const said = words.imports.done;

interface Pair { readonly label: string; readonly code: string; readonly rows: readonly number[] }

const MAX_ROWS_NAMED = 8;

function rowsOf({ rows }: Pair): string {
  const named = rows.slice(0, MAX_ROWS_NAMED).map(formatCount);
  return rows.length > MAX_ROWS_NAMED ? `${listAnd(named)} …` : listAnd(named);
}

const COLUMNS: readonly Column<Pair>[] = [
  { key: "label", label: said.columns.label, heads: true, cell: (pair) => shownText(pair.label) },
  { key: "code", label: said.columns.code, cell: (pair) => formatCode(pair.code) },
  { key: "rows", label: said.columns.rows, cell: rowsOf },
];

/** What an import wrote, and the pairs of labels and codes, shown this once. */
export function ImportDonePage({ entries, pairs }: { readonly entries: number; readonly pairs: readonly Pair[] }) {
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead title={said.title(entries)} lead={said.lead}
          actions={<><ButtonLink to={paths.log()} look="primary">{said.toLog}</ButtonLink><ButtonLink to={paths.importLogbook()}>{said.another}</ButtonLink><ButtonLink to={paths.imports()}>{said.toList}</ButtonLink></>} />
        {pairs.length > 0 && (
          <Card title={said.pairs}>
            <Stack gap="small">
              <p>{said.pairsText}</p>
              <DataTable caption={said.pairs} captionHidden columns={COLUMNS} rows={pairs} keyOf={(pair) => pair.code} />
            </Stack>
          </Card>
        )}
      </Stack>
    </Narrow>
  );
}
