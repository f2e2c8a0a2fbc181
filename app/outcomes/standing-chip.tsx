import { Chip, type ChipTone } from "#app/ui/chip.tsx";

import type { Standing } from "./model.ts";

const TONES = { stalled: "alert", under_way: "brand", paused: "plain", accredited: "good", withdrawn: "plain", ended: "plain" } as const satisfies Record<Standing, ChipTone>;

/** How somebody's time on the pathway stands, in a word; `text` says it with its day. */
export function StandingChip({ standing, text }: { readonly standing: Standing; readonly text: string }) {
  return <Chip tone={TONES[standing]}>{text}</Chip>;
}
