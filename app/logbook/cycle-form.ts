import { z } from "zod";

import { dayField, optionalWholeNumberField, typedDay } from "#app/platform/http/form-fields.ts";
import { isId } from "#app/platform/ids.ts";
import { words } from "#app/words/words.ts";

import { DAY_CHOICES, NEW_CLIENT, REVIEW_DAY_CHOICES } from "./choices.ts";
import type { ClientChoice, CycleContent } from "./content.ts";
import { askAboutNames, carried, type FormContext, noteField, pressed, typed } from "./form-parts.ts";
import { AGE_BANDS, MAX_CLIPS, MAX_GOAL_RATING, MAX_SESSION_MINUTES, MODES, NEXT_STEPS } from "./model.ts";

const minutes = { from: 1, to: MAX_SESSION_MINUTES };
const texts = words.logbook.forms;

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
    goalRating: optionalWholeNumberField({ from: 0, to: MAX_GOAL_RATING }),
    nextStep: z.enum(NEXT_STEPS).optional(),
    note: noteField(context),
  });
}

/** The form of a cycle: only client and film day are asked for. */
export function cycleForm(context: FormContext) {
  const checked = cycleShape(context).superRefine((value, issues) => {
    if (value.reviewedOnChoice === "other" && value.reviewedOn === undefined) issues.addIssue({ code: "custom", path: ["reviewedOn"], message: texts.reviewDayMissing });
    if (value.reviewedOn !== undefined && value.reviewedOn < value.filmedOn) issues.addIssue({ code: "custom", path: ["reviewedOn"], message: texts.reviewBeforeFilm });
    askAboutNames(value, issues, context);
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

/** The form as it stands for a cycle that is changed. */
export function cycleDefaults(cycle: CycleContent): Partial<CycleFields> {
  const [filmed, reviewed] = [typedDay(cycle.filmedOn), typedDay(cycle.reviewedOn)];
  return {
    client: cycle.clientId, filmedOnChoice: "other", filmedOnDay: filmed.day, filmedOnMonth: filmed.month, filmedOnYear: filmed.year,
    reviewedOnChoice: cycle.reviewedOn === null ? "not_yet" : "other", reviewedOnDay: reviewed.day, reviewedOnMonth: reviewed.month, reviewedOnYear: reviewed.year,
    filmMinutes: typed(cycle.filmMinutes), mode: cycle.mode ?? undefined, reviewMinutes: typed(cycle.reviewMinutes), clipsChosen: typed(cycle.clipsChosen),
    goalRating: typed(cycle.goalRating), nextStep: cycle.nextStep ?? undefined, note: cycle.note ?? undefined,
  };
}
