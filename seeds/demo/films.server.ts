import { Readable } from "node:stream";

import { Upload as TusUpload } from "@tus/utils";

import { checkFilm } from "#app/clips/check-film.server.ts";
import type { FilmFacts } from "#app/clips/model.ts";
import { openFilm, type SealedFilm } from "#app/clips/sealed-film.server.ts";
import { SealedUploads } from "#app/clips/upload-store.server.ts";
import { beginUpload, recordClip } from "#app/clips/uploads.server.ts";
import type { Actor } from "#app/people/model.ts";
import { newId } from "#app/platform/ids.ts";

import type { Scene } from "./deeds.ts";
import { accepted } from "./doing.server.ts";
import type { FilmName } from "./plan.ts";

async function check(scene: Scene, sealed: SealedFilm): Promise<FilmFacts> {
  const film = await openFilm(scene.clips, sealed);
  if (!film) throw new Error("a film of the demonstration was not sealed");
  const verdict = await checkFilm(film, sealed.bytes).finally(() => film.close());
  if (!verdict.ok) throw new Error(`a film of the demonstration is not taken: ${verdict.because}`);
  return verdict.facts;
}

/** The same film is looked into once: what it is does not change with the case that it stands for. */
async function checked(scene: Scene, name: FilmName, sealed: SealedFilm): Promise<FilmFacts> {
  const facts = scene.facts.get(name) ?? await check(scene, sealed);
  scene.facts.set(name, facts);
  return facts;
}

/** Sends a drawn film as an upload does: begun, sealed record by record, checked as it lies there, recorded. Returns the clip's id. */
export async function uploadFilm(scene: Scene, actor: Actor, film: { readonly name: FilmName; readonly entryId: string; readonly consentIds: readonly string[] }, at: Date): Promise<string> {
  const [bytes, id] = [scene.film(film.name), newId()];
  const upload = await accepted("begin upload", beginUpload(scene.database, actor, { id, entryId: film.entryId, consentIds: film.consentIds, bytes: bytes.length }, at));
  scene.sealed.push(id);
  const uploads = new SealedUploads(scene, actor, at);
  await uploads.create(new TusUpload({ id, size: bytes.length, offset: 0 }));
  await uploads.write(Readable.from([bytes]), id, 0);
  return (await accepted("record clip", recordClip(scene.database, actor, upload, await checked(scene, film.name, { id, bytes: bytes.length }), at))).clipId;
}
