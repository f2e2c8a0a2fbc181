import type { Versioned } from "./versioned.ts";

export interface ProgrammeTable {
  id: string;
  name: string;
  recorded_at: string;
}

export interface BoardTable {
  code: string;
  name: string;
  is_island: 0 | 1;
  position: number;
}

export interface CohortTable {
  id: string;
  programme_id: string;
  name: string;
  starts_on: string;
}

export interface CohortMembershipTable extends Versioned {
  id: string;
  trainee_id: string;
  cohort_id: string;
  board_code: string;
  sector: string;
}

/** What a programme decides for itself; the highest version is in force. */
export interface ProgrammeSettingTable extends Versioned {
  programme_id: string;
  /** What to do when something in a film worries somebody: the programme's own words. */
  concern_procedure: string;
  /** No clip is kept longer than this, whatever else happens. */
  clip_kept_days: number;
}

export interface ProgrammeSchema {
  programme: ProgrammeTable;
  board: BoardTable;
  cohort: CohortTable;
  cohort_membership: CohortMembershipTable;
  current_cohort_membership: CohortMembershipTable;
  programme_setting: ProgrammeSettingTable;
  current_programme_setting: ProgrammeSettingTable;
}
