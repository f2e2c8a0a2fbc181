import type { ReactNode } from "react";

import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";

/** `good` counts or is done, `moment` waits, `alert` is late or wrong, `brand` is under way, `plain` only says. */
export type ChipTone = "good" | "moment" | "alert" | "brand" | "plain";

/** A short word on a state. The word says it; colour and icon only help. */
export function Chip({ tone = "plain", icon, children }: { readonly tone?: ChipTone; readonly icon?: IconName; readonly children: ReactNode }) {
  return <span className={`chip chip-${tone}`}>{icon && <Icon name={icon} />}{children}</span>;
}
