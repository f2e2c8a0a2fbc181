import type { SubmissionResult } from "@conform-to/react";

import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { ChangeDefaults } from "./change-defaults.ts";
import type { Choice } from "./choices.ts";
import { CycleForm } from "./cycle-fields.tsx";
import { FormPage } from "./form-page.tsx";
import type { Client } from "./model.ts";
import { PeerSupervisionForm, SupervisionForm, TrainingForm } from "./session-fields.tsx";

const { cycle, supervision, peer, training, changed: said } = words.logbook;
const TITLES = { cycle: cycle.change, supervision: supervision.change, peer_supervision: peer.change, training: training.change } as const;

/** The page's title by the kind of the entry. */
export function changeTitle(kind: keyof typeof TITLES): string {
  return TITLES[kind];
}

/** What stands now, where it was changed while the form was open. */
export interface FreshEntry {
  readonly version: number;
  readonly values: readonly { readonly term: string; readonly value: string }[];
}

interface ChangePageProps {
  readonly entryId: string;
  readonly version: number;
  readonly defaults: ChangeDefaults;
  readonly clients: readonly Client[];
  readonly supervisors: readonly Choice[];
  readonly fellows: readonly Choice[];
  readonly fresh: FreshEntry | null;
  readonly lastResult: SubmissionResult | undefined;
}

/** Changes an entry. Where it was changed meanwhile, what stands now is beside what was typed. */
export function ChangePage(props: ChangePageProps) {
  const { fresh, defaults } = props;
  return (
    <FormPage title={TITLES[defaults.kind]} notice={fresh && <Fresh fresh={fresh} />}>
      <KindForm {...props} />
    </FormPage>
  );
}

function Fresh({ fresh }: { readonly fresh: FreshEntry }) {
  return (
    <Stack>
      <Notice kind="warning" title={said.heading}>{said.text}</Notice>
      <Card title={said.now}><DescriptionList items={fresh.values} /></Card>
    </Stack>
  );
}

function KindForm({ entryId, version, defaults, clients, supervisors, fellows, fresh, lastResult }: ChangePageProps) {
  const common = { origin: { fromVersion: fresh?.version ?? version }, lastResult, cancelTo: paths.entry(entryId) };
  switch (defaults.kind) {
    case "cycle": return <CycleForm {...common} clients={clients} defaults={defaults.fields} />;
    case "supervision": return <SupervisionForm {...common} supervisors={supervisors} defaults={defaults.fields} />;
    case "peer_supervision": return <PeerSupervisionForm {...common} fellows={fellows} defaults={defaults.fields} />;
    case "training": return <TrainingForm {...common} defaults={defaults.fields} />;
  }
}
