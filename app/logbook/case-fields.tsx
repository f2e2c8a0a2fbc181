import type { FieldMetadata } from "@conform-to/react";

import { CheckboxField, SelectField } from "#app/ui/choice-fields.tsx";
import type { ChoiceMeta } from "#app/ui/field.tsx";
import { FieldRow } from "#app/ui/layout.tsx";
import { NumberField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { GOAL_FIELDS, GOAL_PLACES, type GoalPlace, type Relation, type Setting } from "./case-model.ts";
import { optionsOf } from "./entry-fields.tsx";

const { labels, hints, relations, settings } = words.cases;

type Text = FieldMetadata<string | undefined>;
type GoalMetas = Readonly<Record<`goal${GoalPlace}` | `goal${GoalPlace}AtStart`, Text>>;

/** The fields in which a case is told, the same for a new client and a change. */
export type CaseMetas = GoalMetas & {
  readonly relation: FieldMetadata<Relation | undefined>;
  readonly setting: FieldMetadata<Setting | undefined>;
  readonly helpingQuestion: Text;
  readonly measuredInDcs: ChoiceMeta;
};

/** What the error summary calls them. */
export const CASE_LABELS: Readonly<Record<string, string>> = {
  openedOn: labels.openedOn, relation: labels.relation, setting: labels.setting, helpingQuestion: labels.helpingQuestion, nextSteps: labels.nextSteps,
  ...Object.fromEntries(GOAL_PLACES.flatMap((n) => [[GOAL_FIELDS[n].text, labels.goal(n)], [GOAL_FIELDS[n].atStart, labels.goalAtStart(n)]])),
};

/** Who the client is to the child, where they meet, the helping question and up to three goals; all of it optional. */
export function CaseFields({ fields }: { readonly fields: CaseMetas }) {
  return (
    <>
      <FieldRow>
        <SelectField meta={fields.relation} label={labels.relation} options={optionsOf(relations)} optional />
        <SelectField meta={fields.setting} label={labels.setting} options={optionsOf(settings)} optional />
      </FieldRow>
      <TextArea meta={fields.helpingQuestion} label={labels.helpingQuestion} hint={hints.helpingQuestion} rows={2} optional />
      {GOAL_PLACES.map((n) => (
        <FieldRow key={n}>
          <TextField meta={fields[GOAL_FIELDS[n].text]} label={labels.goal(n)} {...(n === 1 ? { hint: hints.goal } : {})} optional />
          <NumberField meta={fields[GOAL_FIELDS[n].atStart]} label={labels.goalAtStart(n)} {...(n === 1 ? { hint: hints.goalAtStart } : {})} optional />
        </FieldRow>
      ))}
      <CheckboxField meta={fields.measuredInDcs} label={labels.measuredInDcs} hint={hints.measuredInDcs} />
    </>
  );
}
