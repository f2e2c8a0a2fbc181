import { z } from "zod";

import type { Day } from "#app/platform/clock.ts";
import { dayField, optionalWholeNumberField, typedDay, wholeNumberField } from "#app/platform/http/form-fields.ts";
import { words } from "#app/words/words.ts";

import {
  AGE_BANDS, type CaseInput, CLOSE_REASONS, type Closing, COPIES, type Goal, GOAL_FIELDS, GOAL_PLACES, type GoalPlace, MAX_GOAL_CHARACTERS, MAX_HELPING_QUESTION_CHARACTERS, ORIGINALS, RELATIONS, SETTINGS,
} from "./case-model.ts";
import { DAY_CHOICES } from "./choices.ts";
import { askAboutNames, type FormContext, idField, pressed, typed, VERSION } from "./form-parts.ts";
import { type Client, MAX_GOAL_RATING, MAX_NOTE_CHARACTERS } from "./model.ts";
import { namesAreFineField, screenedText } from "./screened-text.ts";

const { forms: texts } = words.cases;
const rating = { from: 0, to: MAX_GOAL_RATING };

function caseFields(context: FormContext) {
  const goal = screenedText(MAX_GOAL_CHARACTERS, context);
  const atStart = optionalWholeNumberField(rating);
  return {
    ageBand: z.enum(AGE_BANDS).optional(), relation: z.enum(RELATIONS).optional(), setting: z.enum(SETTINGS).optional(),
    helpingQuestion: screenedText(MAX_HELPING_QUESTION_CHARACTERS, context),
    goal1: goal, goal1AtStart: atStart, goal2: goal, goal2AtStart: atStart, goal3: goal, goal3AtStart: atStart,
    measuredInDcs: z.literal("on").optional(), nextSteps: screenedText(MAX_NOTE_CHARACTERS, context), namesAreFine: namesAreFineField,
  };
}

type CaseForm = z.output<z.ZodObject<ReturnType<typeof caseFields>>>;

function askAboutCase(value: CaseForm, issues: z.RefinementCtx, context: FormContext): void {
  askAboutNames({ namesAreFine: value.namesAreFine }, issues, context, [value.helpingQuestion, value.goal1, value.goal2, value.goal3, value.nextSteps]);
}

function goalsOf(form: CaseForm): Goal[] {
  const goals: readonly Goal[] = GOAL_PLACES.map((place) => ({ place, text: form[GOAL_FIELDS[place].text] ?? null, atStart: form[GOAL_FIELDS[place].atStart] ?? null }));
  return goals.filter(({ text, atStart }) => text !== null || atStart !== null);
}

/** What the form says of the case. */
export function caseInputOf(form: CaseForm & { readonly openedOn?: Day | undefined }): CaseInput {
  return {
    ageBand: form.ageBand ?? null, relation: form.relation ?? null, setting: form.setting ?? null, helpingQuestion: form.helpingQuestion ?? null, goals: goalsOf(form),
    measuredInDcs: form.measuredInDcs === "on", nextSteps: form.nextSteps ?? null, ...(form.openedOn === undefined ? {} : { openedOn: form.openedOn }),
  };
}

function openShape(context: FormContext) {
  return z.object({ requestId: idField, ...caseFields(context), openedOnChoice: z.enum(DAY_CHOICES).optional(), ...dayField("openedOn") });
}

/** The form that opens a client: it may be sent with nothing filled in. */
export function openClientForm(context: FormContext) {
  const checked = openShape(context).superRefine((value, issues) => {
    if (value.openedOnChoice === "other" && value.openedOn === undefined) issues.addIssue({ code: "custom", path: ["openedOn"], message: texts.openedDayMissing });
    askAboutCase(value, issues, context);
  });
  return z.preprocess((raw) => pressed(raw, context.today, ["openedOn"]), checked);
}
export type OpenClientFields = z.input<ReturnType<typeof openShape>>;

function changeShape(context: FormContext) {
  return z.object({ fromVersion: wholeNumberField(VERSION), ...caseFields(context), ...dayField("openedOn", { required: true, missing: texts.openedDayMissing }) });
}

