import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import { FormFrame } from "#app/ui/form-page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { paths } from "#app/ui/paths.ts";
import { explain } from "#app/words/explain.ts";
import { words } from "#app/words/words.ts";

import type { ChangeChoices, ChangeDefaults } from "./change-defaults.ts";
import { type Clash, versionIn } from "./clash.ts";
import { CycleForm } from "./cycle-fields.tsx";
import { PeerSupervisionForm, SupervisionForm, TrainingForm } from "./session-fields.tsx";

const { cycle, supervision, peer, training } = words.logbook;
const TITLES = { cycle: cycle.change, supervision: supervision.change, peer_supervision: peer.change, training: training.change } as const;

/** The page's title by the kind of the entry. */
export function changeTitle(kind: keyof typeof TITLES): string {
  return TITLES[kind];
}

interface ChangePageProps extends ChangeChoices {
  readonly entryId: string;
  /** Voided, here or in another tab: what was typed is still shown where a change was just sent. */
  readonly voided: boolean;
  readonly version: number;
  readonly defaults: ChangeDefaults;
  /** What stands now, where it was changed while the form was open. */
  readonly clash: Clash | null;
  readonly lastResult: SubmissionResult | undefined;
}

/** Changes an entry. Where it was changed meanwhile, what stands now is beside what was typed. */
export function ChangePage(props: ChangePageProps) {
  const { voided, lastResult, entryId, defaults } = props;
  return (
    <FormFrame title={TITLES[defaults.kind]}>
      {voided && <Notice kind="warning">{explain("already_voided").text} <Link to={paths.entry(entryId)}>{words.logbook.forms.standsLink}</Link></Notice>}
      {(!voided || lastResult) && <KindForm {...props} />}
    </FormFrame>
  );
}

function KindForm({ entryId, version, defaults, clients, supervisors, cycles, fellows, clash, lastResult }: ChangePageProps) {
  const common = { origin: { fromVersion: clash?.version ?? versionIn(lastResult) ?? version, clash }, lastResult, cancelTo: paths.entry(entryId) };
  switch (defaults.kind) {
    case "cycle": return <CycleForm {...common} clients={clients} defaults={defaults.fields} />;
    case "supervision": return <SupervisionForm {...common} supervisors={supervisors} cycles={cycles} defaults={defaults.fields} />;
    case "peer_supervision": return <PeerSupervisionForm {...common} fellows={fellows} defaults={defaults.fields} />;
    case "training": return <TrainingForm {...common} defaults={defaults.fields} />;
  }
}
