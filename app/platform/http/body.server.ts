import type { Endpoint } from "./endpoints.ts";
import { areFieldsReadable } from "./field-guard.ts";

/** What arrives, piece by piece; stopping early leaves the rest unread. */
export type Pieces = AsyncIterable<Uint8Array>;

/** Why a body is not taken: too long, too slow, broken off, or a form that cannot be read. */
export type BodyProblem = "size" | "slow" | "broken" | "form";

/** A body that is not taken to its end. */
export class BodyRefused extends Error {
  readonly problem: BodyProblem;

  constructor(problem: BodyProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

const MS_PER_SECOND = 1_000;

/** The same, unless it takes longer: then it rejects with `BodyRefused`, and what comes of the work is nobody's. */
function inTime<T>(work: Promise<T>, seconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { reject(new BodyRefused("slow")); }, seconds * MS_PER_SECOND);
    void work.then(resolve, reject).finally(() => { clearTimeout(timer); });
  });
}

function nextOf(iterator: AsyncIterator<Uint8Array>, maxIdleSeconds: number): Promise<IteratorResult<Uint8Array>> {
  const next = iterator.next().catch((error: unknown) => { throw new BodyRefused("broken", { cause: error }); });
  return inTime(next, maxIdleSeconds);
}

/**
 * The pieces as they are asked for. Throws `BodyRefused` at the first piece past the limit, where none comes for too long,
 * and where they break off; then it reads no further.
 */
export async function* watched(pieces: Pieces, { maxBytes, maxIdleSeconds }: Pick<Endpoint, "maxBytes" | "maxIdleSeconds">): AsyncGenerator<Uint8Array, void> {
  const iterator = pieces[Symbol.asyncIterator]();
  let size = 0;
  try {
    for (let next = await nextOf(iterator, maxIdleSeconds); next.done !== true; next = await nextOf(iterator, maxIdleSeconds)) {
      size += next.value.byteLength;
      if (size > maxBytes) throw new BodyRefused("size");
      yield next.value;
    }
  } finally {
    // Not awaited: a piece that never comes would hold this up for ever.
    iterator.return?.().catch(() => undefined);
  }
}

/** The pieces as a stream for a route, read only as fast as the route reads. `refused` is told why they end before their end. */
export function streamOf(pieces: AsyncGenerator<Uint8Array, void>, refused: (error: unknown) => void): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await pieces.next().catch((error: unknown) => {
        refused(error);
        throw error;
      });
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel() {
      pieces.return().catch(() => undefined);
    },
  }, { highWaterMark: 0 });
}

async function wholeOf(pieces: Pieces): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(piece);
  return new Uint8Array(Buffer.concat(parts));
}

async function fieldsOf(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<Iterable<[string, FormDataEntryValue]>> {
  if (contentType.toLowerCase().startsWith("multipart/")) {
    return new Response(bytes, { headers: { "Content-Type": contentType } }).formData();
  }
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  // Throws for what is no text; a plus sign is a blank either way.
  decodeURIComponent(text);
  return new URLSearchParams(text);
}

/**
 * Reads a form and looks at its fields before any parser does; returns the very bytes, for the route to read again.
 * Throws `BodyRefused`.
 */
export async function readFormBody(pieces: Pieces, contentType: string, endpoint: Endpoint): Promise<Uint8Array<ArrayBuffer>> {
  const whole = wholeOf(watched(pieces, endpoint));
  const bytes = await (endpoint.maxSeconds === null ? whole : inTime(whole, endpoint.maxSeconds));
  const fields = await fieldsOf(bytes, contentType).catch((error: unknown) => {
    throw new BodyRefused("form", { cause: error });
  });
  if (!areFieldsReadable(fields)) throw new BodyRefused("form");
  return bytes;
}
