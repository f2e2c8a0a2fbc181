import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import { Card } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { FormActions } from "#app/ui/form-page.tsx";
import { Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { ReviewerFields } from "./lead-forms.ts";
import type { ReviewerChoice } from "./reviewer-choice.ts";

const said = words.leading.reviewer;

interface ReviewerPageProps {
  readonly stage: string;
  readonly trainee: { readonly id: string; readonly name: string };
  readonly choices: readonly ReviewerChoice[];
  /** Who is asked today. */
  readonly reviewerId: string | null;
  /** Why nobody is asked: the request is over, or the stage is the own supervisor's. */
  readonly closed: "over" | "notNeeded" | null;
  readonly lastResult: SubmissionResult | undefined;
}

function Choices({ trainee, choices, reviewerId, lastResult }: ReviewerPageProps) {
  const options = choices.filter((one) => one.unfit === null).map(({ id, name }) => ({ value: id, label: name }));
  if (options.length === 0 && !lastResult) return <Notice>{said.none}</Notice>;
  return (
    <Card>
      <FormFor<ReviewerFields> id="reviewer" labels={{ reviewerId: said.label }} lastResult={lastResult} {...(reviewerId === null ? {} : { defaults: { reviewerId } })}>
        {(fields) => (
          <>
            <RadioGroup meta={fields.reviewerId} label={said.label} options={options} />
            <FormActions submit={said.submit} look="primary" cancelTo={paths.cohortTrainee(trainee.id)} />
          </>
        )}
      </FormFor>
    </Card>
  );
}

function Unfit({ choices }: Pick<ReviewerPageProps, "choices">) {
  const lines = choices.flatMap(({ id, name, unfit }) => (unfit === null ? [] : [{ id, text: `${name} ${said.unfit[unfit]}.` }]));
  if (lines.length === 0) return null;
  return <Card title={said.unfitTitle}><ul className="bullets">{lines.map(({ id, text }) => <li key={id}>{text}</li>)}</ul></Card>;
}

/** Whom a lead asks to decide on a stage, and why somebody else cannot be asked. Nothing of the evidence. */
export function ReviewerPage(props: ReviewerPageProps) {
  const { stage, trainee, closed, lastResult } = props;
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Link to={paths.cohortTrainee(trainee.id)}>{trainee.name}</Link>} title={said.heading(stage, trainee.name)} lead={said.lead} />
        {closed !== null && !lastResult ? <Notice>{said[closed]}</Notice> : <Choices {...props} />}
        {closed === null && <Unfit choices={props.choices} />}
      </Stack>
    </Narrow>
  );
}
