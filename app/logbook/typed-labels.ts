import { words } from "#app/words/words.ts";

const { labels } = words.logbook;
const entry = { note: labels.note, attunedMoments: labels.attunedMoments, reflection: labels.reflection, reason: labels.reason };

/** What a trainee types in the forms of their log, by field, for an answer that gives it back where the right to it ended meanwhile. */
export const TYPED_LABELS = {
  entry,
  cycle: { ...entry, note: labels.cycleNote },
  case: { helpingQuestion: words.cases.labels.helpingQuestion, nextSteps: words.cases.labels.nextSteps },
  reflection: { text: words.reflections.form.labels.text },
} as const;
