import { expect, test } from "vitest";

import { insertConsent } from "#app/logbook/consent-writes.server.ts";
import { listConsents } from "#app/logbook/consent-queries.server.ts";
import { listNotices } from "#app/notices/queries.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { ClipServices } from "#app/platform/clip-services.server.ts";
import { temporaryClips } from "#tests/support/clips.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, loggedCycle, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import { listClipsCovered, listReceipts } from "./queries.server.ts";
import { withdrawConsent } from "./withdraw-consent.server.ts";

interface Filmed { readonly world: World; readonly clips: ClipServices; readonly clientId: string; readonly consentId: string; readonly otherConsentId: string; readonly clipId: string }

/** A case with two people filmed, a clip that shows both, and one that shows only the other. */
async function makeFilmed(): Promise<Filmed> {
  const world = await makeWorld(await freshDatabase());
  const { db, trainee } = world;
  const entryId = await loggedCycle(world);
  const clientId = (await db.reader.selectFrom("client").select("id").where("trainee_id", "=", trainee.id).executeTakeFirstOrThrow()).id;
  const consent = async (filmedRole: "client" | "other_adult"): Promise<string> => {
    const id = newId();
    const content = { givenOn: "2026-11-02", givenHow: "signed_form", childView: null, purposes: ["own_supervisor"] } as const;
    await db.inTransaction((trx) => insertConsent(trx, { id, traineeId: trainee.id, clientId, filmedRole, requestId: null }, content, trainee.id, NOON));
    return id;
  };
  const clip = async (consentIds: readonly string[]): Promise<string> => {
    const id = newId();
    await db.reader.insertInto("clip").values({
      id, trainee_id: trainee.id, entry_id: entryId, client_id: clientId, media_type: "video/mp4", bytes: 10, duration_ms: 1000, width: 64, height: 64, has_sound: 0,
      recorded_at: NOON.toISOString(), recorded_by: trainee.id,
    }).execute();
    const grant = { clip_id: id, person_id: null, purpose: "own_supervisor", starts_at: NOON.toISOString(), ends_at: null, reason: "submitted" };
    await db.reader.insertInto("clip_grant").values({ id: newId(), ...grant, version: 1, recorded_at: NOON.toISOString(), recorded_by: trainee.id }).execute();
    await db.reader.insertInto("clip_consent").values(consentIds.map((consent_id) => ({ clip_id: id, consent_id }))).execute();
    return id;
  };
  const [consentId, otherConsentId] = [await consent("client"), await consent("other_adult")];
  await clip([otherConsentId]);
  return { world, clips: temporaryClips(), clientId, consentId, otherConsentId, clipId: await clip([consentId, otherConsentId]) };
}

async function withdraw({ world, clips, consentId }: Filmed, over: { by?: { id: string }; withdrawnOn?: string; consentId?: string } = {}) {
  const actor = await actorFor(world.db, over.by ?? world.trainee);
  return withdrawConsent({ database: world.db, clips }, actor, { consentId: over.consentId ?? consentId, withdrawnOn: over.withdrawnOn ?? "2026-11-21" }, NOON);
}

const erasuresOf = ({ world }: Filmed) => world.db.reader.selectFrom("clip_erasure").select(["clip_id", "because", "asked_by", "key_destroyed_at"]).execute();
const lastActs = async ({ world }: Filmed) => (await world.db.reader.selectFrom("audit_entry").select("act").orderBy("seq", "desc").limit(2).execute()).map((row) => row.act);

test("the receipts of the clips that went with it are found by the consent, and nothing is where it stands", async () => {
  const filmed = await makeFilmed();
  const { world, consentId, otherConsentId, clipId } = filmed;
  const receipts = (...ids: readonly string[]) => listReceipts(world.db.reader, ids);
  expect([await receipts(), await receipts(consentId)]).toEqual([[], []]);
  await withdraw(filmed);
  expect(await receipts(consentId)).toEqual([{ consentId, clipId, on: "2026-11-21" }]);
  await withdraw(filmed, { consentId: otherConsentId });
  expect([(await receipts(consentId)).length, (await receipts(otherConsentId)).length]).toEqual([1, 2]);
});

test("hides and destroys every clip that it covers, and no other; the supervisor is told; it is recorded", async () => {
  const filmed = await makeFilmed();
  const { world, consentId, clientId, clipId } = filmed;
  expect(await withdraw(filmed)).toEqual({ ok: true, value: { clipIds: [clipId] } });
  expect(await erasuresOf(filmed)).toEqual([{ clip_id: clipId, because: "consent_withdrawn", asked_by: world.trainee.id, key_destroyed_at: NOON.toISOString() }]);
  expect((await listConsents(world.db.reader, clientId)).map((c) => c.withdrawnOn)).toEqual(expect.arrayContaining(["2026-11-21", null]));
  expect(await listClipsCovered(world.db.reader, consentId)).toEqual([]);
  expect(await listNotices(world.db.reader, world.supervisor.id, { unseenOnly: true, limit: 5 })).toMatchObject([{ kind: "consent_withdrawn", traineeId: world.trainee.id, subjects: { client: clientId, clip: clipId } }]);
  expect(await lastActs(filmed)).toEqual(["clip.erased", "consent.withdrawn"]);
});

test("twice, even at once, is once", async () => {
  const filmed = await makeFilmed();
  const results = await Promise.all([withdraw(filmed), withdraw(filmed)]);
  expect(results).toEqual([{ ok: true, value: { clipIds: [filmed.clipId] } }, { ok: true, value: { clipIds: [] } }]);
  expect(await erasuresOf(filmed)).toHaveLength(1);
  expect(await listNotices(filmed.world.db.reader, filmed.world.supervisor.id, { unseenOnly: true, limit: 5 })).toHaveLength(1);
  expect(await filmed.world.db.reader.selectFrom("audit_entry").select("seq").where("act", "=", "consent.withdrawn").execute()).toHaveLength(1);
});

test("a second person's withdrawal leaves the first one's erasure as it is and takes what is left", async () => {
  const filmed = await makeFilmed();
  await withdraw(filmed);
  expect(await withdraw(filmed, { consentId: filmed.otherConsentId })).toMatchObject({ ok: true, value: { clipIds: [expect.any(String)] } });
  expect(await erasuresOf(filmed)).toHaveLength(2);
});

test("without a clip nobody is told", async () => {
  const filmed = await makeFilmed();
  await filmed.world.db.reader.deleteFrom("clip_consent").execute();
  expect(await withdraw(filmed)).toEqual({ ok: true, value: { clipIds: [] } });
  expect(await listNotices(filmed.world.db.reader, filmed.world.supervisor.id, { unseenOnly: true, limit: 5 })).toEqual([]);
});

test("is still taken from a trainee whose grant has ended, while they hold any other role", async () => {
  const filmed = await makeFilmed();
  await filmed.world.db.reader.updateTable("role_grant").set({ role: "supervisor" }).where("person_id", "=", filmed.world.trainee.id).execute();
  expect(await withdraw(filmed)).toMatchObject({ ok: true });
});

test("is taken for no day to come, and from nobody else", async () => {
  const filmed = await makeFilmed();
  expect(await withdraw(filmed, { withdrawnOn: "2026-11-22" })).toEqual({ ok: false, code: "withdrawal_in_future" });
  for (const by of [filmed.world.peer, filmed.world.supervisor, filmed.world.lead]) expect(await withdraw(filmed, { by })).toEqual({ ok: false, code: "not_there" });
  expect(await erasuresOf(filmed)).toEqual([]);
});
