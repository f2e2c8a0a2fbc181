import path from "node:path";

import { finishErasures } from "#app/clips/erase.server.ts";
import { openDatabase } from "#db/database.server.ts";

import { openClipServices } from "#app/platform/clip-services.server.ts";
import { keyringOf } from "#app/platform/keyring.server.ts";

// A program that finishes erasures and stands still at the named moment, to be killed there: half-erase.ts <folder> <moment>.
const [folder = "", moment = ""] = process.argv.slice(2);
const clips = openClipServices({ dataFolder: path.join(folder, "data"), keyFolder: path.join(folder, "keys") }, keyringOf(Buffer.alloc(32, 7)));
const database = await openDatabase(path.join(folder, "attune.sqlite"));

async function standStill(): Promise<never> {
  // Something to wait for, so that the program does not end by itself.
  setInterval(() => undefined, 60_000);
  console.log("standing still");
  return new Promise(() => undefined);
}

await finishErasures({
  database,
  clips: {
    keys: { ...clips.keys, destroy: (id) => (moment === "before the key" ? standStill() : clips.keys.destroy(id).then(moment === "after the key" ? standStill : undefined)) },
    blobs: { ...clips.blobs, remove: (id) => (moment === "before the bytes" ? standStill() : clips.blobs.remove(id).then(standStill)) },
  },
}, new Date("2026-11-21T12:00:00.000Z"));
