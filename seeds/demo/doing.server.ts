import { findActor } from "#app/people/actor.server.ts";
import type { Actor } from "#app/people/model.ts";
import { londonDay } from "#app/platform/clock.ts";
import type { Result } from "#app/platform/result.ts";

import type { Scene } from "./deeds.ts";

/** Somebody of the demonstration as they stood at that instant, to do something. */
export async function actorOf(scene: Scene, key: string, at: Date): Promise<Actor> {
  const actor = await findActor(scene.trx, scene.idOf(key), londonDay(at));
  if (!actor) throw new Error(`${key} of the demonstration cannot do anything`);
  return actor;
}

/** What a command gave. Throws where it was refused: then the demonstration tells of something that cannot have happened. */
export async function accepted<T>(what: string, result: Promise<Result<T, string>>): Promise<T> {
  const given = await result;
  if (!given.ok) throw new Error(`the demonstration was refused: ${what}: ${given.code}`);
  return given.value;
}
