import { expect } from "vitest";

import { findClip } from "#app/clips/queries.server.ts";
import { openFilm } from "#app/clips/sealed-film.server.ts";
import { handleUpload } from "#app/clips/upload-request.server.ts";

import { filmFixture } from "./clips.ts";
import { freshDatabase } from "./database.ts";
import { NOON } from "./logbook.ts";
import { type Ask, type Filming, makeFilming, metadataOf, tusRequest } from "./uploading.ts";

/** The film that is sent. */
export const FILM = filmFixture("faststart.mp4");
const HOUR_MS = 3_600_000;
/** So many hours after the trainee began. */
export const later = (hours: number): Date => new Date(NOON.getTime() + hours * HOUR_MS);

/** A trainee with a cycle, its consents, and room for films. */
export const scene = async (): Promise<Filming> => makeFilming(await freshDatabase());

/** One request of a tus client, and its answer. */
export async function ask(filming: Filming, asked: Ask): Promise<Response> {
  const { request, context } = await tusRequest(filming, asked);
  return handleUpload(request, context, asked.path?.split("/")[3]);
}

/** Asks for an upload of that many bytes. */
export async function begin(filming: Filming, bytes: number, over: Partial<Ask> & { metadata?: Readonly<Record<string, string>> } = {}): Promise<Response> {
  const metadata = metadataOf(over.metadata ?? { entry: filming.entryId, consents: filming.consentId });
  return ask(filming, { method: "POST", ...over, headers: { "Upload-Length": String(bytes), ...metadata, ...over.headers } });
}

/** An upload of that many bytes that was begun, by its address. */
export async function begun(filming: Filming, bytes: number): Promise<string> {
  const answer = await begin(filming, bytes);
  expect([answer.status, await answer.text()]).toEqual([201, ""]);
  return answer.headers.get("Location") ?? "";
}

/** Sends a part from that offset. */
export const patch = (filming: Filming, at: string, offset: number, body: Uint8Array | ReadableStream<Uint8Array>, over: Partial<Ask> = {}): Promise<Response> =>
  ask(filming, { method: "PATCH", path: at, body, ...over, headers: { "Upload-Offset": String(offset), ...over.headers } });

/** Asks how far an upload has come. */
export const head = (filming: Filming, at: string, over: Partial<Ask> = {}): Promise<Response> => ask(filming, { method: "HEAD", path: at, ...over });

/** The id of an upload, from its address. */
export const idIn = (at: string): string => at.split("/")[3] ?? "";

/** What there is of uploads and clips: rows, keys, bytes. */
export async function traces({ db, clips }: Filming): Promise<{ rows: number; clips: number; keys: number; blobs: number }> {
  const [rows, made] = [await db.reader.selectFrom("clip_upload").select("id").execute(), await db.reader.selectFrom("clip").select("id").execute()];
  return { rows: rows.length, clips: made.length, keys: (await clips.keys.list()).length, blobs: (await clips.blobs.list()).length };
}

/** What is left where nothing is. */
export const NOTHING = { rows: 0, clips: 0, keys: 0, blobs: 0 };

/** A clip as it would be played, from its first byte to its last. */
export async function filmOf({ db, clips }: Filming, clipId: string): Promise<Buffer> {
  const clip = await findClip(db.reader, clipId);
  const film = clip && await openFilm(clips, clip);
  if (!film) throw new Error("no such clip");
  return film.read(0, clip.bytes - 1).finally(() => film.close());
}
