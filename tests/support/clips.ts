import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { onTestFinished } from "vitest";

import type { SealedFilm } from "#app/clips/sealed-film.server.ts";
import { sealRecord } from "#app/clips/sealed-format.server.ts";
import { lastIndexOf, OVERHEAD_BYTES, RECORD_BYTES } from "#app/clips/sealed-format.ts";
import { type ClipServices, openClipServices } from "#app/platform/clip-services.server.ts";
import { newId } from "#app/platform/ids.ts";
import { keyringOf } from "#app/platform/keyring.server.ts";

const KEY = Buffer.alloc(32, 7);

/** Where a test's clips lie. */
export interface ClipFolders {
  readonly dataFolder: string;
  readonly keyFolder: string;
}

/** Two folders of their own, gone when the test is over; they come into being with the first clip. */
export function clipFolders(): ClipFolders {
  const folder = path.join(tmpdir(), `attune-clips-${newId()}`);
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  return { dataFolder: path.join(folder, "data"), keyFolder: path.join(folder, "keys") };
}

/** The stores of clips over those folders, as another process would open them too. */
export function clipsIn(folders: ClipFolders): ClipServices {
  return openClipServices(folders, keyringOf(KEY));
}

/** Stores of clips over folders of their own. */
export function temporaryClips(): ClipServices {
  return clipsIn(clipFolders());
}

/** A film of the fixtures, as bytes. */
export function filmFixture(name: string): Buffer {
  return readFileSync(path.resolve(import.meta.dirname, "../fixtures/films", name));
}

/** Seals those bytes under a new key, as an upload would leave them. */
export async function sealedIn(clips: ClipServices, bytes: Uint8Array, id = newId()): Promise<SealedFilm> {
  const key = await clips.keys.make(id);
  await clips.blobs.make(id);
  const writer = await clips.blobs.openWriter(id, 0);
  for (let index = 0, last = lastIndexOf(bytes.length); index <= last && bytes.length > 0; index += 1) {
    const film = bytes.subarray(index * RECORD_BYTES, (index + 1) * RECORD_BYTES);
    const record = Buffer.alloc(film.length + OVERHEAD_BYTES);
    sealRecord(key, { clipId: id, index, isFinal: index === last }, [film], record, 0);
    await writer.append(record);
  }
  await writer.close();
  return { id, bytes: bytes.length };
}
