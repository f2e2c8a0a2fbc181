import { newId } from "#app/platform/ids.ts";
import { returnSubmission, saveFeedback, sendFeedback } from "#app/review/feedback.server.ts";
import { markMoment } from "#app/review/mark-moment.server.ts";
import type { MomentContent } from "#app/review/model.ts";
import { reply } from "#app/review/reply.server.ts";
import { type SubmittedWay, submitReview } from "#app/review/submit.server.ts";
import { withdrawSubmission } from "#app/review/withdraw-submission.server.ts";

import { type Calendar, momentOn } from "./calendar.ts";
import { consentName } from "./consent-deeds.server.ts";
import type { CommandedDeed, Deed, Scene } from "./deeds.ts";
import { accepted, actorOf } from "./doing.server.ts";
import { uploadFilm } from "./films.server.ts";
import type { AttemptPlan, CyclePlan, MomentPlan, ReplyPlan, TraineePlan } from "./plan.ts";

/** What every deed of one attempt knows. */
interface Attempting {
  readonly plan: TraineePlan;
  readonly cycle: CyclePlan;
  readonly attempt: AttemptPlan;
  readonly entryId: string;
  /** Under which name the scene remembers the submission. */
  readonly name: string;
  /** Tells deeds of one hour apart. */
  readonly minute: number;
  readonly calendar: Calendar;
}

const MS_PER_SECOND = 1000;
const PLAIN_CONSENTS = ["client", "child"] as const;

async function wayOf(scene: Scene, { plan, cycle, attempt: { sent, supervisor }, entryId, calendar }: Attempting, at: Date): Promise<SubmittedWay> {
  switch (sent.way) {
    case "reference": return sent;
    case "watched_together": return { way: sent.way, watchedOn: calendar.dayAgo(sent.watchedAgo), watchedWith: scene.idOf(supervisor) };
    case "excerpt": {
      const consentIds = [...PLAIN_CONSENTS, ...sent.alsoFilmed ?? []].map((role) => scene.idOf(consentName(plan, cycle.client, role)));
      const clipId = await uploadFilm(scene, await actorOf(scene, plan.key, at), { name: sent.film, entryId, consentIds }, at);
      return { way: sent.way, clipId, olderFilmIsFine: false };
    }
  }
}

function sending(attempting: Attempting): CommandedDeed {
  const { plan, attempt, entryId, name, minute, calendar } = attempting;
  return {
    at: momentOn(calendar.dayAgo(attempt.sentAgo), "submitted", minute),
    command: async (scene, at) => {
      const actor = await actorOf(scene, plan.key, at);
      const input = { requestId: newId(), entryId, intention: attempt.intention ?? null, how: await wayOf(scene, attempting, at) };
      scene.remember(name, (await accepted(`submit ${name}`, submitReview(scene.database, actor, input, at))).submissionId);
    },
  };
}

function contentOf({ span, principle, note, layer, isNote, isPrivate }: MomentPlan): MomentContent {
  const [from, to] = span ?? [null, null];
  const ms = (seconds: number | null | undefined): number | null => (seconds === null || seconds === undefined ? null : Math.round(seconds * MS_PER_SECOND));
  return {
    kind: isNote || isPrivate ? "note" : "attuned_moment", layer: layer ?? "practitioner_client", startsMs: ms(from), endsMs: ms(to), principle, sharing: isPrivate ? "private" : "shared", note,
  };
}

const momentName = (name: string, place: number): string => `moment ${String(place)} of ${name}`;

function answering(attempting: Attempting): CommandedDeed[] {
  const { attempt: { end, draft, moments = [], supervisor }, name, minute, calendar, plan } = attempting;
  const ago = end?.ago ?? draft?.ago;
  if (ago === undefined) return [];
  return [{
    at: momentOn(calendar.dayAgo(ago), "answered", minute),
    command: async (scene, at) => {
      const [submissionId, actor] = [scene.idOf(name), await actorOf(scene, end?.says === "withdrawn" ? plan.key : supervisor, at)];
      for (const [place, moment] of moments.entries()) {
        const { momentId } = await accepted(`mark ${name}`, markMoment(scene.database, actor, { submissionId, requestId: newId(), content: contentOf(moment) }, at));
        scene.remember(momentName(name, place), momentId);
      }
      const feedback = { submissionId, fromVersion: 0, workingPoint: null, nextStep: null };
      switch (end?.says) {
        case "reviewed": await accepted(`review ${name}`, sendFeedback(scene.database, actor, { ...feedback, workingPoint: end.workingPoint, nextStep: end.nextStep }, at)); break;
        case "returned": await accepted(`return ${name}`, returnSubmission(scene.database, actor, { ...feedback, question: end.question }, at)); break;
        case "withdrawn": await accepted(`withdraw ${name}`, withdrawSubmission(scene.database, actor, { submissionId }, at)); break;
        case undefined: if (draft) await accepted(`draft ${name}`, saveFeedback(scene.database, actor, { ...feedback, workingPoint: draft.workingPoint }, at));
      }
    },
  }];
}

function replying({ name, minute, calendar }: Attempting, { by, ago, text, moment }: ReplyPlan, place: number): CommandedDeed {
  return {
    at: momentOn(calendar.dayAgo(ago), "decided", minute + place),
    command: async (scene, at) => {
      const momentId = moment === undefined ? null : scene.idOf(momentName(name, moment));
      await accepted(`reply to ${name}`, reply(scene.database, await actorOf(scene, by, at), { submissionId: scene.idOf(name), requestId: newId(), momentId, text }, at));
    },
  };
}

/** Every way in which a cycle's shared review was submitted, and what came of each. */
export function reviewDeeds(plan: TraineePlan, cycle: CyclePlan, entry: { readonly id: string; readonly place: number }, calendar: Calendar): Deed[] {
  return (cycle.attempts ?? []).flatMap((attempt, n) => {
    const attempting = { plan, cycle, attempt, entryId: entry.id, name: `attempt ${String(n + 1)} of ${entry.id}`, minute: entry.place, calendar };
    return [sending(attempting), ...answering(attempting), ...(attempt.replies ?? []).map((r, place) => replying(attempting, r, place))];
  });
}
