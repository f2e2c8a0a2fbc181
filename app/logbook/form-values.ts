import type { FormValues } from "./clash.ts";
import type { Content } from "./content.ts";
import { cycleDefaults } from "./cycle-form.ts";
import { peerSupervisionDefaults, supervisionDefaults, trainingDefaults } from "./session-forms.ts";

/** An entry's content as its form holds it. */
export function formValuesOf(content: Content): FormValues {
  switch (content.kind) {
    case "cycle": return cycleDefaults(content);
    case "supervision": return supervisionDefaults(content);
    case "peer_supervision": return peerSupervisionDefaults(content);
    case "training": return trainingDefaults(content);
  }
}
