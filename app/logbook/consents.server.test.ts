import { describe, expect, test } from "vitest";

import { newId } from "#app/platform/ids.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { actorFor, makeWorld, NOON, type World } from "#tests/support/logbook.ts";

import { openClient } from "./clients.server.ts";
import type { Consent, ConsentContent } from "./consent-model.ts";
import { listConsents, listConsentsByIds } from "./consent-queries.server.ts";
import { insertWithdrawal } from "./consent-writes.server.ts";
import { changeConsent, recordConsent, type RecordConsentInput, voidConsent } from "./consents.server.ts";

const TOMORROW = "2026-11-22";
const AGREED: ConsentContent = { givenOn: "2026-11-02", givenHow: "signed_form", childView: null, purposes: ["own_supervisor"] };

interface Case { readonly world: World; readonly clientId: string }

async function makeCase(): Promise<Case> {
  const world = await makeWorld(await freshDatabase());
  const opened = await openClient(world.db, await actorFor(world.db, world.trainee), { requestId: newId(), ageBand: "0_2" }, NOON);
  if (!opened.ok) throw new Error(opened.code);
  return { world, clientId: opened.value.clientId };
}

async function record({ world, clientId }: Case, over: Partial<RecordConsentInput> = {}, by: { id: string } = world.trainee) {
  const input: RecordConsentInput = { requestId: newId(), clientId, filmedRole: "client", content: AGREED, ...over };
  return recordConsent(world.db, await actorFor(world.db, by), input, NOON);
}

async function recorded(one: Case, over: Partial<RecordConsentInput> = {}): Promise<Consent> {
  const result = await record(one, over);
  if (!result.ok) throw new Error(result.code);
  const [consent] = await listConsentsByIds(one.world.db.reader, [result.value.consentId]);
  if (!consent) throw new Error("not there");
  return consent;
}

const consentsOf = ({ world, clientId }: Case): Promise<Consent[]> => listConsents(world.db.reader, clientId);

async function withdraw({ world }: Case, consent: Consent, on: string): Promise<void> {
  await world.db.inTransaction((trx) => insertWithdrawal(trx, consent, { on, by: world.trainee.id }, NOON));
}

describe("recording what somebody agreed to", () => {
  test("keeps role, day, how and purposes, and nothing else", async () => {
    const one = await makeCase();
    const consent = await recorded(one, { content: { ...AGREED, purposes: ["independent_reviewer", "own_supervisor"] } });
    expect(consent).toMatchObject({
      traineeId: one.world.trainee.id, clientId: one.clientId, filmedRole: "client", givenOn: "2026-11-02", givenBy: "self", givenHow: "signed_form", childView: null,
      purposes: ["own_supervisor", "independent_reviewer"], withdrawnOn: null, voided: false, version: 1,
    });
    expect(await one.world.db.reader.selectFrom("audit_entry").select(["act", "subjects"]).orderBy("seq", "desc").limit(1).execute())
      .toEqual([{ act: "consent.recorded", subjects: JSON.stringify({ client: one.clientId, consent: consent.id, trainee: one.world.trainee.id }) }]);
  });

  test("a child's comes through parental responsibility, with the child's own view", async () => {
    const one = await makeCase();
    expect(await record(one, { filmedRole: "child" })).toEqual({ ok: false, code: "child_view_missing" });
    const child = await recorded(one, { filmedRole: "child", content: { ...AGREED, childView: "not_able_to_say" } });
    expect(child).toMatchObject({ givenBy: "parental_responsibility", childView: "not_able_to_say" });
  });

  test("an adult's keeps no child's view, whatever was sent", async () => {
    expect(await recorded(await makeCase(), { content: { ...AGREED, childView: "agrees" } })).toMatchObject({ childView: null });
  });

  test("the same form sent twice, even at once, records one", async () => {
    const one = await makeCase();
    const form = { requestId: newId() };
    const [first, second] = await Promise.all([record(one, form), record(one, form)]);
    expect(first).toMatchObject({ ok: true });
    expect(second).toEqual(first);
    expect(await consentsOf(one)).toHaveLength(1);
  });

  test("of client and child there is one in a case until that one ends; of others there may be several", async () => {
    const one = await makeCase();
    const client = await recorded(one);
    expect(await record(one)).toEqual({ ok: false, code: "filmed_role_there" });
    await recorded(one, { filmedRole: "other_adult" });
    await recorded(one, { filmedRole: "other_adult" });
    await withdraw(one, client, "2026-11-21");
    expect(await record(one)).toMatchObject({ ok: true });
  });

  test("is taken for today, refused for tomorrow", async () => {
    const one = await makeCase();
    expect(await record(one, { content: { ...AGREED, givenOn: TOMORROW } })).toEqual({ ok: false, code: "consent_in_future" });
    expect(await record(one, { content: { ...AGREED, givenOn: "2026-11-21" } })).toMatchObject({ ok: true });
  });

  test("is the trainee's own: nobody else's case, and nobody without a trainee's grant", async () => {
    const one = await makeCase();
    expect(await record(one, {}, one.world.peer)).toEqual({ ok: false, code: "not_there" });
    expect(await record(one, { clientId: "no-such-client" })).toEqual({ ok: false, code: "not_there" });
    for (const other of [one.world.supervisor, one.world.lead]) expect(await record(one, {}, other)).toEqual({ ok: false, code: "not_allowed" });
    expect(await consentsOf(one)).toEqual([]);
  });
});

