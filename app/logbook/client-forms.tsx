import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";

import { RadioGroup, SelectField } from "#app/ui/choice-fields.tsx";
import { DayField } from "#app/ui/day-field.tsx";
import { FormPage } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { optionsOf } from "./entry-fields.tsx";
import type { ChangeClientFields, OpenClientFields } from "./small-forms.ts";

const { clients: said, labels, hints, ageBands } = words.logbook;
const STATES = [{ value: "open", label: said.stateOpen }, { value: "closed", label: said.stateClosed }];

/** Opens a client: asked for nothing but the age band. */
export function OpenClientPage({ requestId, before, lastResult }: { readonly requestId: string; readonly before: ReactNode; readonly lastResult: SubmissionResult | undefined }) {
  return (
    <FormPage<OpenClientFields> id="client" title={said.openTitle} lead={said.openLead} submit={said.openSubmit} cancelTo={paths.clients()} lastResult={lastResult}>
      {(fields) => (
        <>
          {before}
          <HiddenField name="requestId" value={requestId} />
          <SelectField meta={fields.ageBand} label={labels.ageBand} hint={hints.ageBand} options={optionsOf(ageBands)} optional />
        </>
      )}
    </FormPage>
  );
}

interface ChangeClientPageProps {
  readonly clientId: string;
  readonly code: string;
  readonly version: number;
  readonly defaults: Partial<ChangeClientFields>;
  readonly lastResult: SubmissionResult | undefined;
}

/** Changes the age band, closes the case or opens it again. */
export function ChangeClientPage({ clientId, code, version, defaults, lastResult }: ChangeClientPageProps) {
  return (
    <FormPage<ChangeClientFields> id="client" title={said.changeTitle(code)} submit={words.common.form.save} cancelTo={paths.client(clientId)}
      defaults={defaults} labels={{ closedOn: labels.closedOn }} lastResult={lastResult}>
      {(fields) => (
        <>
          <HiddenField name="fromVersion" value={String(version)} />
          <SelectField meta={fields.ageBand} label={labels.ageBand} hint={hints.ageBand} options={optionsOf(ageBands)} optional />
          <div className="case-choice">
            <RadioGroup meta={fields.state} label={labels.state} look="pills" options={STATES}>
              <div className="case-choice-closed"><DayField name="closedOn" fields={fields} label={labels.closedOn} /></div>
            </RadioGroup>
          </div>
        </>
      )}
    </FormPage>
  );
}
