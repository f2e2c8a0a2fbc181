import type { Day } from "#app/platform/clock.ts";

/** Who employs a trainee: the multi-sector early years workforce (docs/field.md, "Boards and sectors"). */
export const SECTORS = ["nhs", "council", "third_sector"] as const;
export type Sector = (typeof SECTORS)[number];

export interface Programme {
  readonly id: string;
  readonly name: string;
}

/** People who began together; the start is the day of their initial course. */
export interface Cohort {
  readonly id: string;
  readonly programmeId: string;
  readonly name: string;
  readonly startsOn: Day;
}

/** A health board that trainees work in. */
export interface Board {
  readonly code: string;
  readonly name: string;
}

/** With whom a trainee began, and where they work, in names. */
export interface Placement {
  readonly cohort: string;
  readonly board: string;
  readonly sector: Sector;
}
