import { expect, test } from "vitest";

import { findErasure } from "#app/clips/queries.server.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { filmFixture } from "#tests/support/clips.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { NOON } from "#tests/support/logbook.ts";
import { clipIn, type Filming, makeFilming } from "#tests/support/uploading.ts";

import { loader as receipt } from "../clips.$clipId.receipt/route.tsx";
import { action, loader } from "./route.tsx";

interface Kept extends Filming { readonly clipId: string }

async function kept(): Promise<Kept> {
  const filming = await makeFilming(await freshDatabase());
  return { ...filming, clipId: await clipIn(filming, filmFixture("faststart.mp4")) };
}

async function argsFor({ db, clips, clipId }: Kept, by: { readonly id: string }, form?: Readonly<Record<string, string>>) {
  const request = requestOf(`/clips/${clipId}/erase`, { ...await signIn(db, by.id, NOON), ...(form === undefined ? {} : { form }) });
  return { request, params: { clipId }, context: contextFor(db, NOON, { clips }) };
}

/** The status of what was thrown or answered, and where it leads. */
async function answerOf(asked: Promise<unknown>): Promise<[number | undefined, string | null]> {
  const answer: unknown = await asked.catch((error: unknown) => error);
  return answer instanceof Response ? [answer.status, answer.headers.get("Location")] : [(answer as { init?: { status?: number } }).init?.status, null];
}

test("without the tick the form comes back, and nothing is erased", async () => {
  const clip = await kept();
  expect(await answerOf(action(await argsFor(clip, clip.world.trainee, {})))).toEqual([400, null]);
  expect(await findErasure(clip.db.reader, clip.clipId)).toBeUndefined();
});

test("with it the film is gone, and the owner is led to the receipt, from then on always", async () => {
  const clip = await kept();
  const leads = [302, `/clips/${clip.clipId}/receipt`];
  expect(await answerOf(receipt(await argsFor(clip, clip.world.trainee)))).toEqual([404, null]);
  expect(await answerOf(action(await argsFor(clip, clip.world.trainee, { confirmed: "on" })))).toEqual(leads);
  expect(await clip.clips.keys.list()).toEqual([]);
  expect(await answerOf(loader(await argsFor(clip, clip.world.trainee)))).toEqual(leads);
  expect(await answerOf(action(await argsFor(clip, clip.world.trainee, { confirmed: "on" })))).toEqual(leads);
});

test("the receipt is for the owner and their present supervisor, and for nobody else", async () => {
  const clip = await kept();
  await action(await argsFor(clip, clip.world.trainee, { confirmed: "on" }));
  for (const by of [clip.world.trainee, clip.world.supervisor]) {
    expect(await receipt(await argsFor(clip, by))).toMatchObject({ clip: { durationMs: 6000 }, erasure: { because: "owner", keyDestroyedAt: NOON.toISOString() } });
  }
  for (const by of [clip.world.peer, clip.world.lead, clip.world.stranger]) expect(await answerOf(receipt(await argsFor(clip, by)))).toEqual([404, null]);
});

test("nobody else is even asked", async () => {
  const clip = await kept();
  for (const by of [clip.world.supervisor, clip.world.peer, clip.world.lead]) {
    expect(await answerOf(loader(await argsFor(clip, by)))).toEqual([404, null]);
    expect(await answerOf(action(await argsFor(clip, by, { confirmed: "on" })))).toEqual([404, null]);
  }
  expect(await findErasure(clip.db.reader, clip.clipId)).toBeUndefined();
});
