import { BlobSource, Input, type InputAudioTrack, type InputVideoTrack, MP4, QTFF, WEBM } from "mediabunny";

/** A film on the device, opened to be read by ranges: nothing of it is loaded whole. */
export interface FilmInput {
  readonly input: Input;
  readonly picture: InputVideoTrack;
  readonly sound: InputAudioTrack | null;
  readonly isWebm: boolean;
}

/** The file is no film that can be read here, or has no picture. */
export class NotCuttable extends Error {
  readonly because: "not_a_film" | "no_picture" | "cut_short";

  constructor(because: NotCuttable["because"]) {
    super(because);
    this.because = because;
  }
}

async function opened(input: Input): Promise<FilmInput> {
  if (!(await input.canRead())) throw new NotCuttable("not_a_film");
  const tracks = await input.getTracks();
  const picture = await input.getPrimaryVideoTrack();
  if (picture === null) throw new NotCuttable(tracks.length === 0 ? "cut_short" : "no_picture");
  return { input, picture, sound: await input.getPrimaryAudioTrack(), isWebm: await input.getFormat() === WEBM };
}

/**
 * Opens a film for one job and closes it after. Each job opens it anew: a film without an index answers a second question
 * about its key frames wrongly. Throws `NotCuttable`.
 */
export async function withFilm<T>(file: Blob, job: (film: FilmInput) => Promise<T>): Promise<T> {
  if (file.size === 0) throw new NotCuttable("not_a_film");
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF, WEBM] });
  try {
    return await job(await opened(input));
  } finally {
    input.dispose();
  }
}
