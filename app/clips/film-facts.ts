import { BlobSource, Input, MP4, QTFF, WEBM } from "mediabunny";

/** What can be told of a film on the device, before any of it is sent. */
export interface FilmOnDevice {
  readonly durationMs: number;
  /** False where this browser cannot show its picture; another might. */
  readonly isPlayable: boolean;
}

const MS_PER_SECOND = 1000;

/** Reads how long a film is without sending it; undefined for what cannot be read, which the server judges. */
export async function readFilm(file: File): Promise<FilmOnDevice | undefined> {
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF, WEBM] });
  try {
    const picture = await input.getPrimaryVideoTrack();
    const isPlayable = picture !== null && (typeof VideoDecoder === "undefined" || await picture.canDecode());
    return { durationMs: Math.round(await input.computeDuration() * MS_PER_SECOND), isPlayable };
  } catch {
    return undefined;
  } finally {
    input.dispose();
  }
}
