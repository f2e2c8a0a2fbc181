import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { words } from "#app/words/words.ts";

import type { SubmissionState } from "./states.ts";

const TONES = { sent: "moment", returned: "moment", reviewed: "good", withdrawn: "plain" } as const satisfies Record<SubmissionState, ChipTone>;

/** Where a submission stands, in a word. */
export function StateChip({ state }: { readonly state: SubmissionState }) {
  return <Chip tone={TONES[state]} {...(state === "reviewed" ? { icon: "check" } : {})}>{words.review.states[state]}</Chip>;
}
