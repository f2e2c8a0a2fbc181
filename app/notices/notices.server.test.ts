import { expect, test } from "vitest";

import type { Database } from "#db/database.server.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type MadePerson, makePerson } from "#tests/support/factories.ts";

import type { NewNotice } from "./model.ts";
import { countUnseen, countUnseenThings, listNotices } from "./queries.server.ts";
import { seeNotices } from "./see-notices.server.ts";
import { notify } from "./writes.server.ts";

const MORNING = new Date("2026-11-21T09:00:00.000Z");
const NOON = new Date("2026-11-21T12:00:00.000Z");
const ALL = { unseenOnly: false, limit: 50 } as const;

interface Pair { readonly db: Database; readonly trainee: MadePerson; readonly supervisor: MadePerson }

async function makePair(): Promise<Pair> {
  const db = await freshDatabase();
  return { db, trainee: await makePerson(db, { name: "Ailsa" }), supervisor: await makePerson(db, { name: "Agnieszka" }) };
}

function sent({ trainee, supervisor }: Pair, over: Partial<NewNotice> = {}): NewNotice {
  return { kind: "submission_sent", actorId: trainee.id, traineeId: trainee.id, recipientIds: [supervisor.id], subjects: { submission: "s1" }, ...over };
}

const tell = (pair: Pair, notice: NewNotice, now = NOON): Promise<void> => pair.db.inTransaction((trx) => notify(trx, notice, now));
const idsOf = async (pair: Pair, person: MadePerson): Promise<string[]> => (await listNotices(pair.db.reader, person.id, ALL)).map((notice) => notice.id);

test("a recipient has the notice unseen, and a letter to them waits in the outbox", async () => {
  const pair = await makePair();
  await tell(pair, sent(pair));
  expect(await listNotices(pair.db.reader, pair.supervisor.id, ALL)).toMatchObject([{
    kind: "submission_sent", actorId: pair.trainee.id, traineeId: pair.trainee.id, subjects: { submission: "s1" },
    at: NOON.toISOString(), seenAt: null,
  }]);
  expect(await countUnseen(pair.db.reader, pair.supervisor.id)).toBe(1);
  expect(await pair.db.reader.selectFrom("outbox").select(["person_id", "channel", "state", "queued_at", "settled_at"]).execute())
    .toEqual([{ person_id: pair.supervisor.id, channel: "mail", state: "waiting", queued_at: NOON.toISOString(), settled_at: null }]);
});

test("whoever did it is not told, and whoever is named twice is told once", async () => {
  const pair = await makePair();
  const { trainee, supervisor } = pair;
  await tell(pair, sent(pair, { recipientIds: [supervisor.id, trainee.id, supervisor.id] }));
  expect([await countUnseen(pair.db.reader, trainee.id), await countUnseen(pair.db.reader, supervisor.id)]).toEqual([0, 1]);
});

test("where nobody is left to be told nothing is written", async () => {
  const pair = await makePair();
  await tell(pair, sent(pair, { recipientIds: [pair.trainee.id] }));
  await tell(pair, sent(pair, { recipientIds: [] }));
  expect(await pair.db.reader.selectFrom("notice").select("id").execute()).toEqual([]);
});

test("what no person did reaches everybody named", async () => {
  const pair = await makePair();
  await tell(pair, sent(pair, { kind: "clip_erased", actorId: null, recipientIds: [pair.trainee.id, pair.supervisor.id] }));
  expect([await countUnseen(pair.db.reader, pair.trainee.id), await countUnseen(pair.db.reader, pair.supervisor.id)]).toEqual([1, 1]);
});

test("the latest stand first, as many as are asked for", async () => {
  const pair = await makePair();
  await tell(pair, sent(pair, { kind: "reply_written" }), MORNING);
  await tell(pair, sent(pair, { kind: "submission_sent" }), NOON);
  const kinds = async (limit: number) => (await listNotices(pair.db.reader, pair.supervisor.id, { unseenOnly: true, limit })).map((n) => n.kind);
  expect(await kinds(50)).toEqual(["submission_sent", "reply_written"]);
  expect(await kinds(1)).toEqual(["submission_sent"]);
});

