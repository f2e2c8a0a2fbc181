/** A record that was brought along from another portal: everything of the trainee that was written there before. */
export interface BroughtRecordTable {
  trainee_id: string;
  /** The address of the portal that it comes from. */
  origin: string;
  exported_at: string;
  format_version: number;
  /** SHA-256 of the file's text. */
  file_hash: string;
  recorded_at: string;
}

export interface RecordSchema {
  brought_record: BroughtRecordTable;
}
