import { z } from "zod";

import { CLIP_PURPOSES, ERASURE_REASONS, MEDIA_TYPES } from "./model.ts";

// Apart from the lists that pages read: a page that shows a word need not load what reads a database.
export const mediaTypeSchema = z.enum(MEDIA_TYPES);
export const clipPurposeSchema = z.enum(CLIP_PURPOSES);
export const erasureReasonSchema = z.enum(ERASURE_REASONS);
