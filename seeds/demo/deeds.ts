import type { Act, Subjects } from "#app/audit/model.ts";
import type { FilmFacts } from "#app/clips/model.ts";
import type { ClipServices } from "#app/platform/clip-services.server.ts";
import type { Keyring } from "#app/platform/keyring.server.ts";
import type { Database, Trx } from "#db/database.server.ts";

import type { FilmName } from "./plan.ts";

/** What a seeding needs besides the database. */
export interface SeedServices {
  readonly keyring: Keyring;
  readonly clips: ClipServices;
  /** The bytes of a drawn film. */
  readonly film: (name: FilmName) => Uint8Array;
}

/** What deeds find and leave behind while the history is written: who is who, and what was made. */
export interface Scene extends SeedServices {
  readonly trx: Trx;
  /** The same transaction as commands take it: each of theirs is a part of it. */
  readonly database: Database;
  readonly passwordHash: string;
  /** The films that were sealed, by id: what is dropped where the seeding fails. */
  readonly sealed: string[];
  /** What each film is that was looked into. */
  readonly facts: Map<FilmName, FilmFacts>;
  /** The id under which somebody or something was made before. Throws for what was not made yet. */
  idOf(name: string): string;
  remember(name: string, id: string): void;
}

/** One thing that was done in the demonstration's past, as the room concerned writes it. */
export interface WrittenDeed {
  readonly at: Date;
  /** Who did it, by key; null where nobody signed in did. */
  readonly by: string | null;
  readonly act: Act;
  /** The trainee whose evidence it changes, by key. */
  readonly recounts?: string;
  /** Writes it and says about whom and what it was. */
  readonly write: (scene: Scene, at: Date) => Promise<Subjects>;
}

/** One thing that was done by a room's own command, which asks, tells and records for itself. */
export interface CommandedDeed {
  readonly at: Date;
  readonly command: (scene: Scene, at: Date) => Promise<void>;
}

export type Deed = WrittenDeed | CommandedDeed;

/** A scene before anything has happened in it. */
export function emptyScene(trx: Trx, services: SeedServices, passwordHash: string, sealed: string[]): Scene {
  const ids = new Map<string, string>();
  return {
    ...services, trx, passwordHash, sealed, facts: new Map(),
    database: { reader: trx, inTransaction: (work) => work(trx), close: () => Promise.resolve() },
    remember: (name, id) => { ids.set(name, id); },
    idOf: (name) => {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`the demonstration speaks of ${name} before it was made`);
      return id;
    },
  };
}
