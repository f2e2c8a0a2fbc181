import type { Versioned } from "./versioned.ts";

/** A reflection that a trainee wrote by itself; that of a cycle stands in `cycle_reflection`. */
export interface ReflectionTable {
  id: string;
  trainee_id: string;
  /** Made by the form: the same form sent twice writes once. */
  request_id: string | null;
  recorded_at: string;
}

export interface ReflectionVersionTable extends Versioned<string> {
  reflection_id: string;
  written_on: string;
  reflection: string;
  /** The trainee's own entry that it is about, if any. */
  entry_id: string | null;
  voided: 0 | 1;
}

/** With whom one reflection is shared: of a cycle (`entry_id`) or free (`reflection_id`). Withdrawing is a version. */
export interface ReflectionShareTable extends Versioned<string> {
  id: string;
  trainee_id: string;
  person_id: string;
  reflection_id: string | null;
  entry_id: string | null;
  /** The version that stood when it was shared. */
  of_version: number;
  shared_at: string;
  withdrawn_at: string | null;
}

export interface ReflectionsSchema {
  reflection: ReflectionTable;
  reflection_version: ReflectionVersionTable;
  current_reflection: ReflectionVersionTable;
  reflection_share: ReflectionShareTable;
  current_reflection_share: ReflectionShareTable;
}
