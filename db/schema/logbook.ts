import type { Voidable } from "./versioned.ts";

/** The adult helped, under a code that the portal makes. */
export interface ClientTable {
  id: string;
  trainee_id: string;
  code: string;
  /** Made by the form that opened it: the same form sent twice opens one. Null where no form of its own did. */
  request_id: string | null;
  /** The import that opened it, if one did. */
  import_id: string | null;
  recorded_at: string;
  recorded_by: string;
}

export interface ClientVersionTable extends Voidable<string> {
  client_id: string;
  age_band: string | null;
  opened_on: string;
  closed_on: string | null;
  setting: string | null;
  /** Who the client is to the child. */
  relation: string | null;
  helping_question: string | null;
  /** Up to three goals, each in its own place; a goal may be rated without being worded. */
  goal_1: string | null;
  goal_1_at_start: number | null;
  goal_2: string | null;
  goal_2_at_start: number | null;
  goal_3: string | null;
  goal_3_at_start: number | null;
  measured_in_dcs: 0 | 1 | null;
  next_steps: string | null;
  closed_because: string | null;
  /** `given`, `none_wanted` or `not_yet`: copies for the family, asked at closing. */
  copies: string | null;
  /** `gone` or `not_yet`: the films on phone and in cloud, asked at closing. */
  originals: string | null;
  /** Day of the last reopening; stays when the case is closed again. */
  reopened_on: string | null;
}

/** What stays of an entry through all its versions. */
export interface EntryTable {
  id: string;
  trainee_id: string;
  /** `cycle`, `supervision`, `peer_supervision`, `training` or `recognised`. */
  kind: string;
  /** Made by the form: the same form sent twice writes once. */
  request_id: string | null;
  /** Keyed fingerprint of the imported row: the same row is known again without its label. */
  fingerprint: string | null;
  import_id: string | null;
  recorded_at: string;
  recorded_by: string;
}

export interface CycleVersionTable extends Voidable<string> {
  entry_id: string;
  client_id: string;
  filmed_on: string;
  film_minutes: number | null;
  mode: string | null;
  clips_chosen: number | null;
  reviewed_on: string | null;
  review_minutes: number | null;
  /** That of the first goal. */
  goal_rating: number | null;
  next_step: string | null;
  note: string | null;
  /** JSON list of who was filmed, by role; null where it was not said. */
  filmed_roles: string | null;
  review_filmed: 0 | 1 | null;
  goal_2_rating: number | null;
  goal_3_rating: number | null;
  attuned_moments: string | null;
}

/** What the trainee wrote for themself of a version of a cycle. Never read together with the cycle: nobody else sees it. */
export interface CycleReflectionTable {
  entry_id: string;
  version: number;
  reflection: string;
}

/** Columns of an entry that the other side confirms. */
export interface Confirmable extends Voidable<string> {
  entry_id: string;
  held_on: string;
  /** The version in which what counts last changed: confirmations of earlier ones have lapsed. */
  material_version: number;
  note: string | null;
}

export interface SupervisionVersionTable extends Confirmable {
  starts_at: string | null;
  minutes: number;
  mode: string | null;
  format: string;
  supervisor_id: string;
}

/** A cycle that a version of a supervision session was about. */
export interface SupervisionCycleTable {
  entry_id: string;
  version: number;
  cycle_id: string;
}

export interface PeerSupervisionVersionTable extends Confirmable {
  starts_at: string | null;
  minutes: number;
  mode: string | null;
}

export interface PeerAttendeeTable {
  entry_id: string;
  version: number;
  person_id: string;
}

export interface TrainingVersionTable extends Confirmable {
  training: string;
  half_days: number;
}

export interface RecognisedVersionTable extends Voidable<string> {
  entry_id: string;
  requirement: string;
  amount: number;
  recognised_on: string;
  note: string | null;
}

export interface ConfirmationTable {
  entry_id: string;
  /** 1, 2, …: the last one is in force. */
  number: number;
  entry_version: number;
  /** `confirmed` or `questioned`. */
  decision: string;
  note: string | null;
  decided_by: string;
  recorded_at: string;
}

/** Somebody who is filmed in a client's case, by role; never by name. */
export interface ConsentTable {
  id: string;
  trainee_id: string;
  client_id: string;
  /** `client`, `child`, `other_child`, `other_adult` or `professional`. */
  filmed_role: string;
  request_id: string | null;
  recorded_at: string;
  recorded_by: string;
}

/** What that person agreed to. The signed form stays in the board's record. */
export interface ConsentVersionTable extends Voidable<string> {
  consent_id: string;
  given_on: string;
  /** `self` or `parental_responsibility`. */
  given_by: string;
  /** `signed_form`, `electronic_form` or `spoken_on_film`. */
  given_how: string;
  /** A child's own view: `agrees` or `not_able_to_say`; null for adults. */
  child_view: string | null;
  for_own_supervisor: 0 | 1;
  for_peers: 0 | 1;
  for_independent_reviewer: 0 | 1;
  for_wider_training: 0 | 1;
  withdrawn_on: string | null;
}

/** A cycle of the log to which an import added the shared review. */
export interface ImportedReviewTable {
  import_id: string;
  entry_id: string;
  /** The version of the cycle that the import wrote. */
  version: number;
  /** As that of an entry; null once the import is undone. */
  fingerprint: string | null;
}

export interface ImportBatchTable {
  id: string;
  trainee_id: string;
  recorded_at: string;
  recorded_by: string;
  entries: number;
  /** When it was undone, as far as it could be. */
  undone_at: string | null;
}

/** A file on its way in, at most one a trainee: sealed under a key that only the browser holds. */
export interface ImportDraftTable {
  id: string;
  trainee_id: string;
  sealed_file: string;
  /** Which columns are read, and the answers so far. */
  sealed_state: string;
  expires_at: string;
}

/** What the trainee's own columns hold, by keyed fingerprints of their names; null for one that is left out. */
export interface ImportColumnTable {
  trainee_id: string;
  name_fingerprint: string;
  field: string | null;
}

export interface LogbookSchema {
  client: ClientTable;
  client_version: ClientVersionTable;
  current_client: ClientVersionTable;
  entry: EntryTable;
  cycle_version: CycleVersionTable;
  current_cycle: CycleVersionTable;
  cycle_reflection: CycleReflectionTable;
  supervision_version: SupervisionVersionTable;
  current_supervision: SupervisionVersionTable;
  supervision_cycle: SupervisionCycleTable;
  peer_supervision_version: PeerSupervisionVersionTable;
  current_peer_supervision: PeerSupervisionVersionTable;
  peer_attendee: PeerAttendeeTable;
  training_version: TrainingVersionTable;
  current_training: TrainingVersionTable;
  recognised_version: RecognisedVersionTable;
  current_recognised: RecognisedVersionTable;
  confirmation: ConfirmationTable;
  current_confirmation: ConfirmationTable;
  import_batch: ImportBatchTable;
  imported_review: ImportedReviewTable;
  import_draft: ImportDraftTable;
  import_column: ImportColumnTable;
  consent: ConsentTable;
  consent_version: ConsentVersionTable;
  current_consent: ConsentVersionTable;
}
