import { CanvasSink } from "mediabunny";

import { withFilm } from "./film-input.ts";

const MS_PER_SECOND = 1000;
const JPEG_QUALITY = 0.92;

function jpegOf(canvas: HTMLCanvasElement | OffscreenCanvas): Promise<Blob | null> {
  if (canvas instanceof HTMLCanvasElement) return new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg", JPEG_QUALITY); });
  return canvas.convertToBlob({ type: "image/jpeg", quality: JPEG_QUALITY });
}

/** The picture that a film shows at that time, turned as the film is shown; null where this browser cannot draw it. */
export async function takeStill(file: Blob, atMs: number): Promise<Blob | null> {
  return withFilm(file, async ({ picture }) => {
    if (!(await picture.canDecode())) return null;
    const found = await new CanvasSink(picture).getCanvas(atMs / MS_PER_SECOND);
    return found && jpegOf(found.canvas);
  });
}
