import type { Clip } from "./model.ts";
import { readRange } from "./range.ts";
import type { Watching } from "./watch.server.ts";

function headersFor({ id, bytes, mediaType }: Clip): Headers {
  return new Headers({
    "Content-Type": mediaType, "Accept-Ranges": "bytes", "ETag": etagOf({ id, bytes }), "Cache-Control": "private, no-store", "Content-Disposition": "inline",
  });
}

function etagOf({ id, bytes }: Pick<Clip, "id" | "bytes">): string {
  return `"${id}-${String(bytes)}"`;
}

/** What is asked, unless the range was asked of another film than this one. */
function rangeAsked(request: Request, clip: Clip): ReturnType<typeof readRange> {
  const ifRange = request.headers.get("if-range");
  const isOfThis = ifRange === null || ifRange === etagOf(clip);
  return readRange(isOfThis && request.method === "GET" ? request.headers.get("range") : null, clip.bytes);
}

/** The bytes as a stream that closes the film, however its reading ends: to the last byte, broken off, or with a fault. */
function streamOf({ film }: Watching, from: number, to: number): ReadableStream<Uint8Array> {
  const pieces = film.pieces(from, to);
  let ended: Promise<void> | undefined;
  // Broken off while a piece is being opened, both ways of ending meet here.
  const end = (): Promise<void> => (ended ??= pieces.return(undefined).then(() => film.close(), () => film.close()));
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next: IteratorResult<Buffer, unknown> = await pieces.next();
        if (next.done !== true) {
          controller.enqueue(next.value);
          return;
        }
        await end();
        controller.close();
      } catch (error) {
        await end();
        throw error;
      }
    },
    cancel: end,
  }, { highWaterMark: 1 });
}

/** Answers a request for a film that may be watched (RFC 9110, 14): whole, or the one range that was asked for. Closes the film. */
export async function answerFilm(request: Request, watching: Watching): Promise<Response> {
  const { clip, film } = watching;
  const [headers, range] = [headersFor(clip), rangeAsked(request, clip)];
  if (range.kind === "unsatisfiable") {
    await film.close();
    headers.set("Content-Range", `bytes */${String(clip.bytes)}`);
    return new Response(null, { status: 416, headers });
  }
  const [from, to] = range.kind === "part" ? [range.from, range.to] : [0, clip.bytes - 1];
  headers.set("Content-Length", String(to - from + 1));
  if (range.kind === "part") headers.set("Content-Range", `bytes ${String(from)}-${String(to)}/${String(clip.bytes)}`);
  const status = range.kind === "part" ? 206 : 200;
  if (request.method !== "HEAD") return new Response(streamOf(watching, from, to), { status, headers });
  await film.close();
  return new Response(null, { status, headers });
}
