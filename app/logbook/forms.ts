import { z } from "zod";

import { SUPERVISION_FORMATS, TRAININGS } from "#app/pathway/model.ts";
import { addDays, type Day } from "#app/platform/clock.ts";
import { dayField, joinedDay, optionalWholeNumberField, wholeNumberField } from "#app/platform/http/form-fields.ts";
import { isId } from "#app/platform/ids.ts";
import { words } from "#app/words/words.ts";

import type { CycleContent, PeerSupervisionContent, SupervisionContent, TrainingContent } from "./content.ts";
import { AGE_BANDS, MAX_NOTE_CHARACTERS, MAX_REASON_CHARACTERS, MAX_SESSION_MINUTES, MODES, NEXT_STEPS } from "./model.ts";
import { nameQuestion, namesAreFineField, requiredScreenedText, screenedText, type ScreeningContext } from "./screened-text.ts";

/** What a form's schema is told: the day it is sent on, and what screening leans on. */
export interface FormContext extends ScreeningContext {
  readonly today: Day;
}

const MAX_CLIPS = 50;
const MAX_GOAL_RATING = 10;
const MAX_HALF_DAYS = 10;
const MAX_CHOSEN_PEOPLE = 30;

/** Today, yesterday or a day that is typed. */
export const FILM_DAY_CHOICES = ["today", "yesterday", "other"] as const;
/** The same for a shared review, which may be still to come. */
export const REVIEW_DAY_CHOICES = ["not_yet", "today", "other"] as const;
/** What the client field holds where a client is to be opened with the cycle. */
export const NEW_CLIENT = "new";

const idField = z.string().refine(isId);
const minutes = { from: 1, to: MAX_SESSION_MINUTES };
const texts = words.logbook.forms;

/** What every form that adds or changes an entry carries besides its fields. */
const hidden = {
  requestId: idField.optional(),
  fromVersion: optionalWholeNumberField({ from: 1, to: 999_999_999 }),
  reason: screenedText(MAX_REASON_CHARACTERS),
  namesAreFine: namesAreFineField,
};

function note(context: FormContext) {
  return screenedText(MAX_NOTE_CHARACTERS, context);
}

const startsAt = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, texts.startsAtUnreadable).transform((t) => t.padStart(5, "0")).optional();

function dayOf(choice: unknown, today: Day): Day | undefined {
  if (choice === "today") return today;
  return choice === "yesterday" ? addDays(today, -1) : undefined;
}

/** A day chosen by a press takes the place of what its three inputs hold; with "not yet" there is none. */
function pressed(raw: unknown, today: Day, names: readonly string[]): unknown {
  const fields = new Map(Object.entries(z.record(z.string(), z.unknown()).parse(raw)));
  for (const name of names) {
    const choice = fields.get(`${name}Choice`);
    const day = dayOf(choice, today);
    if (day !== undefined) fields.set(name, joinedDay(day));
    if (choice === "not_yet") fields.delete(name);
  }
  return Object.fromEntries(fields);
}

interface Asked { readonly note?: string | undefined; readonly reason?: string | undefined; readonly namesAreFine?: "on" | undefined }

function askAboutNames(value: Asked, issues: z.RefinementCtx, context: FormContext): void {
  const question = nameQuestion(value.note, value.namesAreFine, context) ?? nameQuestion(value.reason, value.namesAreFine, context);
  if (question !== undefined) issues.addIssue({ code: "custom", path: ["namesAreFine"], message: question });
}

