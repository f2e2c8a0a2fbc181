import { FILM_BYTES } from "#app/platform/http/endpoints.ts";

import type { Day, Instant } from "#app/platform/clock.ts";

/** The longest film that is taken, in bytes. */
export const MAX_CLIP_BYTES = FILM_BYTES;
/** The longest excerpt (docs/field.md, "Clips"). */
export const MAX_CLIP_MINUTES = 10;
/** How many uploads one person may have under way. */
export const MAX_OPEN_UPLOADS = 3;
/** An upload that is not finished by then is dropped. */
export const UPLOAD_HOURS = 24;
/** How many people, by their consents, a film may name. */
export const MAX_CONSENTS = 12;

export const MEDIA_TYPES = ["video/mp4", "video/quicktime", "video/webm"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** What somebody besides the owner may watch a clip for: the consent that is asked. */
export const CLIP_PURPOSES = ["own_supervisor", "peers", "independent_reviewer"] as const;
export type ClipPurpose = (typeof CLIP_PURPOSES)[number];

export const GRANT_REASONS = ["submitted", "stage_review"] as const;
export type GrantReason = (typeof GRANT_REASONS)[number];

/** Why a clip is erased, the gravest first. */
export const ERASURE_REASONS = ["consent_withdrawn", "owner", "case_closed", "stage_decided", "kept_long_enough", "never_submitted"] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** Why a film is not taken. */
export const FILM_REFUSALS = ["empty", "too_large", "not_a_film", "no_picture", "codec_not_taken", "cut_short", "too_long", "too_laborious", "hidden_data", "names_place"] as const;
export type FilmRefusal = (typeof FILM_REFUSALS)[number];

/** What the check found in a film that is taken. */
export interface FilmFacts {
  readonly mediaType: MediaType;
  readonly durationMs: number;
  /** As shown, after rotation, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly hasSound: boolean;
}

/** A film that was received whole, checked and sealed. */
export interface Clip extends FilmFacts {
  readonly id: string;
  readonly traineeId: string;
  readonly entryId: string;
  readonly clientId: string;
  readonly bytes: number;
  readonly recordedAt: Instant;
}

/** Who besides the owner may watch a clip, from when until when, and why. */
export interface ClipGrant {
  readonly id: string;
  readonly clipId: string;
  /** Null: whoever supervises the trainee at that moment. */
  readonly personId: string | null;
  readonly purpose: ClipPurpose;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  readonly version: number;
}

/** A clip that is to be erased or was: nobody sees it from the moment this stands. */
export interface Erasure {
  readonly clipId: string;
  readonly receipt: string;
  readonly because: ErasureReason;
  /** Null where no person asked: a clock ran out. */
  readonly askedBy: string | null;
  readonly askedAt: Instant;
  readonly keyDestroyedAt: Instant | null;
  readonly bytesRemovedAt: Instant | null;
}

/** What may be told of a clip wherever it is mentioned, also when it is gone. */
export interface ClipDescription extends Clip {
  readonly erasure: (Pick<Erasure, "receipt" | "because"> & { readonly on: Day; readonly isFinished: boolean }) | null;
}

/** An upload under way, or one that became a clip. */
export interface Upload {
  readonly id: string;
  readonly traineeId: string;
  readonly entryId: string;
  readonly clientId: string;
  readonly bytes: number;
  readonly consentIds: readonly string[];
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly finishedAt: Instant | null;
}
