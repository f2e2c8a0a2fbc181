import path from "node:path";

import { type BlobStore, openBlobFolder } from "./blob-store.server.ts";
import { type KeyStore, openKeyFolder } from "./key-store.server.ts";
import type { Keyring } from "./keyring.server.ts";

/** Where clips lie: the sealed bytes among the data, the keys apart from it. */
export interface ClipServices {
  readonly blobs: BlobStore;
  readonly keys: KeyStore;
}

/** Opens both on this machine; nothing is made before the first clip. */
export function openClipServices(at: { readonly dataFolder: string; readonly keyFolder: string }, keyring: Keyring): ClipServices {
  return { blobs: openBlobFolder(path.join(at.dataFolder, "clips")), keys: openKeyFolder(path.join(at.keyFolder, "clips"), keyring) };
}