/** The form that changes what is told of a client and its case. */
export function changeClientForm(context: FormContext) {
  return changeShape(context).superRefine((value, issues) => { askAboutCase(value, issues, context); });
}
export type ChangeClientFields = z.input<ReturnType<typeof changeShape>>;

type GoalFields = Partial<Record<`goal${GoalPlace}` | `goal${GoalPlace}AtStart`, string>>;

function goalDefaults(goals: readonly Goal[]): GoalFields {
  return Object.fromEntries(goals.flatMap(({ place, text, atStart }) => [[GOAL_FIELDS[place].text, text ?? undefined], [GOAL_FIELDS[place].atStart, typed(atStart)]]));
}

/** The form as it stands for a client who is changed. */
export function changeClientDefaults(client: Client): Partial<ChangeClientFields> {
  const { day, month, year } = typedDay(client.openedOn);
  return {
    ageBand: client.ageBand ?? undefined, relation: client.relation ?? undefined, setting: client.setting ?? undefined, helpingQuestion: client.helpingQuestion ?? undefined,
    ...goalDefaults(client.goals), measuredInDcs: client.measuredInDcs ? "on" : undefined, nextSteps: client.nextSteps ?? undefined,
    openedOnDay: day, openedOnMonth: month, openedOnYear: year,
  };
}

/** The texts of a client, about which nobody is asked again. */
export function textsOfCase({ helpingQuestion, goals, nextSteps }: Client): (string | null)[] {
  return [helpingQuestion, nextSteps, ...goals.map((goal) => goal.text)];
}

function closeShape(context: FormContext) {
  return z.object({
    fromVersion: wholeNumberField(VERSION), closedOnChoice: z.enum(DAY_CHOICES, texts.closedDayMissing), ...dayField("closedOn", { required: true, missing: texts.closedDayMissing }),
    closedBecause: z.enum(CLOSE_REASONS, texts.becauseMissing), copies: z.enum(COPIES, texts.copiesMissing), originals: z.enum(ORIGINALS, texts.originalsMissing),
    nextSteps: screenedText(MAX_NOTE_CHARACTERS, context), namesAreFine: namesAreFineField,
  });
}

/** The form that closes a case. */
export function closeCaseForm(context: FormContext) {
  const checked = closeShape(context).superRefine((value, issues) => { askAboutNames({ namesAreFine: value.namesAreFine }, issues, context, [value.nextSteps]); });
  return z.preprocess((raw) => pressed(raw, context.today, ["closedOn"]), checked);
}
export type CloseCaseFields = z.input<ReturnType<typeof closeShape>>;

/** What the form says of the closing. */
export function closingOf({ closedOn, closedBecause, copies, originals, nextSteps }: z.output<ReturnType<typeof closeShape>>): Closing {
  return { closedOn, closedBecause, copies, originals, nextSteps: nextSteps ?? null };
}

/** The form as it starts: today, or how the case was closed. */
export function closeCaseDefaults({ closedOn, closedBecause, copies, originals, nextSteps }: Client): Partial<CloseCaseFields> {
  const { day, month, year } = typedDay(closedOn);
  return {
    closedOnChoice: closedOn === null ? "today" : "other", closedOnDay: day, closedOnMonth: month, closedOnYear: year, nextSteps: nextSteps ?? undefined,
    ...(closedBecause === null ? {} : { closedBecause }), ...(copies === null ? {} : { copies }), ...(originals === null ? {} : { originals }),
  };
}

const reopenShape = z.object({
  fromVersion: wholeNumberField(VERSION), reopenedOnChoice: z.enum(DAY_CHOICES, texts.reopenedDayMissing),
  ...dayField("reopenedOn", { required: true, missing: texts.reopenedDayMissing }),
});

/** The form that opens a closed case again. */
export function reopenCaseForm(today: Day) {
  return z.preprocess((raw) => pressed(raw, today, ["reopenedOn"]), reopenShape);
}
export type ReopenCaseFields = z.input<typeof reopenShape>;