test("what is seen is no longer among the unseen, stays in the list, and is recorded once", async () => {
  const pair = await makePair();
  const { db, supervisor } = pair;
  await tell(pair, sent(pair), MORNING);
  await tell(pair, sent(pair), MORNING);
  const [first = ""] = await idsOf(pair, supervisor);
  const see = (now: Date) => seeNotices(db, { personId: supervisor.id }, { noticeIds: [first, first] }, now);
  expect(await see(NOON)).toEqual({ ok: true, value: { seen: 1 } });
  expect(await see(new Date("2026-11-22T12:00:00.000Z"))).toEqual({ ok: true, value: { seen: 0 } });
  const all = await listNotices(db.reader, supervisor.id, ALL);
  expect(all.map((notice) => [notice.id === first, notice.seenAt])).toEqual(expect.arrayContaining([[true, NOON.toISOString()], [false, null]]));
  expect((await listNotices(db.reader, supervisor.id, { unseenOnly: true, limit: 50 })).map((n) => n.id)).not.toContain(first);
  expect(await db.reader.selectFrom("audit_entry").select(["actor_id", "act", "subjects"]).execute())
    .toEqual([{ actor_id: supervisor.id, act: "notices.seen", subjects: JSON.stringify({ notice: [first] }) }]);
});

test("one recipient's seeing leaves it unseen for another", async () => {
  const pair = await makePair();
  const other = await makePerson(pair.db);
  await tell(pair, sent(pair, { recipientIds: [pair.supervisor.id, other.id] }));
  await seeNotices(pair.db, { personId: other.id }, { noticeIds: await idsOf(pair, other) }, NOON);
  expect([await countUnseen(pair.db.reader, other.id), await countUnseen(pair.db.reader, pair.supervisor.id)]).toEqual([0, 1]);
});

test("another's notice is not there, and nothing of one's own is marked beside it", async () => {
  const pair = await makePair();
  await tell(pair, sent(pair));
  await tell(pair, sent(pair, { actorId: pair.supervisor.id, recipientIds: [pair.trainee.id], subjects: { submission: "s2" } }));
  const noticeIds = [...await idsOf(pair, pair.supervisor), ...await idsOf(pair, pair.trainee)];
  const see = (ids: readonly string[]) => seeNotices(pair.db, { personId: pair.supervisor.id }, { noticeIds: ids }, NOON);
  expect(await see(noticeIds)).toEqual({ ok: false, code: "not_there" });
  expect(await see([])).toEqual({ ok: false, code: "not_there" });
  expect(await see(["no-such-notice"])).toEqual({ ok: false, code: "not_there" });
  expect(await countUnseen(pair.db.reader, pair.supervisor.id)).toBe(1);
});

test.each<[reason: string, subjects: NewNotice["subjects"], unseen: number]>([
  ["on the same submission: what they were told of it is seen", { submission: "s1" }, 0],
  ["on another submission: it stays", { submission: "s2" }, 1],
  ["on something that is neither submission nor request: it stays", { stage: "1" }, 1],
])("whoever acts %s", async (_reason, subjects, unseen) => {
  const pair = await makePair();
  await tell(pair, sent(pair));
  await tell(pair, sent(pair, { kind: "feedback_sent", actorId: pair.supervisor.id, recipientIds: [pair.trainee.id], subjects }));
  expect([await countUnseen(pair.db.reader, pair.supervisor.id), await countUnseen(pair.db.reader, pair.trainee.id)]).toEqual([unseen, 1]);
});

test("acting on a request, with nobody left to be told, is having seen it too", async () => {
  const pair = await makePair();
  await tell(pair, sent(pair, { kind: "sign_off_asked", subjects: { request: "r1", stage: "1" } }));
  await tell(pair, sent(pair, { kind: "sign_off_signed", actorId: pair.supervisor.id, recipientIds: [], subjects: { request: "r1", stage: "1" } }));
  expect(await countUnseen(pair.db.reader, pair.supervisor.id)).toBe(0);
});

test("a kind is listed alone or left out, and a thing told of twice is counted once", async () => {
  const pair = await makePair();
  for (const submission of ["s1", "s1", "s2"]) await tell(pair, sent(pair, { kind: "reply_written", subjects: { submission } }));
  await tell(pair, sent(pair));
  const list = async (filter: { kind?: "reply_written"; except?: "reply_written" }) => (await listNotices(pair.db.reader, pair.supervisor.id, { unseenOnly: true, ...filter })).length;
  expect([await list({ kind: "reply_written" }), await list({ except: "reply_written" }), await list({})]).toEqual([3, 1, 4]);
  expect([await countUnseenThings(pair.db.reader, pair.supervisor.id, "reply_written"), await countUnseen(pair.db.reader, pair.supervisor.id, "reply_written")]).toEqual([2, 1]);
});