function cycleShape(context: FormContext) {
  return z.object({
    ...hidden,
    client: z.string(texts.clientMissing).refine((v) => v === NEW_CLIENT || isId(v)),
    newClientAgeBand: z.enum(AGE_BANDS).optional(),
    filmedOnChoice: z.enum(FILM_DAY_CHOICES, texts.filmDayMissing),
    ...dayField("filmedOn", { required: true, missing: texts.filmDayMissing }),
    filmMinutes: optionalWholeNumberField(minutes),
    mode: z.enum(MODES).optional(),
    reviewedOnChoice: z.enum(REVIEW_DAY_CHOICES).optional(),
    ...dayField("reviewedOn"),
    reviewMinutes: optionalWholeNumberField(minutes),
    clipsChosen: optionalWholeNumberField({ from: 0, to: MAX_CLIPS }),
    goalRating: optionalWholeNumberField({ from: 0, to: MAX_GOAL_RATING }),
    nextStep: z.enum(NEXT_STEPS).optional(),
    note: note(context),
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
export type CycleForm = z.output<ReturnType<typeof cycleShape>>;
export type CycleFields = z.input<ReturnType<typeof cycleShape>>;

/** What the form says of the cycle, without its client. */
export function cycleContentOf(form: CycleForm): Omit<CycleContent, "clientId"> {
  return {
    kind: "cycle", filmedOn: form.filmedOn, filmMinutes: form.filmMinutes ?? null, mode: form.mode ?? null, clipsChosen: form.clipsChosen ?? null,
    reviewedOn: form.reviewedOn ?? null, reviewMinutes: form.reviewMinutes ?? null, goalRating: form.goalRating ?? null, nextStep: form.nextStep ?? null, note: form.note ?? null,
  };
}

function sessionFields(context: FormContext) {
  return {
    ...hidden,
    heldOnChoice: z.enum(FILM_DAY_CHOICES, texts.sessionDayMissing),
    ...dayField("heldOn", { required: true, missing: texts.sessionDayMissing }),
    startsAt,
    minutes: wholeNumberField({ ...minutes, missing: texts.minutesMissing }),
    mode: z.enum(MODES).optional(),
    note: note(context),
  };
}

function supervisionShape(context: FormContext) {
  return z.object({ ...sessionFields(context), format: z.enum(SUPERVISION_FORMATS), supervisorId: z.string(texts.supervisorMissing).refine(isId) });
}

function withDay<S extends z.ZodType<Asked, unknown>>(shape: S, context: FormContext) {
  const checked = shape.superRefine((value, issues) => { askAboutNames(value, issues, context); });
  return z.preprocess((raw) => pressed(raw, context.today, ["heldOn"]), checked);
}

/** The form of a supervision session. */
export function supervisionForm(context: FormContext) {
  return withDay(supervisionShape(context), context);
}
export type SupervisionForm = z.output<ReturnType<typeof supervisionShape>>;
export type SupervisionFields = z.input<ReturnType<typeof supervisionShape>>;

/** What the form says of the session. */
export function supervisionContentOf(form: SupervisionForm): SupervisionContent {
  return {
    kind: "supervision", heldOn: form.heldOn, startsAt: form.startsAt ?? null, minutes: form.minutes, mode: form.mode ?? null, format: form.format,
    supervisorId: form.supervisorId, note: form.note ?? null,
  };
}

function peerSupervisionShape(context: FormContext) {
  return z.object({ ...sessionFields(context), attendeeIds: z.array(idField, texts.attendeesMissing).min(1, texts.attendeesMissing).max(MAX_CHOSEN_PEOPLE) });
}

/** The form of a peer supervision session. */
export function peerSupervisionForm(context: FormContext) {
  return withDay(peerSupervisionShape(context), context);
}
export type PeerSupervisionForm = z.output<ReturnType<typeof peerSupervisionShape>>;
export type PeerSupervisionFields = z.input<ReturnType<typeof peerSupervisionShape>>;

/** What the form says of the session. */
export function peerSupervisionContentOf(form: PeerSupervisionForm): PeerSupervisionContent {
  return {
    kind: "peer_supervision", heldOn: form.heldOn, startsAt: form.startsAt ?? null, minutes: form.minutes, mode: form.mode ?? null,
    attendeeIds: [...new Set(form.attendeeIds)], note: form.note ?? null,
  };
}

function trainingShape(context: FormContext) {
  return z.object({
    ...hidden,
    heldOnChoice: z.enum(FILM_DAY_CHOICES, texts.sessionDayMissing),
    ...dayField("heldOn", { required: true, missing: texts.sessionDayMissing }),
    training: z.enum(TRAININGS, texts.trainingMissing),
    halfDays: wholeNumberField({ from: 1, to: MAX_HALF_DAYS, missing: texts.halfDaysMissing }),
    note: note(context),
  });
}

/** The form of a training attended. */
export function trainingForm(context: FormContext) {
  return withDay(trainingShape(context), context);
}
export type TrainingForm = z.output<ReturnType<typeof trainingShape>>;
export type TrainingFields = z.input<ReturnType<typeof trainingShape>>;

/** What the form says of the training. */
export function trainingContentOf(form: TrainingForm): TrainingContent {
  return { kind: "training", heldOn: form.heldOn, training: form.training, halfDays: form.halfDays, note: form.note ?? null };
}

/** The form that voids an entry or a client. */
export const voidForm = z.object({
  fromVersion: wholeNumberField({ from: 1, to: 999_999_999 }),
  reason: requiredScreenedText(MAX_REASON_CHARACTERS, texts.voidReasonMissing),
  namesAreFine: namesAreFineField,
}).superRefine((value, issues) => { askAboutNames(value, issues, { today: "", knownNames: [] }); });
export type VoidFields = z.input<typeof voidForm>;

/** The form that opens a client. */
export const openClientForm = z.object({ requestId: idField, ageBand: z.enum(AGE_BANDS).optional() });
export type OpenClientFields = z.input<typeof openClientForm>;

/** The form that changes a client: the age band, and whether the case is open. */
export const changeClientForm = z.object({
  fromVersion: wholeNumberField({ from: 1, to: 999_999_999 }),
  ageBand: z.enum(AGE_BANDS).optional(),
  state: z.enum(["open", "closed"]),
  ...dayField("closedOn"),
}).superRefine((value, issues) => {
  if (value.state === "closed" && value.closedOn === undefined) issues.addIssue({ code: "custom", path: ["closedOn"], message: texts.closedDayMissing });
});
export type ChangeClientFields = z.input<typeof changeClientForm>;
