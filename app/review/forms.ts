import { z } from "zod";

import { readTime } from "#app/clips/film-times.ts";
import { DAY_CHOICES } from "#app/logbook/choices.ts";
import { type FormContext, idField, pressed, VERSION } from "#app/logbook/form-parts.ts";
import { nameQuestion, namesAreFineField, requiredScreenedText, screenedText } from "#app/logbook/screened-text.ts";
import { dayField, optionalWholeNumberField, textField, wholeNumberField } from "#app/platform/http/form-fields.ts";
import { words } from "#app/words/words.ts";

import {
  LAYERS, MAX_FEEDBACK_CHARACTERS, MAX_INTENTION_CHARACTERS, MAX_MOMENT_CHARACTERS, MAX_QUESTION_CHARACTERS, MAX_REFERENCE_CHARACTERS, MAX_REPLY_CHARACTERS,
  MOMENT_KINDS, type MomentContent, SHARINGS, type SkillsContent,
} from "./model.ts";
import { PRINCIPLES } from "./principles.ts";
import { type Level, LEVEL_CHOICES, LEVELS, type Ratings, SKILL_LINES, type SkillLine } from "./skills.ts";

const said = words.review;
const { missing } = said.submit;

/** Which texts of a form stood before, and may stand without being asked about again. */
type Accepted = Readonly<Partial<Record<"note" | "workingPoint" | "nextStep" | "strengths", string | null>>> | null | undefined;

/** Asks once about possible names in those texts of a form. */
function askAbout<N extends string>(names: readonly N[], context: FormContext, accepted?: Accepted) {
  const stood = new Map<string, unknown>(Object.entries(accepted ?? {}));
  const acceptedText = (name: N): string | null => {
    const text = stood.get(name);
    return typeof text === "string" ? text : null;
  };
  return (value: Readonly<Partial<Record<N, string | undefined>>> & { readonly namesAreFine?: "on" | undefined }, issues: z.RefinementCtx): void => {
    const question = names.map((name) => nameQuestion(value[name], value.namesAreFine, { ...context, acceptedText: acceptedText(name) })).find((text) => text !== undefined);
    if (question !== undefined) issues.addIssue({ code: "custom", path: ["namesAreFine"], message: question });
  };
}

function submitShape(context: FormContext) {
  return { requestId: idField, intention: screenedText(MAX_INTENTION_CHARACTERS, context), namesAreFine: namesAreFineField };
}

/** The form that submits by reference. */
export function referenceForm(context: FormContext) {
  return z.object({ ...submitShape(context), reference: textField(MAX_REFERENCE_CHARACTERS, missing.reference) }).superRefine(askAbout(["intention"], context));
}
export type ReferenceFields = z.input<ReturnType<typeof referenceForm>>;

/** The form that submits a film which has arrived. */
export function excerptForm(context: FormContext) {
  return z.object({ ...submitShape(context), clip: z.string(missing.clip).pipe(idField), olderFilmIsFine: z.literal("on").optional() }).superRefine(askAbout(["intention"], context));
}
export type ExcerptFields = z.input<ReturnType<typeof excerptForm>>;

function watchedShape(context: FormContext) {
  return z.object({
    ...submitShape(context),
    watchedOnChoice: z.enum(DAY_CHOICES, missing.watchedOn), ...dayField("watchedOn", { required: true, missing: missing.watchedOn }),
    watchedWith: z.string(missing.watchedWith).pipe(idField),
  });
}
export type WatchedFields = z.input<ReturnType<typeof watchedShape>>;

/** The form that submits what was watched together. */
export function watchedForm(context: FormContext) {
  return z.preprocess((raw) => pressed(raw, context.today, ["watchedOn"]), watchedShape(context).superRefine(askAbout(["intention"], context)));
}

/** Set by the page's script: it wants to know that the form was taken, and stay where it is. */
const quiet = z.literal("on").optional();

