import { words } from "#app/words/words.ts";

/** The longest text of the procedure. */
export const MAX_PROCEDURE_CHARACTERS = 4000;
/** A clip is kept for between one day and five years, whatever else happens; nobody decides on more. */
export const CLIP_KEPT_DAYS = { from: 1, to: 1826 } as const;
const DEFAULT_CLIP_KEPT_DAYS = 365;

/** What a programme decides for itself (docs/field.md, "What a programme decides"). */
export interface ProgrammeSettings {
  /** What to do when something in a film worries somebody: the programme's own words. */
  readonly concernProcedure: string;
  /** No clip is kept for more days than this, counted from the day on which it was received. */
  readonly clipKeptDays: number;
}

/** The settings in force, and the version that a change has to have seen; 0 where the programme has decided nothing yet. */
export interface VersionedSettings extends ProgrammeSettings {
  readonly version: number;
}

/** What holds until a programme decides. */
export const DEFAULT_SETTINGS: VersionedSettings = { version: 0, concernProcedure: words.programme.defaultProcedure, clipKeptDays: DEFAULT_CLIP_KEPT_DAYS };
