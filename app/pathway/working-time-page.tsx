import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import type { TypedDay } from "#app/platform/http/form-fields.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DayField } from "#app/ui/day-field.tsx";
import { FormPage } from "#app/ui/form-page.tsx";
import { Actions, Narrow, Stack } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { paths } from "#app/ui/paths.ts";
import { NumberField } from "#app/ui/text-fields.tsx";
import { formatDay } from "#app/words/format.ts";
import { words } from "#app/words/words.ts";

import type { WorkingTimeView } from "./working-time.ts";

const said = words.enrolment.time;

const SAVED: ReadonlyMap<string, string> = new Map(Object.entries(said.saved));

/** A trainee's planned pauses and part time, and the ways to set them and to take them back. */
export function WorkingTimePage({ view: { trainee, shares, pauses }, saved }: { readonly view: WorkingTimeView; readonly saved: string | null }) {
  const notice = SAVED.get(saved ?? "");
  return (
    <Narrow>
      <Stack gap="large">
        <PageHead title={said.title(trainee.name)} lead={said.lead} />
        {notice !== undefined && <Notice kind={saved === "back_before" ? "info" : "success"}>{notice}</Notice>}
        <Card title={said.pauses}>
          <Stack gap="small">
            {pauses.length === 0 ? <p className="muted">{said.noPauses}</p> : (
              <ul className="bullets">
                {pauses.map(({ id, from, to }) => (
                  <li key={id}>{said.pause(from, to)} <Link to={paths.takeBackPause(trainee.id, id)} aria-label={said.takeBackThat(from)}>{said.takeBack}</Link></li>
                ))}
              </ul>
            )}
            <Actions><ButtonLink to={paths.planPause(trainee.id)} look="primary">{said.plan}</ButtonLink></Actions>
          </Stack>
        </Card>
        <Card title={said.shares}>
          <Stack gap="small">
            {shares.length === 0 ? <p className="muted">{said.fullTime}</p> : (
              <ul className="bullets">
                {shares.map(({ percent, from }) => (
                  <li key={from}>{said.share(percent, from)} <Link to={paths.takeBackShare(trainee.id, from)} aria-label={said.takeBackShare(percent, from)}>{said.takeBack}</Link></li>
                ))}
              </ul>
            )}
            <Actions><ButtonLink to={paths.setShare(trainee.id)}>{said.setShare}</ButtonLink></Actions>
          </Stack>
        </Card>
      </Stack>
    </Narrow>
  );
}

interface FormProps {
  readonly trainee: WorkingTimeView["trainee"];
  readonly lastResult: SubmissionResult | undefined;
}

interface PauseInputs extends Record<string, unknown> {
  readonly startsOnDay: string; readonly startsOnMonth: string; readonly startsOnYear: string;
  readonly endsOnDay: string; readonly endsOnMonth: string; readonly endsOnYear: string;
}

/** A pause to be planned: its first and its last day. */
export function PausePage({ trainee, lastResult }: FormProps) {
  return (
    <FormPage<PauseInputs> id="pause" title={said.planFor(trainee.name)} lead={said.planLead} submit={said.planIt} cancelTo={paths.workingTime(trainee.id)} lastResult={lastResult}>
      {(fields) => (
        <>
          <DayField name="startsOn" fields={fields} label={said.startsOn} />
          <DayField name="endsOn" fields={fields} label={said.endsOn} />
        </>
      )}
    </FormPage>
  );
}

/** Whether a pause is to be taken back. */
export function TakeBackPage({ trainee, pause, lastResult }: FormProps & { readonly pause: WorkingTimeView["pauses"][number] }) {
  return (
    <FormPage id="take-back" title={said.takeBackThat(pause.from)} lead={said.takeBackLead(formatDay(pause.from), formatDay(pause.to))} submit={said.takeBackIt} look="danger"
      cancelTo={paths.workingTime(trainee.id)} lastResult={lastResult}>
      {() => null}
    </FormPage>
  );
}

/** Whether a share is to be taken back; `before` is the share that holds from its day on then, in percent. */
export function TakeBackSharePage({ trainee, share: { percent, from }, before, lastResult }: FormProps & { readonly share: WorkingTimeView["shares"][number]; readonly before: number }) {
  return (
    <FormPage id="take-back" title={said.takeBackShare(percent, from)} lead={said.takeBackShareLead(before)} submit={said.takeBackShareIt} look="danger"
      cancelTo={paths.workingTime(trainee.id)} lastResult={lastResult}>
      {() => null}
    </FormPage>
  );
}

interface ShareInputs extends Record<string, unknown> {
  readonly percent: string;
  readonly fromDay: string; readonly fromMonth: string; readonly fromYear: string;
}

/** How much of full time somebody works, and from when. */
export function SharePage({ trainee, today, lastResult }: FormProps & { readonly today: TypedDay }) {
  const defaults = { fromDay: today.day, fromMonth: today.month, fromYear: today.year };
  return (
    <FormPage<ShareInputs> id="share" title={said.shareFor(trainee.name)} lead={said.shareLead} submit={words.common.form.save} cancelTo={paths.workingTime(trainee.id)} defaults={defaults}
      lastResult={lastResult}>
      {(fields) => (
        <>
          <NumberField meta={fields.percent} label={said.percent} hint={said.percentHint} unit="%" />
          <DayField name="from" fields={fields} label={said.from} />
        </>
      )}
    </FormPage>
  );
}