const timeField = z.string().optional().transform((typed, issues) => {
  if (typed === undefined || typed.trim() === "") return null;
  const ms = readTime(typed);
  if (ms !== undefined) return ms;
  issues.addIssue({ code: "custom", message: said.moments.timeUnreadable });
  return z.NEVER;
});

/** The form that marks a moment, or changes one. */
export function momentForm(context: FormContext, accepted?: Accepted) {
  return z.object({
    // From 0: without scripts a new moment goes in one post with the draft, whose version may be none yet.
    requestId: idField.optional(), fromVersion: optionalWholeNumberField({ from: 0, to: VERSION.to }), quiet,
    kind: z.enum(MOMENT_KINDS), layer: z.enum(LAYERS), sharing: z.enum(SHARINGS), principle: z.enum([...PRINCIPLES, "none"]).optional(),
    starts: timeField, ends: timeField, note: screenedText(MAX_MOMENT_CHARACTERS, context), namesAreFine: namesAreFineField,
  }).superRefine(askAbout(["note"], context, accepted));
}
type MomentForm = ReturnType<typeof momentForm>;
export type MomentFields = z.input<MomentForm>;

/** What a form says of a moment. */
export function momentContentOf({ kind, layer, sharing, principle = "none", starts, ends, note }: z.output<MomentForm>): MomentContent {
  return { kind, layer, sharing, principle: principle === "none" ? null : principle, startsMs: starts, endsMs: ends, note: note ?? null };
}

/** The form that takes a moment back. */
export const takeBackForm = z.object({ fromVersion: wholeNumberField(VERSION) });

/** A form of one button. */
export const plainForm = z.object({});

/** The form that closes a review; its three buttons keep the draft, send it, or return the submission with the question. */
export function feedbackForm(context: FormContext, accepted?: Accepted) {
  return z.object({
    fromVersion: wholeNumberField({ from: 0, to: VERSION.to }), quiet,
    workingPoint: screenedText(MAX_FEEDBACK_CHARACTERS, context), nextStep: screenedText(MAX_FEEDBACK_CHARACTERS, context),
    question: screenedText(MAX_QUESTION_CHARACTERS, context), namesAreFine: namesAreFineField,
  }).superRefine(askAbout(["workingPoint", "nextStep", "question"], context, accepted));
}
export type FeedbackFields = z.input<ReturnType<typeof feedbackForm>>;

/** The form that answers a moment, or the whole. */
export function replyForm(context: FormContext) {
  return z.object({ requestId: idField, moment: idField.optional(), quiet, text: requiredScreenedText(MAX_REPLY_CHARACTERS, said.replies.missing, context), namesAreFine: namesAreFineField })
    .superRefine(askAbout(["text"], context));
}
export type ReplyFields = z.input<ReturnType<typeof replyForm>>;

const levelField = z.enum(LEVEL_CHOICES).optional();

/** The form of a skills record: one choice a line, and two texts. */
export function skillsForm(context: FormContext, accepted?: Accepted) {
  return z.object({
    fromVersion: wholeNumberField({ from: 0, to: VERSION.to }), submission: idField.optional(),
    attentive: levelField, encouraging: levelField, receiving: levelField, developing: levelField, guiding: levelField, deepening: levelField, activating: levelField,
    strengths: screenedText(MAX_FEEDBACK_CHARACTERS, context), workingPoint: screenedText(MAX_FEEDBACK_CHARACTERS, context), namesAreFine: namesAreFineField,
  }).superRefine(askAbout(["strengths", "workingPoint"], context, accepted));
}
type SkillsForm = ReturnType<typeof skillsForm>;
export type SkillsFields = z.input<SkillsForm>;

/** What a form says of the skills. */
export function skillsContentOf(form: z.output<SkillsForm>): SkillsContent {
  const rated = SKILL_LINES.flatMap((line): [SkillLine, Level][] => {
    const level = LEVELS.find((one) => String(one) === form[line]);
    return level === undefined ? [] : [[line, level]];
  });
  const ratings: Ratings = Object.fromEntries(rated);
  return { ratings, strengths: form.strengths ?? null, workingPoint: form.workingPoint ?? null };
}
