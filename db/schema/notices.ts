/** Something that happened and that somebody else should know. Ids only, never values. */
export interface NoticeTable {
  id: string;
  kind: string;
  actor_id: string | null;
  /** Whose record it is about. */
  trainee_id: string | null;
  /** JSON object of ids, by what they are: `{"submission":"…"}`. */
  subjects: string;
  recorded_at: string;
}

export interface NoticeRecipientTable {
  notice_id: string;
  person_id: string;
  seen_at: string | null;
}

/** What a channel still has to deliver. */
export interface OutboxTable {
  id: string;
  notice_id: string;
  person_id: string;
  /** `mail`. */
  channel: string;
  /** `waiting`, `sent` or `dropped`. */
  state: string;
  queued_at: string;
  settled_at: string | null;
}

export interface NoticesSchema {
  notice: NoticeTable;
  notice_recipient: NoticeRecipientTable;
  outbox: OutboxTable;
}
