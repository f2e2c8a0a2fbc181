import type { Day } from "#app/platform/clock.ts";

/** Earlier work that a lead recognises: how much towards which requirement, and why (docs/field.md, "Recognised prior work"). */
export interface Recognition {
  readonly requirement: string;
  /** In the unit of the requirement: clients, cycles, minutes or sessions. */
  readonly amount: number;
  readonly recognisedOn: Day;
  readonly reason: string;
}

/** The same as it stands, with who recognised it. */
export interface RecognisedEntry extends Recognition {
  readonly entryId: string;
  readonly version: number;
  readonly voided: boolean;
  readonly recognisedBy: string;
}
