import { z } from "zod";

import { SUPERVISION_FORMATS, TRAININGS } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";
import { dayField, typedDay, wholeNumberField } from "#app/platform/http/form-fields.ts";
import { isId } from "#app/platform/ids.ts";
import { words } from "#app/words/words.ts";

import { DAY_CHOICES } from "./choices.ts";
import type { PeerSupervisionContent, SupervisionContent, TrainingContent } from "./content.ts";
import { askAboutNames, type Asked, carried, type FormContext, idField, noteField, pressed } from "./form-parts.ts";
import { MAX_SESSION_MINUTES, MODES } from "./model.ts";

const MAX_HALF_DAYS = 10;
const MAX_CHOSEN_PEOPLE = 30;
const MAX_DISCUSSED_CYCLES = 30;
const minutes = { from: 1, to: MAX_SESSION_MINUTES };
const texts = words.logbook.forms;

const startsAt = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, texts.startsAtUnreadable).transform((t) => t.padStart(5, "0")).optional();

function sessionFields(context: FormContext) {
  return {
    ...carried,
    heldOnChoice: z.enum(DAY_CHOICES, texts.sessionDayMissing),
    ...dayField("heldOn", { required: true, missing: texts.sessionDayMissing }),
    startsAt,
    minutes: wholeNumberField({ ...minutes, missing: texts.minutesMissing }),
    mode: z.enum(MODES).optional(),
    note: noteField(context),
  };
}

function supervisionShape(context: FormContext) {
  return z.object({ ...sessionFields(context), format: z.enum(SUPERVISION_FORMATS), supervisorId: z.string(texts.supervisorMissing).refine(isId), discussedIds: z.array(idField).max(MAX_DISCUSSED_CYCLES).optional() });
}

function withDay<S extends z.ZodType<Asked>>(shape: S, context: FormContext) {
  const checked = shape.superRefine((value, issues) => { askAboutNames(value, issues, context); });
  return z.preprocess((raw) => pressed(raw, context.today, ["heldOn"]), checked);
}

/** The form of a supervision session. */
export function supervisionForm(context: FormContext) {
  return withDay(supervisionShape(context), context);
}
type SupervisionForm = z.output<ReturnType<typeof supervisionShape>>;
export type SupervisionFields = z.input<ReturnType<typeof supervisionShape>>;

/** What the form says of the session. */
export function supervisionContentOf(form: SupervisionForm): SupervisionContent {
  return {
    kind: "supervision", heldOn: form.heldOn, startsAt: form.startsAt ?? null, minutes: form.minutes, mode: form.mode ?? null, format: form.format,
    supervisorId: form.supervisorId, note: form.note ?? null, discussedIds: [...new Set(form.discussedIds)],
  };
}

function peerSupervisionShape(context: FormContext) {
  return z.object({ ...sessionFields(context), attendeeIds: z.array(idField, texts.attendeesMissing).min(1, texts.attendeesMissing).max(MAX_CHOSEN_PEOPLE) });
}

/** The form of a peer supervision session. */
export function peerSupervisionForm(context: FormContext) {
  return withDay(peerSupervisionShape(context), context);
}
type PeerSupervisionForm = z.output<ReturnType<typeof peerSupervisionShape>>;
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
    ...carried,
    heldOnChoice: z.enum(DAY_CHOICES, texts.sessionDayMissing),
    ...dayField("heldOn", { required: true, missing: texts.sessionDayMissing }),
    training: z.enum(TRAININGS, texts.trainingMissing),
    halfDays: wholeNumberField({ from: 1, to: MAX_HALF_DAYS, missing: texts.halfDaysMissing }),
    note: noteField(context),
  });
}

/** The form of a training attended. */
export function trainingForm(context: FormContext) {
  return withDay(trainingShape(context), context);
}
type TrainingForm = z.output<ReturnType<typeof trainingShape>>;
export type TrainingFields = z.input<ReturnType<typeof trainingShape>>;

/** What the form says of the training. */
export function trainingContentOf(form: TrainingForm): TrainingContent {
  return { kind: "training", heldOn: form.heldOn, training: form.training, halfDays: form.halfDays, note: form.note ?? null };
}

function heldDefaults(heldOn: Day) {
  const { day, month, year } = typedDay(heldOn);
  return { heldOnChoice: "other", heldOnDay: day, heldOnMonth: month, heldOnYear: year } as const;
}

/** The form as it stands for a supervision session that is changed. */
export function supervisionDefaults(s: SupervisionContent): Partial<SupervisionFields> {
  return {
    ...heldDefaults(s.heldOn), startsAt: s.startsAt ?? undefined, minutes: String(s.minutes), mode: s.mode ?? undefined, format: s.format,
    supervisorId: s.supervisorId, note: s.note ?? undefined, discussedIds: [...s.discussedIds ?? []],
  };
}

/** The form as it stands for a peer supervision session that is changed. */
export function peerSupervisionDefaults(s: PeerSupervisionContent): Partial<PeerSupervisionFields> {
  return { ...heldDefaults(s.heldOn), startsAt: s.startsAt ?? undefined, minutes: String(s.minutes), mode: s.mode ?? undefined, attendeeIds: [...s.attendeeIds], note: s.note ?? undefined };
}

/** The form as it stands for a training that is changed. */
export function trainingDefaults(t: TrainingContent): Partial<TrainingFields> {
  return { ...heldDefaults(t.heldOn), training: t.training, halfDays: String(t.halfDays), note: t.note ?? undefined };
}
