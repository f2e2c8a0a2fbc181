import { EncodedPacketSink } from "mediabunny";

import { NotCuttable, withFilm } from "./film-input.ts";

const MS_PER_SECOND = 1000;
/** As the server takes them (docs/field.md, "Clips"). */
const CODECS: ReadonlySet<string | null> = new Set(["avc", "hevc", "vp8", "vp9", "av1"]);

/** What can be told of a film on the device, before any of it is sent. */
export interface FilmOnDevice {
  readonly durationMs: number;
  /** As shown, after rotation, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly hasSound: boolean;
  /** False where this browser cannot show its picture: it can be cut by time all the same. */
  readonly isPlayable: boolean;
}

/** Why a film on the device cannot be used. */
type LookRefusal = NotCuttable["because"] | "codec_not_taken" | "not_loaded";

/** What a film on the device is, or why it cannot be used. */
export type Looked = { readonly ok: true; readonly film: FilmOnDevice } | { readonly ok: false; readonly because: LookRefusal };

/** Reads what a film on the device is, without sending it. */
export async function lookAtFilm(file: Blob): Promise<Looked> {
  try {
    return await withFilm(file, async ({ input, picture, sound }): Promise<Looked> => {
      if (!CODECS.has(await picture.getCodec())) return { ok: false, because: "codec_not_taken" };
      const film = {
        durationMs: Math.round(await input.computeDuration([picture]) * MS_PER_SECOND), hasSound: sound !== null,
        width: await picture.getDisplayWidth(), height: await picture.getDisplayHeight(),
        isPlayable: typeof VideoDecoder === "undefined" || await picture.canDecode(),
      };
      return film.durationMs > 0 ? { ok: true, film } : { ok: false, because: "cut_short" };
    });
  } catch (error) {
    return { ok: false, because: error instanceof NotCuttable ? error.because : "cut_short" };
  }
}

/**
 * Where a piece that is marked from there really begins, in milliseconds: at the key frame at or before it, the first one of the film for a mark
 * before it. Pictures between two key frames cannot begin a film without being drawn anew. Null where there is none.
 */
export async function findStart(file: Blob, fromMs: number): Promise<number | null> {
  return withFilm(file, async ({ picture }) => {
    const sink = new EncodedPacketSink(picture);
    const key = await sink.getKeyPacket(fromMs / MS_PER_SECOND, { verifyKeyPackets: true }) ?? await sink.getFirstKeyPacket({ verifyKeyPackets: true });
    return key && key.timestamp * MS_PER_SECOND;
  });
}
