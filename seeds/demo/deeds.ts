import type { Act, Subjects } from "#app/audit/model.ts";
import type { Keyring } from "#app/platform/keyring.server.ts";
import type { Trx } from "#db/database.server.ts";

/** What deeds find and leave behind while the history is written: who is who, and what was made. */
export interface Scene {
  readonly trx: Trx;
  readonly keyring: Keyring;
  readonly passwordHash: string;
  /** The id under which somebody or something was made before. Throws for what was not made yet. */
  idOf(name: string): string;
  remember(name: string, id: string): void;
}

/** One thing that was done in the demonstration's past, as the room concerned writes it. */
export interface Deed {
  readonly at: Date;
  /** Who did it, by key; null where nobody signed in did. */
  readonly by: string | null;
  readonly act: Act;
  /** The trainee whose evidence it changes, by key. */
  readonly recounts?: string;
  /** Writes it and says about whom and what it was. */
  readonly write: (scene: Scene, at: Date) => Promise<Subjects>;
}

/** A scene before anything has happened in it. */
export function emptyScene(trx: Trx, keyring: Keyring, passwordHash: string): Scene {
  const ids = new Map<string, string>();
  return {
    trx, keyring, passwordHash,
    remember: (name, id) => { ids.set(name, id); },
    idOf: (name) => {
      const id = ids.get(name);
      if (id === undefined) throw new Error(`the demonstration speaks of ${name} before it was made`);
      return id;
    },
  };
}
