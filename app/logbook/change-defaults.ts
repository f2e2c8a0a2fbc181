import type { Choice, SupervisorChoice } from "./choices.ts";
import { contentOf, type OwnEntry } from "./content.ts";
import { cycleDefaults, type CycleFields } from "./cycle-form.ts";
import type { Client, DiscussedCycle } from "./model.ts";
import { peerSupervisionDefaults, type PeerSupervisionFields, supervisionDefaults, type SupervisionFields, trainingDefaults, type TrainingFields } from "./session-forms.ts";

/** Whom and what can be chosen where an entry is changed: as for a new one, and whatever stands in it. */
export interface ChangeChoices {
  readonly clients: readonly Client[];
  readonly supervisors: readonly SupervisorChoice[];
  readonly cycles: readonly DiscussedCycle[];
  readonly fellows: readonly Choice[];
}

/** The form of an entry that is changed, by its kind, as it stands now. */
export type ChangeDefaults =
  | { readonly kind: "cycle"; readonly fields: Partial<CycleFields> }
  | { readonly kind: "supervision"; readonly fields: Partial<SupervisionFields> }
  | { readonly kind: "peer_supervision"; readonly fields: Partial<PeerSupervisionFields> }
  | { readonly kind: "training"; readonly fields: Partial<TrainingFields> };

/** What the form of the entry starts with; `reflection` is the trainee's own of a cycle. */
export function changeDefaults(entry: OwnEntry, reflection: string | null): ChangeDefaults {
  const content = contentOf(entry, reflection);
  switch (content.kind) {
    case "cycle": return { kind: content.kind, fields: cycleDefaults(content) };
    case "supervision": return { kind: content.kind, fields: supervisionDefaults(content) };
    case "peer_supervision": return { kind: content.kind, fields: peerSupervisionDefaults(content) };
    case "training": return { kind: content.kind, fields: trainingDefaults(content) };
  }
}
