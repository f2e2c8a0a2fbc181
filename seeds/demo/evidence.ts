import { ATTUNED, INTENTIONS, NEXT_STEPS, SKILLS_POINTS, STRENGTHS, TRAINEE_REPLIES, WORKING_POINTS } from "./review-words.ts";
import type { AttemptPlan, CyclePlan, LoggedPlan, MomentPlan, SignOffPlan, SkillsPlan, TraineePlan } from "./plan.ts";
import { type Dice, diceFor } from "./random.ts";

/*
 * What every stage that is asked for rests on, where a story tells nothing of its own: one shared review that was submitted
 * and reviewed before, and the skills records of both sides.
 */

/** The supervisor of a trainee on that day. Throws where there is none. */
function supervisorOn({ key, supervisors }: TraineePlan, ago: number): string {
  const found = supervisors.find((s) => s.fromAgo >= ago && (s.toAgo === undefined || s.toAgo < ago));
  if (!found) throw new Error(`${key} has no supervisor ${String(ago)} days ago`);
  return found.key;
}

/** Some attuned moments in the order of the film; without times where nobody had a film before them. */
function momentsFrom(dice: Dice, isTimed: boolean): MomentPlan[] {
  const first = dice.between(0, ATTUNED.length - 1);
  let second = dice.between(40, 200);
  return Array.from({ length: dice.between(2, 3) }, (_, n): MomentPlan => {
    const [principle, note] = ATTUNED[(first + n * 5) % ATTUNED.length] ?? ATTUNED[0];
    second += dice.between(25, 240);
    const isStretch = dice.between(1, 3) > 1;
    return { span: isTimed ? (isStretch ? [second, second + dice.between(4, 12)] : [second]) : null, principle, note };
  });
}

/** An ordinary submission of a cycle whose shared review was held that long ago, reviewed a few days after. */
export function ordinaryAttempt(of: string, supervisor: string, reviewedAgo: number): AttemptPlan {
  const dice = diceFor(`attempt ${of} ${String(reviewedAgo)}`);
  const isTogether = dice.between(1, 3) === 1;
  const reference = `VIG/${String(dice.between(11, 98))}/${String(dice.between(2, 40))}`;
  return {
    sent: isTogether ? { way: "watched_together", watchedAgo: reviewedAgo - 1 } : { way: "reference", reference },
    sentAgo: reviewedAgo - 1, supervisor, moments: momentsFrom(dice, !isTogether),
    ...(dice.between(1, 2) === 1 ? { intention: dice.pick(INTENTIONS) } : {}),
    end: { says: "reviewed", ago: reviewedAgo - 2, workingPoint: dice.pick(WORKING_POINTS), nextStep: dice.pick(NEXT_STEPS) },
    ...(dice.between(1, 3) === 1 ? { replies: [{ by: of, ago: reviewedAgo - 2, text: dice.pick(TRAINEE_REPLIES) }] } : {}),
  };
}

type ReviewedCycle = CyclePlan & { readonly reviewedAgo: number };

function isReviewed(entry: LoggedPlan): entry is ReviewedCycle {
  return entry.kind === "cycle" && entry.reviewedAgo !== null && !entry.voided;
}

function hasFeedbackBy(cycle: CyclePlan, ago: number): boolean {
  return (cycle.attempts ?? []).some(({ end }) => end?.says === "reviewed" && end.ago >= ago);
}

/** Days before a stage is asked for by which a shared review has to have been held, for its feedback to come in time. */
const FEEDBACK_NEEDS = 2;

function cyclesOf({ log, signOffs = [] }: TraineePlan, { stage, askedAgo }: SignOffPlan): ReviewedCycle[] {
  const before = Math.min(Infinity, ...signOffs.flatMap(({ stage: s, decided }) => (s < stage && decided !== undefined && decided.says !== "not_yet" ? [decided.ago] : [])));
  return log.filter(isReviewed).filter(({ reviewedAgo }) => reviewedAgo < before && reviewedAgo >= askedAgo + FEEDBACK_NEEDS);
}

/** The plan with one reviewed submission more where a stage is asked for without any. */
function withSubmission(plan: TraineePlan, signOff: SignOffPlan): TraineePlan {
  const cycles = cyclesOf(plan, signOff);
  const last = [...cycles].sort((a, b) => a.reviewedAgo - b.reviewedAgo)[0];
  if (last === undefined || cycles.some((c) => hasFeedbackBy(c, signOff.askedAgo))) return plan;
  const attempt = ordinaryAttempt(plan.key, supervisorOn(plan, last.reviewedAgo - FEEDBACK_NEEDS), last.reviewedAgo);
  return { ...plan, log: plan.log.map((entry) => (entry === last ? { ...last, attempts: [attempt] } : entry)) };
}

function levelsFrom(dice: Dice, stage: number, isOwn: boolean): SkillsPlan["levels"] {
  const usual = Math.min(4, stage + (isOwn ? 0 : 1));
  return Array.from({ length: 7 }, () => {
    const thrown = dice.between(1, 8);
    if (thrown === 1) return "not_seen";
    return ([1, 2, 3, 4] as const)[Math.max(1, Math.min(4, usual + (thrown < 4 ? 1 : 0))) - 1] ?? 2;
  });
}

function skillsFor(plan: TraineePlan, { stage, askedAgo }: SignOffPlan): SkillsPlan[] {
  return [plan.key, supervisorOn(plan, askedAgo)].map((by): SkillsPlan => {
    const dice = diceFor(`skills ${plan.key} ${by} ${String(stage)} ${String(askedAgo)}`);
    return { stage, by, ago: askedAgo, levels: levelsFrom(dice, stage, by === plan.key), strengths: dice.pick(STRENGTHS), workingPoint: dice.pick(SKILLS_POINTS) };
  });
}

/** The plan with everything that its stages were asked for on. */
export function withEvidence(plan: TraineePlan): TraineePlan {
  const signOffs = plan.signOffs ?? [];
  const told = plan.skills ?? [];
  const skills = signOffs.filter(({ stage }) => !told.some((record) => record.stage === stage)).flatMap((signOff) => skillsFor(plan, signOff));
  return signOffs.reduce(withSubmission, { ...plan, skills: [...told, ...skills] });
}
