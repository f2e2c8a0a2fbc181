import { listAskedOf } from "#app/accreditation/waiting.server.ts";
import { listSharedWith } from "#app/logbook/reflection-queries.server.ts";
import type { NoticeKind } from "#app/notices/model.ts";
import { listNotices } from "#app/notices/queries.server.ts";
import { type Actor, hasRole } from "#app/people/model.ts";
import { mapPeople } from "#app/people/names.server.ts";
import { programmeTraineeIds, visibleTraineeIds } from "#app/people/scope.server.ts";
import type { Reader } from "#db/database.server.ts";

import { type NoticeLine, noticeLine } from "./notice-view.ts";

/** More are shown once these are seen. */
const MAX_SHOWN = 20;

/** What the actor was told and has not seen yet, in words, the latest first; without the kind that the page shows elsewhere. */
export async function listNoticeLines(db: Reader, actor: Actor, except?: NoticeKind): Promise<NoticeLine[]> {
  const notices = await listNotices(db, actor.personId, { unseenOnly: true, limit: MAX_SHOWN, ...(except === undefined ? {} : { except }) });
  if (notices.length === 0) return [];
  const people = await mapPeople(db, notices.flatMap(({ actorId, traineeId }) => [actorId, traineeId].filter((id) => id !== null)));
  const names = new Map([...people.values()].map(({ id, name }) => [id, name]));
  const idsOf = async (ids: ReturnType<typeof visibleTraineeIds>) => new Set((await ids.execute()).map((row) => row.trainee_id));
  const reach = {
    visible: await idsOf(visibleTraineeIds(db, actor)), asked: new Set(await listAskedOf(db, actor)),
    reflections: new Set(notices.some((n) => n.kind === "reflection_shared") ? (await listSharedWith(db, actor)).map((r) => r.id) : []),
    led: hasRole(actor, "lead") ? await idsOf(programmeTraineeIds(db, actor, "lead")) : new Set<string>(),
  };
  return notices.map((notice) => noticeLine(notice, { personId: actor.personId, names, ...reach }));
}
