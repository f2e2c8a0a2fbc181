import { z } from "zod";

import { dayField, optionalWholeNumberField, typedDay } from "#app/platform/http/form-fields.ts";
import { isId } from "#app/platform/ids.ts";
import { words } from "#app/words/words.ts";

import { AGE_BANDS } from "./case-model.ts";
import { DAY_CHOICES, NEW_CLIENT, REVIEW_DAY_CHOICES } from "./choices.ts";
import { FILMED_ROLES } from "./consent-model.ts";
import type { ClientChoice, CycleContent } from "./content.ts";
import { type AskedCycle, type CycleQuestion, type LoggedFilm, questionsAbout } from "./cycle-questions.ts";
import { askAboutNames, carried, type FormContext, noteField, pressed, typed } from "./form-parts.ts";
import { MAX_CLIPS, MAX_GOAL_RATING, MAX_SESSION_MINUTES, MODES, NEXT_STEPS } from "./model.ts";

const minutes = { from: 1, to: MAX_SESSION_MINUTES };
const rating = { from: 0, to: MAX_GOAL_RATING };
const texts = words.logbook.forms;

/** What the schema of a cycle is told besides: the other films of the log, and how the cycle stands that is changed. */
export interface CycleFormContext extends FormContext {
  readonly films?: readonly LoggedFilm[];
  readonly before?: AskedCycle | null;
}

function cycleShape(context: FormContext) {
  return z.object({
    ...carried,
    client: z.string(texts.clientMissing).refine((v) => v === NEW_CLIENT || isId(v)),
    newClientAgeBand: z.enum(AGE_BANDS).optional(),
    filmedOnChoice: z.enum(DAY_CHOICES, texts.filmDayMissing),
    ...dayField("filmedOn", { required: true, missing: texts.filmDayMissing }),
    filmMinutes: optionalWholeNumberField(minutes),
    mode: z.enum(MODES).optional(),
    reviewedOnChoice: z.enum(REVIEW_DAY_CHOICES).optional(),
    ...dayField("reviewedOn"),
    reviewMinutes: optionalWholeNumberField(minutes),
    clipsChosen: optionalWholeNumberField({ from: 0, to: MAX_CLIPS }),
    filmedRoles: z.array(z.enum(FILMED_ROLES)).optional(),
    reviewFilmed: z.enum(["yes", "no"]).optional(),
    goalRating: optionalWholeNumberField(rating), goal2Rating: optionalWholeNumberField(rating), goal3Rating: optionalWholeNumberField(rating),
    attunedMoments: noteField(context),
    reflection: noteField(context),
    nextStep: z.enum(NEXT_STEPS).optional(),
    note: noteField(context),
    asMeant: z.literal("on").optional(),
  });
}

function askAboutCycle(value: CycleForm, issues: z.RefinementCtx, { films = [], before = null }: CycleFormContext): void {
  if (value.asMeant === "on") return;
  const { filmedOn, filmMinutes = null, reviewedOn = null } = value;
  const clientId = value.client === NEW_CLIENT ? null : value.client;
  // What the same form logged when it was sent before, and its answer was lost, is no other film.
  const others = films.filter(({ requestId = null }) => requestId === null || requestId !== value.requestId);
  for (const question of questionsAbout({ clientId, filmedOn, filmMinutes, reviewedOn }, others, before)) {
    issues.addIssue({ code: "custom", path: ["asMeant"], message: sayQuestion(question) });
  }
}

function sayQuestion(question: CycleQuestion): string {
  const said = words.logbook.cycle.questions;
  switch (question.code) {
    case "long_gap": return said.longGap(question.weeks);
    case "long_film": return said.longFilm(question.minutes);
    case "film_day_there": return said.filmDayThere(question.day);
  }
}

