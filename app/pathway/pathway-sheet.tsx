import { Link } from "@remix-run/react";

import { Card } from "#app/ui/card.tsx";
import { Chip } from "#app/ui/chip.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { RuleNote } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { capitalise, formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import { figureOf, gateName, requirementTitle } from "./amounts.ts";
import type { PathwayDefinition, PathwayVersion } from "./model.ts";

const said = words.pathways;

/** What each stage asks, requirement by requirement. */
function Requirements({ definition }: { readonly definition: PathwayDefinition }) {
  return (
    <DataTable
      caption={said.captions[definition.accumulation]} rows={definition.requirements} keyOf={(r) => r.key}
      columns={[
        { key: "requirement", label: said.columns.requirement, heads: true, cell: requirementTitle },
        ...definition.stages.map(({ number, name }, i) => ({
          key: String(number), label: name, numeric: true,
          cell: (r: PathwayDefinition["requirements"][number]) => (r.needed[i] ? figureOf(r, r.needed[i]) : said.nothing),
        })),
      ]}
    />
  );
}

function gateLines({ gates, stages }: PathwayDefinition): string[] {
  return gates.map((gate) => {
    const stage = stages.find((s) => s.number === gate.closesStage)?.name ?? "";
    return said.gate(capitalise(gateName(gate).replace(/^the /, "")), gate.halfDaysNeeded, stage);
  });
}

function settingLines({ settings, accumulation, requirements }: PathwayDefinition): string[] {
  const yesNo = (key: "supervisionNeedsConfirmation" | "peerSupervisionNeedsConfirmation" | "supervisorInTrainingCounts"): string =>
    said.settings[key][settings[key] ? "yes" : "no"];
  const formats = requirements.flatMap((r) => (r.formats ? [said.settings.formats(requirementTitle(r), r.formats.map((f) => said.settings.formatNames[f]))] : []));
  return [
    said.settings[accumulation], yesNo("supervisionNeedsConfirmation"), yesNo("peerSupervisionNeedsConfirmation"), ...formats, yesNo("supervisorInTrainingCounts"),
    said.settings.clientCountsWith[settings.clientCountsWith],
    ...(accumulation === "per_stage" ? [said.settings.lateEntriesBelongTo[settings.lateEntriesBelongTo]] : []),
  ];
}

function Bullets({ lines }: { readonly lines: readonly string[] }) {
  return <ul className="bullets">{lines.map((line) => <li key={line}>{line}</li>)}</ul>;
}

function inForceText({ effectiveFrom }: PathwayVersion, today: string): string {
  return effectiveFrom <= today ? said.since(formatDay(effectiveFrom)) : said.from(formatDay(effectiveFrom));
}

interface PathwaysPageProps {
  readonly versions: readonly PathwayVersion[];
  /** The version on which the reader is, if they are a trainee. */
  readonly ownVersionId: string | null;
  readonly today: string;
}

/** Every version of every pathway, with what each stage asks. */
export function PathwaysPage({ versions, ownVersionId, today }: PathwaysPageProps) {
  return (
    <Stack gap="large">
      <PageHead title={said.heading} lead={versions.length === 0 ? said.none : said.lead(versions.length)} />
      {versions.map((version) => (
        <Card key={version.id} title={said.version(version.pathwayName, version.label)} more={{ to: paths.pathway(version.id), text: said.look }}>
          <Stack gap="medium">
            <p className="muted">{inForceText(version, today)} {version.id === ownVersionId && <Chip tone="brand">{said.yours}</Chip>}</p>
            <Requirements definition={version.definition} />
            <Bullets lines={gateLines(version.definition)} />
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}

function Sources({ sources }: Pick<PathwayDefinition, "sources">) {
  return (
    <ul className="bullets">
      {sources.map(({ label, url }) => (
        <li key={label}>{url === undefined ? label : <a href={url} rel="noreferrer external">{label} <Icon name="external" /></a>}</li>
      ))}
    </ul>
  );
}

/** One version of a pathway: stages, training, who decides, how it counts, and where that comes from. */
export function PathwayPage({ version, isOwn, today }: { readonly version: PathwayVersion; readonly isOwn: boolean; readonly today: string }) {
  const { definition } = version;
  return (
    <Stack gap="large">
      <PageHead kicker={<Link to={paths.pathways()}>{said.back}</Link>} title={said.version(version.pathwayName, version.label)}
        lead={<>{inForceText(version, today)} {isOwn && <Chip tone="brand">{said.yours}</Chip>}</>} />
      <Card><Requirements definition={definition} /></Card>
      {definition.gates.length > 0 && <Card title={said.gatesHeading}><Bullets lines={gateLines(definition)} /></Card>}
      <Card title={said.closingHeading}>
        <Stack gap="medium">
          <Bullets lines={definition.stages.map((s) => said.closing[s.closing](s.name))} />
          <RuleNote>{said.neverByNumbers}</RuleNote>
        </Stack>
      </Card>
      <Card title={said.settingsHeading}><Bullets lines={settingLines(definition)} /></Card>
      <Card title={said.sourcesHeading}><Sources sources={definition.sources} /></Card>
    </Stack>
  );
}
