import type { PathwayCount } from "#app/pathway/model.ts";

/** One thing that has to stand before a stage can be asked for, by what it is. */
export type Need =
  | { readonly need: "under_way" }
  | { readonly need: "stage_open" }
  | { readonly need: "earlier_stage"; readonly stage: number }
  | { readonly need: "number"; readonly requirement: string; readonly count: number; readonly needed: number; readonly remaining: number }
  | { readonly need: "gate"; readonly gate: string }
  | { readonly need: "reviewed_submission" }
  | { readonly need: "nothing_waiting" };

/** What stands and what is missing, each named once, in the order in which a trainee would see to it. */
export interface Readiness {
  readonly stage: number;
  readonly standing: readonly Need[];
  readonly missing: readonly Need[];
  readonly isReady: boolean;
}

/** What readiness looks at beside the count. */
export interface AskingCase {
  readonly stage: number;
  readonly count: PathwayCount;
  /** False once the trainee's time on the pathway is over. */
  readonly isEnrolled: boolean;
  /** Reviewed shared reviews of cycles that belong to the stage. */
  readonly reviewedSubmissions: number;
  /** A request, of whatever stage, that nobody has decided on yet. */
  readonly isWaiting: boolean;
}

type Judged = readonly [need: Need, stands: boolean];

function needsOf({ stage, count, isEnrolled, reviewedSubmissions, isWaiting }: AskingCase): Judged[] {
  const own = count.stages.find((s) => s.stage === stage);
  const earlier = count.stages.filter((s) => s.stage < stage);
  return [
    [{ need: "under_way" }, isEnrolled],
    [{ need: "stage_open" }, own !== undefined && own.state !== "closed"],
    ...earlier.map((s): Judged => [{ need: "earlier_stage", stage: s.stage }, s.state === "closed"]),
    ...(own?.requirements ?? []).map(({ requirement, count: reached, needed, remaining, state }): Judged =>
      [{ need: "number", requirement: requirement.key, count: reached, needed, remaining }, state === "met"]),
    ...(own?.gates ?? []).map(({ gate, state }): Judged => [{ need: "gate", gate: gate.key }, state === "open"]),
    [{ need: "reviewed_submission" }, reviewedSubmissions > 0],
    [{ need: "nothing_waiting" }, !isWaiting],
  ];
}

/** What stands and what is missing before the stage can be asked for (docs/field.md, "Asking for a sign-off"). Pure. */
export function readinessOf(asking: AskingCase): Readiness {
  const needs = needsOf(asking);
  const missing = needs.flatMap(([need, stands]) => (stands ? [] : [need]));
  return { stage: asking.stage, standing: needs.flatMap(([need, stands]) => (stands ? [need] : [])), missing, isReady: missing.length === 0 };
}
