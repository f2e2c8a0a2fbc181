import type { Versioned } from "./versioned.ts";

/** An upload under way. Its id becomes the clip's. */
export interface ClipUploadTable {
  id: string;
  trainee_id: string;
  /** The cycle whose shared review is on the film. */
  entry_id: string;
  client_id: string;
  /** Length of the film as announced. */
  bytes: number;
  /** JSON list: the consents of those who can be seen or heard in it. */
  consent_ids: string;
  created_at: string;
  expires_at: string;
  finished_at: string | null;
}

/** A film that was received whole, checked by its content, and sealed. Nothing in it names the original file. */
export interface ClipTable {
  id: string;
  trainee_id: string;
  entry_id: string;
  client_id: string;
  /** `video/mp4`, `video/quicktime` or `video/webm`. */
  media_type: string;
  bytes: number;
  duration_ms: number;
  width: number;
  height: number;
  has_sound: 0 | 1;
  recorded_at: string;
  recorded_by: string;
}

/** Who can be seen or heard in a clip: each of these consents has to stand. */
export interface ClipConsentTable {
  clip_id: string;
  consent_id: string;
}

/** The one table that says who besides the owner may watch a clip, until when and why. */
export interface ClipGrantTable extends Versioned<string> {
  id: string;
  clip_id: string;
  /** Null with `own_supervisor`: whoever supervises the trainee at that moment. */
  person_id: string | null;
  /** `own_supervisor`, `peers` or `independent_reviewer`: the consent that is asked. */
  purpose: string;
  starts_at: string;
  ends_at: string | null;
  /** `submitted` or `stage_review`. */
  reason: string;
}

/** A clip that is to be erased, or was: hidden from everybody from the moment this row stands. */
export interface ClipErasureTable {
  clip_id: string;
  /** The number on the receipt. */
  receipt: string;
  because: string;
  asked_by: string | null;
  asked_at: string;
  key_destroyed_at: string | null;
  bytes_removed_at: string | null;
}

export interface ClipsSchema {
  clip_upload: ClipUploadTable;
  clip: ClipTable;
  clip_consent: ClipConsentTable;
  clip_grant: ClipGrantTable;
  current_clip_grant: ClipGrantTable;
  clip_erasure: ClipErasureTable;
}
