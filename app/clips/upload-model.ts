import type { FilmedRole, Purpose } from "#app/logbook/consent-model.ts";
import type { Day } from "#app/platform/clock.ts";

import type { Leaving } from "./retention.ts";

/** A film of a cycle that has arrived and is kept. */
export interface ArrivedFilm {
  readonly id: string;
  readonly durationMs: number;
  readonly bytes: number;
  readonly arrivedOn: Day;
  readonly leaving: Leaving;
}

/** Somebody who may be in the film, and whom it may then be shown to. */
export interface FilmedChoice {
  readonly id: string;
  readonly role: FilmedRole;
  readonly label: string;
  readonly purposes: readonly Purpose[];
}

/** What is said and asked before a film of a cycle is sent. */
export interface UploadView {
  readonly entryId: string;
  readonly clientId: string;
  /** Whose consent stands in the case. */
  readonly filmed: readonly FilmedChoice[];
  /** What is missing in the case for a film, each a sentence. */
  readonly missing: readonly string[];
  /** When a film goes that is sent and submitted today. */
  readonly leaving: Leaving;
}
