import { keepClipClock } from "#app/clips/retention-job.server.ts";
import { listNotices } from "#app/notices/queries.server.ts";
import { seeNotices } from "#app/notices/see-notices.server.ts";

import { type Calendar, momentOn } from "./calendar.ts";
import type { CommandedDeed } from "./deeds.ts";
import { accepted } from "./doing.server.ts";

/** Days on which everybody reads what they were told. What came since the last of them is new when the demonstration begins. */
const READ_AGO = [260, 90, 10] as const;
/** Days on which the server's clock does something: a film of stage 1 goes, one of stage 3. */
const CLOCK_AGO = [219, 62, 1] as const;
const MANY = 200;

/** What happens by itself, and what people do because of it: films go when their time is over, notices are read. */
export function clockDeeds(calendar: Calendar): CommandedDeed[] {
  const reading = READ_AGO.map((ago): CommandedDeed => ({
    at: momentOn(calendar.dayAgo(ago), "signed", 59),
    command: async (scene, at) => {
      const told = await scene.trx.selectFrom("notice_recipient").select("person_id").where("seen_at", "is", null).distinct().orderBy("person_id").execute();
      for (const { person_id: personId } of told) {
        const noticeIds = (await listNotices(scene.trx, personId, { unseenOnly: true, limit: MANY })).map((notice) => notice.id);
        await accepted("see notices", seeNotices(scene.database, { personId }, { noticeIds }, at));
      }
    },
  }));
  const clock = CLOCK_AGO.map((ago): CommandedDeed => ({ at: momentOn(calendar.dayAgo(ago), "arranged", 5), command: (scene, at) => keepClipClock(scene, at) }));
  return [...reading, ...clock];
}
