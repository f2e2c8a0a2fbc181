import { useRouteLoaderData } from "@remix-run/react";

import type { IconName } from "./icon.tsx";

export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** A place in the main navigation. */
export interface NavPlace {
  readonly key: string;
  readonly label: string;
  readonly to: string;
  readonly icon: IconName;
  /** How many things wait there; nothing is shown for none. */
  readonly count?: number | undefined;
  /** What the number counts, read out after it; without one, what waits. */
  readonly mark?: string | undefined;
}

/** What the root gives to every page. */
export interface RootData {
  readonly theme: Theme;
  readonly requestId: string;
  /** Who is signed in. */
  readonly person: { readonly id: string; readonly name: string; readonly initials: string } | null;
  readonly nav: readonly NavPlace[];
}

/** The root's data; undefined where the root itself failed. */
export function useRootData() {
  return useRouteLoaderData<() => RootData>("root");
}
