import { words } from "#app/words/words.ts";

const { submit, moments, feedback, replies, skills } = words.review;

/** What somebody types in the forms of this room, by field, for an answer that gives it back. A post of the review page carries all its forms. */
export const TYPED_LABELS = {
  submit: { reference: submit.reference, intention: submit.intention },
  review: {
    starts: moments.starts, ends: moments.ends, note: moments.note,
    workingPoint: feedback.workingPoint, nextStep: feedback.nextStep, question: feedback.question, text: replies.label,
  },
  skills: { strengths: skills.strengths, workingPoint: skills.workingPoint },
} as const;
