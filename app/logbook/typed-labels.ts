import { words } from "#app/words/words.ts";

import { GOAL_FIELDS, GOAL_PLACES } from "./case-model.ts";

const { labels } = words.logbook;
const { labels: caseLabels } = words.cases;
const entry = { note: labels.note, attunedMoments: labels.attunedMoments, reflection: labels.reflection, reason: labels.reason };

/** What a trainee types in the forms of their log, by field, for an answer that gives it back where the right to it ended meanwhile. */
export const TYPED_LABELS = {
  entry,
  cycle: { ...entry, note: labels.cycleNote },
  case: {
    helpingQuestion: caseLabels.helpingQuestion, ...Object.fromEntries(GOAL_PLACES.map((place) => [GOAL_FIELDS[place].text, caseLabels.goal(place)])), nextSteps: caseLabels.nextSteps,
  },
  reflection: { text: words.reflections.form.labels.text },
} as const;
