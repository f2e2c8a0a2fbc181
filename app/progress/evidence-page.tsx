import { Link } from "@remix-run/react";

import { Card } from "#app/ui/card.tsx";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { RuleNote } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { Tabs } from "#app/ui/tabs.tsx";
import { words } from "#app/words/words.ts";

import type { EvidenceRow, EvidenceView, LeftOutRow } from "./evidence.ts";

const said = words.progress.evidence;

const dayColumns: Readonly<Record<EvidenceView["columns"], readonly Column<EvidenceRow>[]>> = {
  cycle: [
    { key: "filmed", label: said.columns.filmed, cell: (row) => row.days[0] },
    { key: "reviewed", label: said.columns.reviewed, cell: (row) => row.days[1] },
  ],
  held: [{ key: "day", label: said.columns.day, cell: (row) => row.days[0] }],
};

function columnsOf({ columns, counted }: EvidenceView, isLinked: boolean): Column<EvidenceRow>[] {
  const who: Column<EvidenceRow>[] = counted.some((row) => row.who !== "") ? [{ key: "who", label: said.columns.who, cell: (row) => row.who }] : [];
  return [
    { key: "entry", label: said.columns.entry, heads: true, cell: (row) => (isLinked ? <Link to={paths.entry(row.entryId)}>{row.title}</Link> : row.title) },
    ...dayColumns[columns], ...who,
    { key: "amount", label: said.columns.amount, numeric: true, cell: (row) => row.amount },
    { key: "total", label: said.columns.total, numeric: true, cell: (row) => row.total },
  ];
}

interface PartProps {
  readonly view: EvidenceView;
  /** Whether the reader may open the entries themselves. */
  readonly isLinked: boolean;
}

function Counted({ view, isLinked }: PartProps) {
  if (view.counted.length === 0) return <p className="muted">{said.noCounted}</p>;
  return <DataTable caption={said.countedCaption(view.title)} captionHidden columns={columnsOf(view, isLinked)} rows={view.counted} keyOf={(row) => row.entryId} />;
}

function Recognised({ view, isLinked }: PartProps) {
  if (view.recognised.length === 0) return null;
  return (
    <Card title={said.recognised}>
      <Stack gap="small">
        <p className="muted">{said.recognisedText}</p>
        <DataTable caption={said.recognised} captionHidden columns={columnsOf({ ...view, columns: "held" }, isLinked)} rows={view.recognised} keyOf={(row) => row.entryId} />
      </Stack>
    </Card>
  );
}

function LeftOut({ rows }: { readonly rows: readonly LeftOutRow[] }) {
  return (
    <ul className="item-list">
      {rows.map((row) => (
        <li key={row.entryId} className="item">
          <div className="grow">
            <div className="item-title"><Link to={paths.entry(row.entryId)}>{row.title}</Link>{row.day === "" ? "" : `, ${row.day}`}</div>
            <ul className="bullets small" aria-label={said.reasons}>
              {row.reasons.map(({ text, sameAs }) => (
                <li key={text}>{text}{sameAs === null ? null : <> <Link to={paths.entry(sameAs)}>{said.sameAs}</Link></>}</li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  );
}

function AllLeftOut({ rows }: { readonly rows: readonly LeftOutRow[] }) {
  const [open, further, voided] = [rows.filter((r) => r.group === "open"), rows.filter((r) => r.group === "further"), rows.filter((r) => r.group === "voided")];
  return (
    <Card title={said.leftOut}>
      {open.length === 0 ? <p className="muted">{said.leftOutNone}</p> : <LeftOut rows={open} />}
      {further.length > 0 && <Disclosure summary={said.further(further.length)}><LeftOut rows={further} /></Disclosure>}
      {voided.length > 0 && <Disclosure summary={said.voided(voided.length)}><LeftOut rows={voided} /></Disclosure>}
    </Card>
  );
}

interface EvidencePageProps {
  readonly view: EvidenceView;
  readonly back: { readonly to: string; readonly text: string };
  readonly stageAt: (stage: number) => string;
}

/** A number laid open to somebody who is asked to decide: the entries that made it, and nothing else of the record. */
export function CountedPage({ view, back, note }: Omit<EvidencePageProps, "stageAt"> & { readonly note: string }) {
  return (
    <Stack gap="large">
      <PageHead kicker={<Link to={back.to}>{back.text}</Link>} title={view.heading} lead={view.sum} />
      <Card title={said.counted}><Counted view={view} isLinked={false} /></Card>
      <Recognised view={view} isLinked={false} />
      <RuleNote>{note}</RuleNote>
    </Stack>
  );
}

/** A number laid open: the entries that made it, with the running total, and every reason for those that did not. */
export function EvidencePage({ view, back, stageAt }: EvidencePageProps) {
  return (
    <Stack gap="large">
      <PageHead kicker={<Link to={back.to}>{back.text}</Link>} title={view.heading} lead={view.sum} />
      {view.stages.length > 0 && (
        <Tabs label={said.stages} tabs={view.stages.map(({ stage, text, isShown }) => ({ key: String(stage), to: stageAt(stage), text, isShown }))} />
      )}
      <Card title={said.counted}><Counted view={view} isLinked /></Card>
      <Recognised view={view} isLinked />
      <AllLeftOut rows={view.leftOut} />
      {view.rule !== "" && <RuleNote><p>{view.rule}</p>{view.equivalence !== "" && <p>{view.equivalence}</p>}</RuleNote>}
    </Stack>
  );
}
