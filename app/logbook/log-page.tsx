import { Link } from "@remix-run/react";
import { Fragment, type ReactNode } from "react";

import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { ShowMore } from "#app/ui/show-more.tsx";
import { words } from "#app/words/words.ts";

import { type AskedLog, LOG_STATES, type LogState, queryOf } from "./asked-log.ts";
import { type ClientCode, LogFilter } from "./log-filter.tsx";

const { log: said } = words.logbook;
const logViews = words.logViews;

interface LogPageProps {
  readonly total: number;
  readonly matching: number;
  readonly shown: number;
  /** What all that fits comes to. */
  readonly sums: string;
  readonly byState: Readonly<Record<LogState, number>>;
  readonly asked: AskedLog;
  readonly clients: readonly ClientCode[];
  readonly stages: readonly number[];
  readonly mayWrite: boolean;
  /** How many rows the next press shows. */
  readonly next: number;
  /** The months with their lines. */
  readonly children: ReactNode;
}

/** The whole log: what stands in it, what can be added, and any part of it, month by month. */
export function LogPage(props: LogPageProps) {
  const { total, byState, mayWrite } = props;
  return (
    <Stack gap="large">
      <PageHead title={said.heading(total)} {...(total > 0 ? { lead: <States byState={byState} /> } : {})} actions={<Actions mayWrite={mayWrite} />} />
      {total === 0 ? <Empty mayWrite={mayWrite} /> : <Listed {...props} />}
    </Stack>
  );
}

/** How many entries stand where, each leading to these. */
function States({ byState }: Pick<LogPageProps, "byState">) {
  const standing = LOG_STATES.filter((state) => byState[state] > 0);
  return (
    <>
      {standing.map((state, i) => (
        <Fragment key={state}>
          {i > 0 && " · "}
          <Link to={paths.log({ state })}>{logViews.states[state](byState[state])}</Link>
        </Fragment>
      ))}
      {". "}{logViews.statesNote}
    </>
  );
}

function Listed({ total, matching, shown, sums, asked, clients, stages, next, children }: LogPageProps) {
  const query = queryOf(asked);
  return (
    <>
      <div className="card log-filter"><LogFilter asked={asked} clients={clients} stages={stages} /></div>
      {matching === 0 ? <EmptyState title={said.noneFiltered} action={<ButtonLink to={paths.log()}>{said.filters.clear}</ButtonLink>} /> : (
        <>
          <div className="log-sums">
            <p><strong>{logViews.fitting(matching, total)}</strong>: {sums}. <span className="muted small">{logViews.sumsNote}</span></p>
            <ButtonLink to={paths.log({ ...query, print: "yes" })} small>{logViews.print}</ButtonLink>
          </div>
          {children}
          {matching > shown && (
            <div className="actions">
              <ShowMore to={paths.log({ ...query, show: next })} text={said.more} status={said.showing(shown, matching)} />
              <ButtonLink to={paths.log({ ...query, show: "all" })} small>{logViews.all}</ButtonLink>
            </div>
          )}
        </>
      )}
    </>
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
      <ButtonLink to={paths.reflections()}>{words.reflections.title}</ButtonLink>
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
