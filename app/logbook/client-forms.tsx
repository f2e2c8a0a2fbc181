import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";

import { KeptTyping } from "#app/offline/kept-typing.tsx";
import { RadioGroup, SelectField } from "#app/ui/choice-fields.tsx";
import { DayChoiceField, DayField } from "#app/ui/day-field.tsx";
import type { Description } from "#app/ui/description-list.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { FieldsOf } from "#app/ui/form-for.tsx";
import { FormPage } from "#app/ui/form-page.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField, TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import { CASE_LABELS, CaseFields } from "./case-fields.tsx";
import type { ChangeClientFields, CloseCaseFields, OpenClientFields, ReopenCaseFields } from "./case-forms.ts";
import { type Clash, versionIn } from "./clash.ts";
import { NamesField, optionsOf, OriginFields } from "./entry-fields.tsx";

const { clients: said, labels: logLabels, ageBands } = words.logbook;
const { labels, hints, more, closeReasons, copies, originals, close, reopen } = words.cases;
const { today, yesterday, anotherDay, save } = words.common.form;
const DAYS = [{ value: "today", label: today }, { value: "yesterday", label: yesterday }, { value: "other", label: anotherDay }];

/** True where something inside was typed or is wrong: it is not folded away then. */
function isFilled(metas: readonly { readonly errors?: unknown; readonly initialValue?: unknown }[]): boolean {
  return metas.some(({ errors, initialValue }) => errors !== undefined || (initialValue ?? "") !== "");
}

function moreOf(fields: FieldsOf<OpenClientFields>) {
  const { relation, setting, helpingQuestion, goal1, goal1AtStart, goal2, goal2AtStart, goal3, goal3AtStart, measuredInDcs, openedOnDay, openedOn } = fields;
  return [relation, setting, helpingQuestion, goal1, goal1AtStart, goal2, goal2AtStart, goal3, goal3AtStart, measuredInDcs, openedOnDay, openedOn];
}

/** Opens a client: asked for nothing but the age band, unless one likes to tell more. */
export function OpenClientPage({ requestId, before, lastResult }: { readonly requestId: string; readonly before: ReactNode; readonly lastResult: SubmissionResult | undefined }) {
  return (
    <FormPage<OpenClientFields> id="client" title={said.openTitle} lead={said.openLead} submit={said.openSubmit} cancelTo={paths.clients()}
      defaults={{ openedOnChoice: "today" }} labels={CASE_LABELS} lastResult={lastResult}>
      {(fields) => (
        <>
          {before}
          <KeptTyping />
          <HiddenField name="requestId" value={requestId} />
          <SelectField meta={fields.ageBand} label={logLabels.ageBand} hint={hints.scope} options={optionsOf(ageBands)} optional />
          <Disclosure summary={more} open={isFilled(moreOf(fields)) || fields.openedOnChoice.initialValue !== "today"}>
            <div className="form">
              <DayChoiceField name="openedOn" fields={fields} choice={fields.openedOnChoice} options={DAYS} label={labels.openedOn} hint={hints.openedOn} />
              <CaseFields fields={fields} />
            </div>
          </Disclosure>
          <NamesField fields={fields} />
        </>
      )}
    </FormPage>
  );
}

interface CaseFormProps<F> {
  readonly clientId: string;
  readonly code: string;
  readonly version: number;
  readonly defaults: Partial<F>;
  readonly lastResult: SubmissionResult | undefined;
}

/** Changes what is told of a client and its case. */
export function ChangeClientPage({ clientId, code, version, clash, defaults, lastResult }: CaseFormProps<ChangeClientFields> & { readonly clash: Clash | null }) {
  return (
    <FormPage<ChangeClientFields> id="client" title={said.changeTitle(code)} submit={save} cancelTo={paths.client(clientId)}
      defaults={defaults} labels={CASE_LABELS} lastResult={lastResult}>
      {(fields) => (
        <>
          <OriginFields origin={{ fromVersion: clash?.version ?? versionIn(lastResult) ?? version, clash }} />
          <SelectField meta={fields.ageBand} label={logLabels.ageBand} hint={hints.scope} options={optionsOf(ageBands)} optional />
          <DayField name="openedOn" fields={fields} label={labels.openedOn} />
          <CaseFields fields={fields} />
          <TextArea meta={fields.nextSteps} label={labels.nextSteps} optional />
          <NamesField fields={fields} />
        </>
      )}
    </FormPage>
  );
}

const CLOSE_LABELS = { closedOn: labels.closedOn, closedBecause: labels.closedBecause, copies: labels.copies, originals: labels.originals, nextSteps: labels.nextSteps };

/** Closes a case, or puts right how it was closed; the one time that copies and originals are asked about. */
export function CloseCasePage({ clientId, code, version, clash, isClosed, defaults, lastResult }: CaseFormProps<CloseCaseFields> & { readonly clash: Clash | null; readonly isClosed: boolean }) {
  return (
    <FormPage<CloseCaseFields> id="close" title={isClosed ? close.changeTitle(code) : close.title(code)} {...(isClosed ? {} : { lead: close.lead })}
      submit={isClosed ? save : close.submit} cancelTo={paths.client(clientId)} defaults={defaults} labels={CLOSE_LABELS} lastResult={lastResult}>
      {(fields) => (
        <>
          <OriginFields origin={{ fromVersion: clash?.version ?? versionIn(lastResult) ?? version, clash }} />
          <DayChoiceField name="closedOn" fields={fields} choice={fields.closedOnChoice} options={DAYS} label={labels.closedOn} />
          <RadioGroup meta={fields.closedBecause} label={labels.closedBecause} options={optionsOf(closeReasons)} />
          <RadioGroup meta={fields.copies} label={labels.copies} hint={hints.copies} look="pills" options={optionsOf(copies)} />
          <RadioGroup meta={fields.originals} label={labels.originals} hint={hints.originals} look="pills" options={optionsOf(originals)} />
          <TextArea meta={fields.nextSteps} label={labels.nextSteps} optional />
          <NamesField fields={fields} />
        </>
      )}
    </FormPage>
  );
}

/** How the case stands now that it was changed meanwhile, in words. */
interface FreshCase {
  readonly version: number;
  readonly values: readonly Description[];
}

/** Opens a closed case again, for a top-up. */
export function ReopenCasePage({ clientId, code, version, fresh, defaults, lastResult }: CaseFormProps<ReopenCaseFields> & { readonly fresh: FreshCase | null }) {
  return (
    <FormPage<ReopenCaseFields> id="reopen" title={reopen.title(code)} lead={reopen.lead} submit={reopen.submit} cancelTo={paths.client(clientId)}
      defaults={defaults} labels={{ reopenedOn: labels.reopenedOn }} lastResult={lastResult}>
      {(fields) => (
        <>
          <OriginFields origin={{ fromVersion: fresh?.version ?? versionIn(lastResult) ?? version, fresh: fresh?.values ?? null }} />
          <DayChoiceField name="reopenedOn" fields={fields} choice={fields.reopenedOnChoice} options={DAYS} label={labels.reopenedOn} />
        </>
      )}
    </FormPage>
  );
}
