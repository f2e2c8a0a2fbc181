import { AudioBufferSource, BufferTarget, CanvasSource, Output, Quality, WebMOutputFormat } from "mediabunny";

import { type Pen, PICTURE } from "./figures.ts";
import { drawPlay, PLAY, PLAY_SECONDS } from "./play.ts";
import type { Beat } from "./score.ts";
import { drawSharedReview, SHARED_REVIEW, SHARED_REVIEW_SECONDS } from "./shared-review.ts";
import { soundOf } from "./sound.ts";

/*
 * Runs in a browser (scripts/draw-demo-films.mjs), which has the encoders: VP9 and Opus in WebM, which browsers play that were
 * built without H.264 too.
 */

const PICTURES_A_SECOND = 10;
/** What is enough for flat colours and a hum. */
const [PICTURE_BITS, SOUND_BITS] = [32_000, 10_000] as const;
const KEY_EVERY_SECONDS = 5;

interface DrawnFilm {
  readonly seconds: number;
  readonly score: readonly Beat<string>[];
  readonly draw: (pen: Pen, t: number) => void;
}

const FILMS: Readonly<Record<string, DrawnFilm>> = {
  "shared-review": { seconds: SHARED_REVIEW_SECONDS, score: SHARED_REVIEW, draw: drawSharedReview },
  "adult-and-child": { seconds: PLAY_SECONDS, score: PLAY, draw: drawPlay },
};

function penOf(canvas: OffscreenCanvas): Pen {
  const pen = canvas.getContext("2d", { alpha: false });
  if (pen === null) throw new Error("this browser draws nothing");
  return pen;
}

async function encode({ seconds, score, draw }: DrawnFilm): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(PICTURE.width, PICTURE.height);
  const pen = penOf(canvas);
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const quality = new Quality({ bitrate: PICTURE_BITS, bitrateMode: "variable" });
  const pictures = new CanvasSource(canvas, { codec: "vp9", quality, keyFrameInterval: KEY_EVERY_SECONDS, latencyMode: "quality" });
  const sound = new AudioBufferSource({ codec: "opus", quality: new Quality({ bitrate: SOUND_BITS }) });
  output.addVideoTrack(pictures, { frameRate: PICTURES_A_SECOND });
  output.addAudioTrack(sound);
  await output.start();
  const hummed = sound.add(await soundOf(score, seconds)).then(() => { sound.close(); });
  for (let n = 0; n < seconds * PICTURES_A_SECOND; n += 1) {
    draw(pen, n / PICTURES_A_SECOND);
    await pictures.add(n / PICTURES_A_SECOND, 1 / PICTURES_A_SECOND);
  }
  await hummed;
  await output.finalize();
  return new Uint8Array(target.buffer ?? new ArrayBuffer(0));
}

async function drawFilm(name: string): Promise<string> {
  const film = FILMS[name];
  if (film === undefined) throw new Error(`no film is called ${name}`);
  const bytes = await encode(film);
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

Object.assign(globalThis, { drawFilm });
