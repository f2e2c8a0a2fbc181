import { expect, test } from "vitest";

import { filmFixture, sealedIn } from "#tests/support/clips.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, NOON } from "#tests/support/logbook.ts";
import { clipIn, makeFilming } from "#tests/support/uploading.ts";

import { eraseClip } from "./erase.server.ts";
import { compareStores } from "./verify.server.ts";

test("names what is missing and what is nobody's, and finds nothing amiss in what was erased", async () => {
  const filming = await makeFilming(await freshDatabase());
  const services = { database: filming.db, clips: filming.clips };
  const film = filmFixture("faststart.mp4");
  await clipIn(filming, film);
  const [keyless, bodiless, erased] = [await clipIn(filming, film), await clipIn(filming, film), await clipIn(filming, film)];
  await eraseClip(services, await actorFor(filming.db, filming.world.trainee), { clipId: erased }, NOON);
  expect(await compareStores(services)).toEqual({ withoutKey: [], withoutBytes: [], unknown: [] });
  await filming.clips.keys.destroy(keyless);
  await filming.clips.blobs.remove(bodiless);
  const { id } = await sealedIn(filming.clips, film);
  expect(await compareStores(services)).toEqual({ withoutKey: [keyless], withoutBytes: [bodiless], unknown: [id] });
});
