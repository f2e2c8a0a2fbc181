import { Form } from "@remix-run/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FilterInput } from "#app/ui/filter-input.tsx";
import { FilterSelect } from "#app/ui/filter-select.tsx";
import { paths } from "#app/ui/paths.ts";
import { formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { AskedLog } from "./asked-log.ts";
import { optionsOf } from "./entry-fields.tsx";

const { log, kinds } = words.logbook;
const { filters, stateNames } = log;
const said = words.logViews;

/** A client as one can be chosen. */
export interface ClientCode {
  readonly id: string;
  readonly code: string;
}

interface LogFilterProps {
  readonly asked: AskedLog;
  readonly clients: readonly ClientCode[];
  readonly stages: readonly number[];
}

/** What was asked for, in words; nothing for the whole log. */
export function partsOf(asked: AskedLog, clients: readonly ClientCode[]): string[] {
  const labels = [
    asked.words === null ? undefined : said.said.words(asked.words),
    optionsOf(kinds).find((o) => o.value === asked.kind)?.label, clients.find((c) => c.id === asked.client)?.code,
    optionsOf(stateNames).find((o) => o.value === asked.state)?.label, asked.stage === null ? undefined : said.stageNamed(asked.stage),
    asked.from === null ? undefined : said.said.from(formatDay(asked.from)), asked.to === null ? undefined : said.said.to(formatDay(asked.to)),
  ];
  return labels.filter((label) => label !== undefined);
}

/** The search, and folded away what else narrows the log; all of it goes into the address. */
export function LogFilter({ asked, clients, stages }: LogFilterProps) {
  const parts = partsOf({ ...asked, words: null }, clients);
  const isFiltered = parts.length > 0 || asked.words !== null;
  return (
    <Form method="get" action={paths.log()}>
      <div className="log-find">
        <FilterInput name="words" type="search" label={said.search} hint={said.searchHint} value={asked.words} />
        <Button look="quiet">{said.find}</Button>
      </div>
      <Disclosure summary={parts.length > 0 ? filters.now(parts) : filters.label} open={parts.length > 0}>
        <div className="field-row">
          <FilterSelect name="kind" label={filters.kind} empty={filters.all} value={asked.kind} options={optionsOf(kinds)} />
          <FilterSelect name="client" label={filters.client} empty={filters.allClients} value={asked.client} options={clients.map((c) => ({ value: c.id, label: c.code }))} />
          <FilterSelect name="state" label={filters.state} empty={filters.allStates} value={asked.state} options={optionsOf(stateNames)} />
          <FilterSelect name="stage" label={said.stage} empty={said.allStages} value={asked.stage === null ? null : String(asked.stage)}
            options={stages.map((stage) => ({ value: String(stage), label: said.stageNamed(stage) }))} />
          <FilterInput name="from" type="date" label={said.from} value={asked.from} />
          <FilterInput name="to" type="date" label={said.to} value={asked.to} />
        </div>
        <div className="actions log-apply"><Button look="quiet">{filters.apply}</Button></div>
      </Disclosure>
      {isFiltered && <ButtonLink to={paths.log()} small>{filters.clear}</ButtonLink>}
    </Form>
  );
}