/** The form of a cycle: only client and film day are asked for. What is unlikely is asked about once, and stands with one tick. */
export function cycleForm(context: CycleFormContext) {
  const checked = cycleShape(context).superRefine((value, issues) => {
    if (value.reviewedOnChoice === "other" && value.reviewedOn === undefined) issues.addIssue({ code: "custom", path: ["reviewedOn"], message: texts.reviewDayMissing });
    if (value.reviewedOn !== undefined && value.reviewedOn < value.filmedOn) issues.addIssue({ code: "custom", path: ["reviewedOn"], message: texts.reviewBeforeFilm });
    askAboutCycle(value, issues, context);
    askAboutNames(value, issues, context, [value.attunedMoments, value.reflection]);
  });
  return z.preprocess((raw) => pressed(raw, context.today, ["filmedOn", "reviewedOn"]), checked);
}
type CycleForm = z.output<ReturnType<typeof cycleShape>>;
export type CycleFields = z.input<ReturnType<typeof cycleShape>>;

/** What the form says of the cycle, without its client. */
export function cycleContentOf(form: CycleForm): Omit<CycleContent, "clientId"> {
  return {
    kind: "cycle", filmedOn: form.filmedOn, filmMinutes: form.filmMinutes ?? null, mode: form.mode ?? null, clipsChosen: form.clipsChosen ?? null,
    reviewedOn: form.reviewedOn ?? null, reviewMinutes: form.reviewMinutes ?? null, goalRating: form.goalRating ?? null, nextStep: form.nextStep ?? null, note: form.note ?? null,
    filmedRoles: FILMED_ROLES.filter((role) => form.filmedRoles?.includes(role)), reviewFilmed: form.reviewFilmed === undefined ? null : form.reviewFilmed === "yes",
    goal2Rating: form.goal2Rating ?? null, goal3Rating: form.goal3Rating ?? null, attunedMoments: form.attunedMoments ?? null, reflection: form.reflection ?? null,
  };
}

/** The client that the form names, or the new one that is to be opened with the cycle. */
export function clientChoiceOf(form: CycleForm): ClientChoice {
  return form.client === NEW_CLIENT ? { newClient: { ageBand: form.newClientAgeBand ?? null } } : { clientId: form.client };
}

/** The empty form: filmed today, the shared review still to come; nobody is chosen beforehand, but where there is only a new client to choose. */
export function newCycleDefaults(clients: readonly { readonly id: string }[], askedId: string | null): Partial<CycleFields> {
  const client = clients.length === 0 ? NEW_CLIENT : clients.find((c) => c.id === askedId)?.id;
  return { ...(client === undefined ? {} : { client }), filmedOnChoice: "today", reviewedOnChoice: "not_yet" };
}

function detailDefaults({ filmedRoles = [], reviewFilmed = null, goal2Rating = null, goal3Rating = null, attunedMoments = null, reflection = null }: CycleContent): Partial<CycleFields> {
  return {
    filmedRoles: [...filmedRoles], reviewFilmed: reviewFilmed === null ? undefined : reviewFilmed ? "yes" : "no", goal2Rating: typed(goal2Rating), goal3Rating: typed(goal3Rating),
    attunedMoments: attunedMoments ?? undefined, reflection: reflection ?? undefined,
  };
}

/** The form as it stands for a cycle that is changed. */
export function cycleDefaults(cycle: CycleContent): Partial<CycleFields> {
  const [filmed, reviewed] = [typedDay(cycle.filmedOn), typedDay(cycle.reviewedOn)];
  return {
    client: cycle.clientId, filmedOnChoice: "other", filmedOnDay: filmed.day, filmedOnMonth: filmed.month, filmedOnYear: filmed.year,
    reviewedOnChoice: cycle.reviewedOn === null ? "not_yet" : "other", reviewedOnDay: reviewed.day, reviewedOnMonth: reviewed.month, reviewedOnYear: reviewed.year,
    filmMinutes: typed(cycle.filmMinutes), mode: cycle.mode ?? undefined, reviewMinutes: typed(cycle.reviewMinutes), clipsChosen: typed(cycle.clipsChosen),
    goalRating: typed(cycle.goalRating), nextStep: cycle.nextStep ?? undefined, note: cycle.note ?? undefined, ...detailDefaults(cycle),
  };
}
