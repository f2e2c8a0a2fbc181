import { Link } from "@remix-run/react";

import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { Client } from "./model.ts";

const { clients: said, ageBands, noAgeBand, entry, saved } = words.logbook;

/** The age band of a client in words. */
export function ageBandText({ ageBand }: Pick<Client, "ageBand">): string {
  return ageBand === null ? noAgeBand : ageBands[ageBand];
}

/** Whether the case is open, as a chip. */
export function CaseChip({ closedOn }: Pick<Client, "closedOn">) {
  return closedOn === null ? <Chip tone="brand">{said.open}</Chip> : <Chip>{said.closed(closedOn)}</Chip>;
}

const COLUMNS: readonly Column<Client>[] = [
  { key: "code", label: said.columns.code, heads: true, cell: (c) => <Link to={paths.client(c.id)}>{c.code}</Link> },
  { key: "age", label: said.columns.ageBand, cell: ageBandText },
  { key: "cycles", label: said.columns.cycles, numeric: true, cell: (c) => c.cycles },
  { key: "last", label: said.columns.lastDay, cell: (c) => (c.lastDay === null ? said.none : formatDay(c.lastDay)) },
  { key: "state", label: said.columns.state, cell: (c) => <CaseChip closedOn={c.closedOn} /> },
];

/** The trainee's clients, the one seen last first. */
export function ClientsPage({ clients, mayOpen, isVoided }: { readonly clients: readonly Client[]; readonly mayOpen: boolean; readonly isVoided: boolean }) {
  return (
    <Stack gap="large">
      <PageHead kicker={<Link to={paths.log()}>{entry.back}</Link>} title={said.heading(clients.length)} lead={said.lead}
        actions={mayOpen && <ButtonLink to={paths.newClient()} look="primary" icon="add">{said.new}</ButtonLink>} />
      {isVoided && <Notice kind="success">{saved.client_voided}</Notice>}
      <Card>
        {clients.length === 0
          ? <EmptyState title={said.empty} {...(mayOpen ? { action: <ButtonLink to={paths.newCycle()}>{said.log}</ButtonLink> } : {})}><p>{said.emptyText}</p></EmptyState>
          : <DataTable caption={said.caption} columns={COLUMNS} rows={clients} keyOf={(c) => c.id} />}
      </Card>
    </Stack>
  );
}
