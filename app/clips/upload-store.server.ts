import type { Readable } from "node:stream";

import { DataStore, Upload as TusUpload } from "@tus/utils";

import type { Actor } from "#app/people/model.ts";
import type { BlobWriter } from "#app/platform/blob-store.server.ts";
import type { ClipServices } from "#app/platform/clip-services.server.ts";

import { FIRST_BYTES, refusalByFirstBytes } from "./check-film.server.ts";
import type { ErasingServices } from "./erase.server.ts";
import type { FilmRefusal, Upload } from "./model.ts";
import { sealRecord } from "./sealed-format.server.ts";
import { filmBytesIn, lastIndexOf, RECORD_BYTES, SEALED_RECORD_BYTES } from "./sealed-format.ts";
import { UploadRefused } from "./upload-answers.ts";
import { dropUpload, findUpload } from "./uploads.server.ts";

/** Records sealed before they are written together. */
const RECORDS_AT_ONCE = 16;

// What still writes to an upload, by its id: a request that broke off may be answered before its last record lies on the disk.
const writing = new WeakMap<ClipServices, Map<string, Promise<unknown>>>();

function writingTo(clips: ClipServices): Map<string, Promise<unknown>> {
  const known = writing.get(clips) ?? new Map<string, Promise<unknown>>();
  writing.set(clips, known);
  return known;
}

/** Resolves when nothing writes to the upload any longer, however that ended. */
async function quiet(clips: ClipServices, id: string): Promise<void> {
  await writingTo(clips).get(id)?.catch(() => undefined);
}

/** Seals what arrives, record by record, and appends it. */
class Sealer {
  readonly #batch = Buffer.allocUnsafe(RECORDS_AT_ONCE * SEALED_RECORD_BYTES);
  #filled = 0;
  #parts: Uint8Array[] = [];
  #pending = 0;
  #index: number;
  #isLookedAt: boolean;

  constructor(readonly key: Uint8Array, readonly upload: Upload, readonly writer: BlobWriter, offset: number) {
    this.#index = offset / RECORD_BYTES;
    this.#isLookedAt = offset > 0;
  }

  /** How many bytes of the film lie in whole records. */
  get offset(): number {
    return this.#index > lastIndexOf(this.upload.bytes) ? this.upload.bytes : this.#index * RECORD_BYTES;
  }

  /** Looks once at the beginning of the film, as soon as enough of it is there. */
  async lookAtStart(): Promise<FilmRefusal | null> {
    if (this.#isLookedAt || this.#pending < Math.min(FIRST_BYTES, this.upload.bytes)) return null;
    this.#isLookedAt = true;
    return refusalByFirstBytes(Buffer.concat(this.#parts).subarray(0, FIRST_BYTES));
  }

  /** Takes bytes up to the border of the record, and returns the rest. */
  take(bytes: Uint8Array): Uint8Array {
    const part = bytes.subarray(0, RECORD_BYTES - this.#pending);
    this.#parts.push(part);
    this.#pending += part.length;
    return bytes.subarray(part.length);
  }

  /** Seals the record if it is whole: full, or the end of the film. */
  async sealIfWhole(): Promise<void> {
    const isFinal = this.#index === lastIndexOf(this.upload.bytes);
    const isWhole = this.#pending === RECORD_BYTES || (isFinal && this.offset + this.#pending === this.upload.bytes && this.#pending > 0);
    if (!isWhole) return;
    const place = { clipId: this.upload.id, index: this.#index, isFinal };
    this.#filled = sealRecord(this.key, place, this.#parts, this.#batch, this.#filled);
    this.#index += 1;
    this.#parts = [];
    this.#pending = 0;
    if (this.#filled + SEALED_RECORD_BYTES > this.#batch.length) await this.flush();
  }

  /** Appends the records that are sealed. What is no whole record is dropped with this object. */
  async flush(): Promise<void> {
    const filled = this.#batch.subarray(0, this.#filled);
    this.#filled = 0;
    if (filled.length > 0) await this.writer.append(filled);
  }
}

/**
 * Where tus puts what arrives: sealed at once, whole records only. One for each request: it knows who asks and finds their uploads
 * alone. When an upload expires is judged by the portal's clock, before this is asked.
 */
export class SealedUploads extends DataStore {
  override extensions = ["creation", "creation-with-upload", "termination"];

  /** `hold` is told of what is being written, so that a server which shuts down can wait for it. */
  constructor(readonly services: ErasingServices, readonly actor: Actor, readonly now: Date, readonly hold: (work: Promise<unknown>) => void = () => undefined) {
    super();
  }

  /** The upload has been begun (`beginUpload`): what it needs on the disk is made. */
  override async create(file: TusUpload): Promise<TusUpload> {
    const { keys, blobs } = this.services.clips;
    try {
      await keys.make(file.id);
      await blobs.make(file.id);
    } catch (error) {
      await this.remove(file.id);
      throw error;
    }
    return file;
  }

  async #get(id: string): Promise<Upload> {
    const upload = await findUpload(this.services.database.reader, this.actor.personId, id);
    if (!upload) throw new UploadRefused("gone");
    return upload;
  }

  override async getUpload(id: string): Promise<TusUpload> {
    await quiet(this.services.clips, id);
    const upload = await this.#get(id);
    const sealed = await this.services.clips.blobs.size(id);
    if (sealed === undefined) throw new UploadRefused("gone");
    return new TusUpload({ id, size: upload.bytes, offset: filmBytesIn(sealed, upload.bytes), creation_date: upload.createdAt });
  }

  override write(stream: Readable, id: string, offset: number): Promise<number> {
    const all = writingTo(this.services.clips);
    const work = this.#write(stream, id, offset);
    this.hold(work);
    all.set(id, work);
    const over = (): void => {
      if (all.get(id) === work) all.delete(id);
    };
    work.then(over, over);
    return work;
  }

  async #write(stream: Readable, id: string, offset: number): Promise<number> {
    const upload = await this.#get(id);
    if (offset === upload.bytes) return offset;
    const key = await this.services.clips.keys.read(id);
    if (!key) throw new UploadRefused("gone");
    // Opened at the border, it cuts off a record that was torn.
    const writer = await this.services.clips.blobs.openWriter(id, (offset / RECORD_BYTES) * SEALED_RECORD_BYTES);
    const sealer = new Sealer(key, upload, writer, offset);
    let refusal: UploadRefused | null = null;
    try {
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        // Refused, the rest is still read to its end: broken off, tus would answer with another reason than ours.
        if (refusal === null) refusal = await this.#seal(sealer, chunk);
      }
    } finally {
      await sealer.flush().finally(() => writer.close());
    }
    if (refusal !== null) {
      await this.#drop(upload);
      throw refusal;
    }
    return sealer.offset;
  }

  async #seal(sealer: Sealer, chunk: Uint8Array): Promise<UploadRefused | null> {
    for (let rest = chunk; rest.length > 0;) {
      rest = sealer.take(rest);
      const because = await sealer.lookAtStart();
      if (because !== null) return new UploadRefused(because);
      await sealer.sealIfWhole();
    }
    return null;
  }

  async #drop(upload: Upload): Promise<void> {
    await dropUpload(this.services, upload, this.actor.personId, this.now);
  }

  override async remove(id: string): Promise<void> {
    await quiet(this.services.clips, id);
    await this.#drop(await this.#get(id));
  }
}
