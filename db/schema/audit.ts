/** The append-only record of who did what. Ids only, never values. */
export interface AuditEntryTable {
  seq: number;
  at: string;
  actor_id: string | null;
  act: string;
  /** JSON object of ids, by what they are: `{"entry":"…","trainee":"…"}`. */
  subjects: string;
  leaf_hash: string;
  previous_hash: string;
  hash: string;
}

/** One row: the last link of the chain. Updated last in every writing transaction. */
export interface AuditHeadTable {
  id: string;
  seq: number;
  hash: string;
}

export interface AuditSchema {
  audit_entry: AuditEntryTable;
  audit_head: AuditHeadTable;
}
