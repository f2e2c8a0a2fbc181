import { Form } from "@remix-run/react";
import type { ReactNode } from "react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterSelect } from "#app/ui/filter-select.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { ShowMore } from "#app/ui/show-more.tsx";
import { words } from "#app/words/words.ts";

import { optionsOf } from "./entry-fields.tsx";

const { log: said, kinds } = words.logbook;

/** What is asked of the log, as it stands in the address. */
export interface AskedLog {
  readonly kind: string | null;
  readonly clientId: string | null;
  readonly state: string | null;
}

interface LogPageProps {
  readonly total: number;
  readonly matching: number;
  readonly shown: number;
  readonly byState: Readonly<Record<"counts" | "waiting" | "not" | "voided", number>>;
  readonly asked: AskedLog;
  readonly clients: readonly { readonly id: string; readonly code: string }[];
  readonly mayWrite: boolean;
  /** The address of the same list with more rows. */
  readonly moreTo: string;
  /** The lines themselves. */
  readonly children: ReactNode;
}

/** The whole log: what stands in it, what can be added, and any part of it. */
export function LogPage({ total, matching, shown, byState, asked, clients, mayWrite, moreTo, children }: LogPageProps) {
  return (
    <Stack gap="large">
      <PageHead title={said.heading(total)} {...(total > 0 ? { lead: said.states(byState) } : {})} actions={<Actions mayWrite={mayWrite} />} />
      {total === 0 ? <Empty mayWrite={mayWrite} /> : (
        <Card>
          <Stack>
            <Filter asked={asked} clients={clients} />
            {matching === 0 ? <EmptyState title={said.noneFiltered} action={<ButtonLink to={paths.log()}>{said.filters.clear}</ButtonLink>} /> : children}
            {matching > shown && <ShowMore to={moreTo} text={said.more} status={said.showing(shown, matching)} />}
          </Stack>
        </Card>
      )}
    </Stack>
  );
}

function Actions({ mayWrite }: { readonly mayWrite: boolean }) {
  if (!mayWrite) return <ButtonLink to={paths.clients()}>{said.actions.clients}</ButtonLink>;
  return (
    <>
      <ButtonLink to={paths.newCycle()} look="primary" icon="add">{said.actions.cycle}</ButtonLink>
      <ButtonLink to={paths.newSupervision()}>{said.actions.supervision}</ButtonLink>
      <ButtonLink to={paths.newPeerSupervision()}>{said.actions.peerSupervision}</ButtonLink>
      <ButtonLink to={paths.newTraining()}>{said.actions.training}</ButtonLink>
      <ButtonLink to={paths.clients()} icon="people">{said.actions.clients}</ButtonLink>
      <ButtonLink to={paths.importLogbook()} icon="import">{said.actions.import}</ButtonLink>
    </>
  );
}

function Empty({ mayWrite }: { readonly mayWrite: boolean }) {
  return (
    <Card>
      <EmptyState title={said.empty} {...(mayWrite ? { action: <ButtonLink to={paths.importLogbook()} icon="import">{said.emptyImport}</ButtonLink> } : {})}>
        <p>{said.emptyText}</p>
      </EmptyState>
    </Card>
  );
}

function partsOf(asked: AskedLog, clients: LogPageProps["clients"]): string[] {
  const labels = [
    optionsOf(kinds).find((o) => o.value === asked.kind)?.label, clients.find((c) => c.id === asked.clientId)?.code,
    optionsOf(said.stateNames).find((o) => o.value === asked.state)?.label,
  ];
  return labels.filter((label) => label !== undefined);
}

function Filter({ asked, clients }: { readonly asked: AskedLog; readonly clients: LogPageProps["clients"] }) {
  const { filters } = said;
  const parts = partsOf(asked, clients);
  const isFiltered = parts.length > 0;
  return (
    <Disclosure summary={isFiltered ? filters.now(parts) : filters.label}>
      <Form method="get" action={paths.log()} className="form">
        <div className="field-row">
          <FilterSelect name="kind" label={filters.kind} empty={filters.all} value={asked.kind} options={optionsOf(kinds)} />
          <FilterSelect name="client" label={filters.client} empty={filters.allClients} value={asked.clientId} options={clients.map((c) => ({ value: c.id, label: c.code }))} />
          <FilterSelect name="state" label={filters.state} empty={filters.allStates} value={asked.state} options={optionsOf(said.stateNames)} />
        </div>
        <div className="actions">
          <Button look="quiet">{filters.apply}</Button>
          {isFiltered && <ButtonLink to={paths.log()}>{filters.clear}</ButtonLink>}
        </div>
      </Form>
    </Disclosure>
  );
}
