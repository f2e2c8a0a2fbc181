import { createHash } from "node:crypto";

import { grantClip } from "#app/clips/writes.server.ts";
import type { ClipServices } from "#app/platform/clip-services.server.ts";
import { newId } from "#app/platform/ids.ts";
import { insertConsent } from "#app/logbook/consent-writes.server.ts";
import type { FilmedRole, Purpose } from "#app/logbook/consent-model.ts";
import type { Database } from "#db/database.server.ts";

import { contextFor, signIn, TEST_ORIGIN } from "./actors.ts";
import { type ClipFolders, clipFolders, clipsIn, sealedIn } from "./clips.ts";
import { loggedCycle, makeWorld, NOON, type World } from "./logbook.ts";

/** A trainee with a reviewed cycle and the client's consent to their supervisor's watching, and where clips lie. */
export interface Filming {
  readonly db: Database;
  readonly world: World;
  readonly folders: ClipFolders;
  readonly clips: ClipServices;
  readonly entryId: string;
  readonly clientId: string;
  readonly consentId: string;
}

/** Records somebody filmed in the case, as if by its form, and returns the consent's id. */
export async function filmedIn({ db, world, clientId }: Pick<Filming, "db" | "world" | "clientId">, filmedRole: FilmedRole, purposes: readonly Purpose[] = ["own_supervisor"]): Promise<string> {
  const id = newId();
  const content = { givenOn: "2026-11-02", givenHow: "signed_form", childView: null, purposes } as const;
  await db.inTransaction((trx) => insertConsent(trx, { id, traineeId: world.trainee.id, clientId, filmedRole, requestId: null }, content, world.trainee.id, NOON));
  return id;
}

/** Makes that scene. */
export async function makeFilming(db: Database): Promise<Filming> {
  const world = await makeWorld(db);
  const entryId = await loggedCycle(world);
  const { client_id: clientId } = await db.reader.selectFrom("current_cycle").select("client_id").where("entry_id", "=", entryId).executeTakeFirstOrThrow();
  const folders = clipFolders();
  const consentId = await filmedIn({ db, world, clientId }, "client", ["own_supervisor", "independent_reviewer"]);
  return { db, world, folders, clips: clipsIn(folders), entryId, clientId, consentId };
}

/** What is asked of the uploader's routes, and by whom. */
export interface Ask {
  readonly method: "POST" | "HEAD" | "PATCH" | "DELETE" | "GET";
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | ReadableStream<Uint8Array>;
  readonly by?: { readonly id: string } | null;
  readonly now?: Date;
}

/** A request of a tus client, with a fresh context as the server would hand it over. */
export async function tusRequest(filming: Filming, { method, path = "/clips/upload", headers = {}, body, by = filming.world.trainee, now = NOON }: Ask) {
  const cookie = by === null ? {} : await signIn(filming.db, by.id, now);
  const type: Record<string, string> = body === undefined ? {} : { "Content-Type": "application/offset+octet-stream" };
  const init: RequestInit & { duplex: "half" } = { method, duplex: "half", headers: { "Tus-Resumable": "1.0.0", ...type, ...cookie, ...headers }, ...(body === undefined ? {} : { body: body as BodyInit }) };
  return { request: new Request(TEST_ORIGIN + path, init), context: contextFor(filming.db, now, { clips: filming.clips }) };
}

/** Metadata as a tus client writes it. */
export function metadataOf(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return { "Upload-Metadata": Object.entries(values).map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`).join(",") };
}

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A clip of the trainee's cycle with that film in it, sealed as an upload leaves it, six seconds long. Returns its id. */
export async function clipIn({ db, world, clips, entryId, clientId, consentId }: Filming, film: Uint8Array): Promise<string> {
  const { id, bytes } = await sealedIn(clips, film);
  await db.inTransaction(async (trx) => {
    await trx.insertInto("clip").values({
      id, trainee_id: world.trainee.id, entry_id: entryId, client_id: clientId, media_type: "video/mp4", bytes, duration_ms: 6000, width: 320, height: 180, has_sound: 1,
      recorded_at: NOON.toISOString(), recorded_by: world.trainee.id,
    }).execute();
    await trx.insertInto("clip_consent").values({ clip_id: id, consent_id: consentId }).execute();
  });
  return id;
}

/** Gives the clip to the trainee's supervisors to watch, as submitting it does. */
export async function givenToSupervisors({ db, world }: Pick<Filming, "db" | "world">, clipId: string): Promise<void> {
  const grant = { clipId, purpose: "own_supervisor", personId: null, reason: "submitted", endsAt: null } as const;
  await db.inTransaction((trx) => grantClip(trx, grant, world.trainee.id, NOON));
}
