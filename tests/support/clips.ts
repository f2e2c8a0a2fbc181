import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { onTestFinished } from "vitest";

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
