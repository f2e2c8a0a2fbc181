import { describe, expect, test } from "vitest";

import { eraseClip } from "#app/clips/erase.server.ts";
import { endGrants } from "#app/clips/writes.server.ts";
import { withdrawConsent } from "#app/clips/withdraw-consent.server.ts";
import { newId } from "#app/platform/ids.ts";
import { contextFor, requestOf, signIn } from "#tests/support/actors.ts";
import { filmFixture } from "#tests/support/clips.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, NOON } from "#tests/support/logbook.ts";
import { clipIn, type Filming, givenToSupervisors, makeFilming, sha256 } from "#tests/support/uploading.ts";

import { loader } from "./route.ts";

const FILM = filmFixture("sparse-keys.mp4");
const SIZE = FILM.length;

interface Playing extends Filming {
  readonly clipId: string;
  /** Asks for the film afresh, as the player's next request does. */
  play(by: { readonly id: string } | null, headers?: Readonly<Record<string, string>>, method?: "GET" | "HEAD"): Promise<Response>;
}

/** A clip of the trainee's, given to their supervisors to watch. */
async function setUp({ isSubmitted = true } = {}): Promise<Playing> {
  const filming = await makeFilming(await freshDatabase());
  const { db, clips } = filming;
  const clipId = await clipIn(filming, FILM);
  if (isSubmitted) await givenToSupervisors(filming, clipId);
  const play: Playing["play"] = async (by, headers = {}, method = "GET") => {
    const cookie = by === null ? {} : await signIn(db, by.id, NOON);
    const request = new Request(requestOf(`/clips/${clipId}/film`).url, { method, headers: { ...cookie, ...headers } });
    return loader({ request, params: { clipId }, context: contextFor(db, NOON, { clips }) });
  };
  return { ...filming, clipId, play };
}

/** The answer's status; its film is not read. */
async function statusOf(asked: Promise<Response>): Promise<number> {
  const answer = await asked;
  await answer.body?.cancel();
  return answer.status;
}

test("the whole film, a part of it, or its length, as the player asks", async () => {
  const playing = await setUp();
  const { world } = playing;
  expect(sha256(Buffer.from(await (await playing.play(world.supervisor)).arrayBuffer()))).toBe(sha256(FILM));
  const part = await playing.play(world.supervisor, { range: "bytes=65530-65545" });
  expect([part.status, Buffer.from(await part.arrayBuffer()).equals(FILM.subarray(65_530, 65_546))]).toEqual([206, true]);
  expect([await statusOf(playing.play(world.supervisor, { range: `bytes=${String(SIZE)}-` })), await statusOf(playing.play(world.supervisor, {}, "HEAD"))]).toEqual([416, 200]);
});

describe("asked at every range", () => {
  const RANGE = { range: "bytes=0-99" };

  test("who: the owner and the present supervisor; for everybody else there is no such film", async () => {
    const playing = await setUp();
    const { world } = playing;
    const statuses: Record<string, number> = {};
    for (const who of ["trainee", "supervisor", "peer", "lead", "stranger"] as const) statuses[who] = await statusOf(playing.play(world[who], RANGE));
    expect(statuses).toEqual({ trainee: 206, supervisor: 206, peer: 404, lead: 404, stranger: 404 });
    expect(await statusOf(playing.play(null, RANGE))).toBe(401);
  });

  test("the grant: not submitted, only its owner sees it; a grant that ends, ends the play", async () => {
    const playing = await setUp({ isSubmitted: false });
    const { db, world, clipId } = playing;
    expect([await statusOf(playing.play(world.trainee, RANGE)), await statusOf(playing.play(world.supervisor, RANGE))]).toEqual([206, 404]);
    await givenToSupervisors(playing, clipId);
    expect(await statusOf(playing.play(world.supervisor, RANGE))).toBe(206);
    await db.inTransaction((trx) => endGrants(trx, { clipId, reason: "submitted" }, world.trainee.id, NOON));
    expect([await statusOf(playing.play(world.trainee, RANGE)), await statusOf(playing.play(world.supervisor, RANGE))]).toEqual([206, 404]);
  });

  test("consent: withdrawn between two ranges, the next one is refused, to the owner too", async () => {
    const playing = await setUp();
    const { db, clips, world, consentId } = playing;
    expect(await statusOf(playing.play(world.supervisor, RANGE))).toBe(206);
    await withdrawConsent({ database: db, clips }, await actorFor(db, world.trainee), { consentId, withdrawnOn: "2026-11-21" }, NOON);
    expect([await statusOf(playing.play(world.supervisor, RANGE)), await statusOf(playing.play(world.trainee, RANGE))]).toEqual([410, 410]);
  });

  test("consent: withdrawn in the record alone, before anything was erased, the next range is refused all the same", async () => {
    const playing = await setUp();
    await playing.db.reader.updateTable("consent_version").set({ withdrawn_on: "2026-11-21" }).execute();
    expect([await statusOf(playing.play(playing.world.supervisor, RANGE)), await statusOf(playing.play(playing.world.trainee, RANGE))]).toEqual([403, 403]);
  });

  test("consent: no longer for the supervisor, who is refused, while its owner still sees it", async () => {
    const playing = await setUp();
    await playing.db.reader.updateTable("consent_version").set({ for_own_supervisor: 0 }).execute();
    expect([await statusOf(playing.play(playing.world.supervisor, RANGE)), await statusOf(playing.play(playing.world.trainee, RANGE))]).toEqual([403, 206]);
  });

  test("the relation: a supervisor whose assignment ended yesterday is refused this morning", async () => {
    const playing = await setUp();
    await playing.db.reader.updateTable("supervisor_assignment").set({ ends_on: "2026-11-20" }).execute();
    expect(await statusOf(playing.play(playing.world.supervisor, RANGE))).toBe(404);
  });

  test("the role: a supervisor whose grant ended is refused", async () => {
    const playing = await setUp();
    await playing.db.reader.updateTable("role_grant").set({ role: "lead" }).where("person_id", "=", playing.world.supervisor.id).execute();
    expect(await statusOf(playing.play(playing.world.supervisor, RANGE))).toBe(404);
  });

  test("the film: erased between two ranges it is gone for those who had it, and was never there for others", async () => {
    const playing = await setUp();
    const { db, clips, world, clipId } = playing;
    await eraseClip({ database: db, clips }, await actorFor(db, world.trainee), { clipId }, NOON);
    expect([await statusOf(playing.play(world.supervisor, RANGE)), await statusOf(playing.play(world.trainee, RANGE)), await statusOf(playing.play(world.peer, RANGE))]).toEqual([410, 410, 404]);
  });

  test("the key: destroyed by hand, the film is gone and nothing breaks", async () => {
    const playing = await setUp();
    await playing.clips.keys.destroy(playing.clipId);
    expect(await statusOf(playing.play(playing.world.supervisor, RANGE))).toBe(410);
  });

  test("no film stands under an id that is none", async () => {
    const playing = await setUp();
    const request = requestOf("/clips/x/film", await signIn(playing.db, playing.world.trainee.id, NOON));
    for (const clipId of ["nothing-of-ours", "..", newId(), "A", ""]) {
      const { status } = await loader({ request, params: { clipId }, context: contextFor(playing.db, NOON, { clips: playing.clips }) });
      expect([clipId, status]).toEqual([clipId, 404]);
    }
  });
});
