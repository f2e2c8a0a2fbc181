import { askSignOff } from "#app/accreditation/ask-sign-off.server.ts";
import { assignReviewer, reopenStage } from "#app/accreditation/lead-acts.server.ts";
import { readStageEvidence } from "#app/accreditation/pack.server.ts";
import { decide, recommend } from "#app/accreditation/sign.server.ts";
import { saveSkillsRecord } from "#app/review/skills-record.server.ts";
import { findSkillsRecord } from "#app/review/skills-queries.server.ts";
import { SKILL_LINES, type Ratings } from "#app/review/skills.ts";
import { words } from "#app/words/words.ts";

import { type Calendar, momentOn } from "./calendar.ts";
import type { CommandedDeed, Scene } from "./deeds.ts";
import { accepted, actorOf } from "./doing.server.ts";
import type { SignOffPlan, SkillsPlan, TraineePlan } from "./plan.ts";

const LEAD = "catriona";

type Said = keyof typeof words.accreditation.statement;

/** What somebody signs who looks at the stage at that instant: the sentence of the page, under what stands. */
async function signingOf(scene: Scene, traineeId: string, stage: number, said: Said, at: Date) {
  const evidence = await readStageEvidence(scene.trx, traineeId, stage, at);
  const name = evidence?.record.version.definition.stages[stage - 1]?.name;
  if (!evidence || name === undefined) throw new Error("the demonstration signs a stage of nobody");
  return { statement: words.accreditation.statement[said](name), seen: evidence.seen };
}

function asking(plan: TraineePlan, signOff: SignOffPlan, name: string, calendar: Calendar): CommandedDeed {
  const { stage, askedAgo, reviewer } = signOff;
  return {
    at: momentOn(calendar.dayAgo(askedAgo), "asked"),
    command: async (scene, at) => {
      const traineeId = scene.idOf(plan.key);
      const what = `stage ${String(stage)} of ${plan.key}`;
      scene.remember(name, (await accepted(`ask for ${what}`, askSignOff(scene.database, await actorOf(scene, plan.key, at), { stage }, at))).requestId);
      if (reviewer === undefined) return;
      await accepted(`reviewer of ${what}`, assignReviewer(scene.database, await actorOf(scene, LEAD, at), { traineeId, stage, reviewerId: scene.idOf(reviewer) }, at));
    },
  };
}

function recommending(plan: TraineePlan, { stage, recommended }: SignOffPlan, name: string, calendar: Calendar): CommandedDeed[] {
  if (!recommended) return [];
  return [{
    at: momentOn(calendar.dayAgo(recommended.ago), "recommended"),
    command: async (scene, at) => {
      const signing = await signingOf(scene, scene.idOf(plan.key), stage, "recommended", at);
      await accepted(`recommend ${name}`, recommend(scene.database, await actorOf(scene, recommended.by, at), { requestId: scene.idOf(name), ...signing }, at));
    },
  }];
}

function deciding(plan: TraineePlan, { stage, decided }: SignOffPlan, name: string, calendar: Calendar): CommandedDeed[] {
  if (!decided) return [];
  return [{
    at: momentOn(calendar.dayAgo(decided.ago), "signed"),
    command: async (scene, at) => {
      const signing = await signingOf(scene, scene.idOf(plan.key), stage, decided.says, at);
      const input = { requestId: scene.idOf(name), ...signing, outcome: decided.says, actions: decided.says === "not_yet" ? decided.actions : null };
      await accepted(`decide ${name}`, decide(scene.database, await actorOf(scene, decided.by, at), input, at));
    },
  }];
}

function reopening(plan: TraineePlan, { stage, reopened }: SignOffPlan, calendar: Calendar): CommandedDeed[] {
  if (!reopened) return [];
  return [{
    at: momentOn(calendar.dayAgo(reopened.ago), "signed"),
    command: async (scene, at) => {
      const input = { traineeId: scene.idOf(plan.key), stage, reason: reopened.reason };
      await accepted(`reopen a stage of ${plan.key}`, reopenStage(scene.database, await actorOf(scene, reopened.by, at), input, at));
    },
  }];
}

function fillingIn(plan: TraineePlan, { stage, by, ago, levels, strengths, workingPoint }: SkillsPlan, calendar: Calendar): CommandedDeed {
  return {
    at: momentOn(calendar.dayAgo(ago), by === plan.key ? "submitted" : "answered", 50),
    command: async (scene, at) => {
      const [actor, traineeId] = [await actorOf(scene, by, at), scene.idOf(plan.key)];
      const ratings: Ratings = Object.fromEntries(SKILL_LINES.flatMap((line, n) => (levels[n] === null || levels[n] === undefined ? [] : [[line, levels[n]]])));
      const before = await findSkillsRecord(scene.trx, traineeId, stage, actor.personId);
      const input = { traineeId, stage, content: { ratings, strengths, workingPoint }, submissionId: null, fromVersion: before?.version ?? 0 };
      await accepted(`skills of ${plan.key}`, saveSkillsRecord(scene.database, actor, input, at));
    },
  };
}

/** What a trainee asked for, who signed what, and the skills records of both sides. */
export function signOffDeeds(plan: TraineePlan, calendar: Calendar): CommandedDeed[] {
  const signOffs = (plan.signOffs ?? []).flatMap((signOff, n) => {
    const name = `request ${String(n + 1)} of ${plan.key}`;
    return [asking(plan, signOff, name, calendar), ...recommending(plan, signOff, name, calendar), ...deciding(plan, signOff, name, calendar), ...reopening(plan, signOff, calendar)];
  });
  return [...signOffs, ...(plan.skills ?? []).map((record) => fillingIn(plan, record, calendar))];
}
