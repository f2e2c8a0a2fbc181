import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rm } from "node:fs/promises";

import { fileOfId, idsInFolder, syncFolder, unlessMissing } from "./blob-store.server.ts";
import type { Keyring } from "./keyring.server.ts";

const KEY_BYTES = 32;
const PURPOSE = "clip-key";

/** A key for each clip, apart from data and backups. Whoever destroys a key makes every copy of that clip unreadable. */
export interface KeyStore {
  /** Makes a new key and keeps it. Rejects where there is one already. */
  make(id: string): Promise<Buffer>;
  /** Undefined where it was destroyed or never made. Rejects where it was wrapped by another deployment's key. */
  read(id: string): Promise<Buffer | undefined>;
  /** Destroys it for good; nothing happens where there is none. */
  destroy(id: string): Promise<void>;
  /** The ids of everything that has a key, in their order. */
  list(): Promise<string[]>;
}

async function keep(file: string, text: string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Keys in a folder of this machine: one file each, `<id>.key`, wrapped by the deployment's key and bound to its id. */
export function openKeyFolder(folder: string, keyring: Keyring): KeyStore {
  const fileOf = (id: string): string => fileOfId(folder, id, "key");
  return {
    make: async (id) => {
      const [file, key] = [fileOf(id), randomBytes(KEY_BYTES)];
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await keep(file, keyring.seal(PURPOSE, id, key.toString("base64")));
      await syncFolder(folder);
      return key;
    },
    read: async (id) => {
      const wrapped = await unlessMissing(readFile(fileOf(id), "utf8"));
      return wrapped === undefined ? undefined : Buffer.from(keyring.unseal(PURPOSE, id, wrapped), "base64");
    },
    destroy: async (id) => {
      await rm(fileOf(id), { force: true });
      await unlessMissing(syncFolder(folder));
    },
    list: () => idsInFolder(folder, "key"),
  };
}
