import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { momentDefaults } from "./form-defaults.ts";
import type { MomentFields } from "./forms.ts";
import type { Moment } from "./model.ts";
import { MomentInputs } from "./moment-form.tsx";

const said = words.review.moments;

interface MomentPageProps {
  readonly moment: Moment;
  /** Of the submission, above the title. */
  readonly title: string;
  readonly lastResult: SubmissionResult | undefined;
}

/** One moment of one's own, to change. */
export function MomentPage({ moment, title, lastResult }: MomentPageProps) {
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead kicker={<Link to={paths.submission(moment.submissionId)}>{title}</Link>} title={said.changeTitle} />
        <Card>
          <FormFor<MomentFields> id="moment" lastResult={lastResult} defaults={momentDefaults(moment)} labels={{ principle: said.principle, note: said.note, starts: said.starts, ends: said.ends }}>
            {(fields) => (
              <>
                <HiddenField name="fromVersion" value={String(moment.version)} />
                <MomentInputs fields={fields} />
                <Actions><Button>{words.common.form.save}</Button><ButtonLink to={paths.submission(moment.submissionId)}>{words.common.form.cancel}</ButtonLink></Actions>
              </>
            )}
          </FormFor>
        </Card>
      </Stack>
    </Narrow>
  );
}