describe("changing it", () => {
  const change = async ({ world }: Case, consent: Consent, over: Partial<ConsentContent> = {}, fromVersion = 1, by: { id: string } = world.trainee) =>
    changeConsent(world.db, await actorFor(world.db, by), { consentId: consent.id, fromVersion, content: { ...AGREED, ...over } }, NOON);

  test("makes a version with what stands now, and keeps the one before", async () => {
    const one = await makeCase();
    const consent = await recorded(one);
    expect(await change(one, consent, { purposes: ["own_supervisor", "peers"], givenHow: "spoken_on_film" })).toMatchObject({ ok: true });
    expect(await consentsOf(one)).toMatchObject([{ version: 2, purposes: ["own_supervisor", "peers"], givenHow: "spoken_on_film" }]);
    expect(await one.world.db.reader.selectFrom("consent_version").select(["version", "for_peers"]).orderBy("version").execute())
      .toEqual([{ version: 1, for_peers: 0 }, { version: 2, for_peers: 1 }]);
  });

  test("is refused from an older version, for a day to come, and to others", async () => {
    const one = await makeCase();
    const consent = await recorded(one);
    expect(await change(one, consent, {}, 2)).toEqual({ ok: false, code: "changed_meanwhile" });
    expect(await change(one, consent, { givenOn: TOMORROW })).toEqual({ ok: false, code: "consent_in_future" });
    expect(await change(one, consent, {}, 1, one.world.peer)).toEqual({ ok: false, code: "not_there" });
    expect(await change(one, consent, {}, 1, one.world.supervisor)).toEqual({ ok: false, code: "not_allowed" });
    const both = await Promise.all([change(one, consent), change(one, consent)]);
    expect(both.map((result) => result.ok)).toEqual([true, false]);
  });

  test("what was withdrawn stays withdrawn: it can be neither changed nor voided", async () => {
    const one = await makeCase();
    const consent = await recorded(one);
    await withdraw(one, consent, "2026-11-21");
    expect(await change(one, consent, {}, 2)).toEqual({ ok: false, code: "consent_ended" });
    const actor = await actorFor(one.world.db, one.world.trainee);
    expect(await voidConsent(one.world.db, actor, { consentId: consent.id, fromVersion: 2, because: "recorded_twice" }, NOON)).toEqual({ ok: false, code: "consent_ended" });
    expect(await consentsOf(one)).toMatchObject([{ version: 2, withdrawnOn: "2026-11-21", purposes: ["own_supervisor"] }]);
  });
});

test("voided, it stays on the record with its reason and makes room for the right one", async () => {
  const one = await makeCase();
  const consent = await recorded(one);
  const actor = await actorFor(one.world.db, one.world.trainee);
  const input = { consentId: consent.id, fromVersion: 1, because: "another_client" } as const;
  expect(await voidConsent(one.world.db, actor, input, NOON)).toMatchObject({ ok: true });
  expect(await voidConsent(one.world.db, actor, input, NOON)).toEqual({ ok: false, code: "consent_ended" });
  expect(await consentsOf(one)).toMatchObject([{ voided: true, version: 2 }]);
  expect(await one.world.db.reader.selectFrom("current_consent").select(["voided", "reason"]).execute()).toEqual([{ voided: 1, reason: "another_client" }]);
  expect(await record(one)).toMatchObject({ ok: true });
});

describe("withdrawing it", () => {
  test.each([
    { why: "today", on: "2026-11-21", withdrawnOn: "2026-11-21" },
    { why: "on the day it was given", on: "2026-11-02", withdrawnOn: "2026-11-02" },
    { why: "on a day before it was given, which is taken as that day", on: "2026-11-01", withdrawnOn: "2026-11-02" },
  ])("$why", async ({ on, withdrawnOn }) => {
    const one = await makeCase();
    await withdraw(one, await recorded(one), on);
    expect(await consentsOf(one)).toMatchObject([{ withdrawnOn, version: 2, purposes: ["own_supervisor"] }]);
  });

  test("a second time writes nothing", async () => {
    const one = await makeCase();
    await withdraw(one, await recorded(one), "2026-11-20");
    const [withdrawn] = await consentsOf(one);
    if (!withdrawn) throw new Error("not there");
    await withdraw(one, withdrawn, "2026-11-21");
    expect(await consentsOf(one)).toEqual([withdrawn]);
  });
});

test("no ids, no consents", async () => {
  const { world } = await makeCase();
  expect(await listConsentsByIds(world.db.reader, [])).toEqual([]);
  expect(await listConsentsByIds(world.db.reader, ["nothing"])).toEqual([]);
});
