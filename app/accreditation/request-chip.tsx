import { Chip, type ChipTone } from "#app/ui/chip.tsx";
import { words } from "#app/words/words.ts";

import type { RequestState } from "./model.ts";

const TONES = { waiting: "moment", recommended: "moment", withdrawn: "plain", signed: "good", accredited: "good", not_yet: "plain" } as const satisfies Record<RequestState, ChipTone>;

/** Where a request stands, in a word. */
export function RequestChip({ state }: { readonly state: RequestState }) {
  return <Chip tone={TONES[state]} {...(TONES[state] === "good" ? { icon: "check" } : {})}>{words.accreditation.states[state]}</Chip>;
}
