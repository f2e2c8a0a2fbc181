import type { FieldMetadata, SubmissionResult } from "@conform-to/react";

import { Button, ButtonLink } from "#app/ui/button.tsx";
import { type ChoiceMeta } from "#app/ui/field.tsx";
import { CheckboxGroup, RadioGroup } from "#app/ui/choice-fields.tsx";
import { DayChoiceField, type DayFields } from "#app/ui/day-field.tsx";
import { FormFor } from "#app/ui/form-for.tsx";
import { FormFrame } from "#app/ui/form-page.tsx";
import { Actions } from "#app/ui/layout.tsx";
import { HiddenField } from "#app/ui/text-fields.tsx";
import { paths } from "#app/ui/paths.ts";
import { words } from "#app/words/words.ts";

import type { ChangeConsentFields, RecordConsentFields, VoidConsentFields, WithdrawConsentFields } from "./consent-forms.ts";
import { FILMED_ROLES, type FilmedRole, isChild } from "./consent-model.ts";
import { optionsOf } from "./entry-fields.tsx";

const said = words.consent;
const { labels, hints } = said;
const { today, yesterday, anotherDay, cancel } = words.common.form;

const DAYS = [{ value: "today", label: today }, { value: "yesterday", label: yesterday }, { value: "other", label: anotherDay }];
const ROLES = FILMED_ROLES.map((role) => ({ value: role, label: said.roles[role], hint: said.roleHints[role] }));
const CHILD_VIEWS = [...optionsOf(said.childViews), { value: "says_no", label: said.saysNo }];

type ContentFields = DayFields<"givenOn"> & Readonly<Record<"givenHow" | "childView" | "purposes", ChoiceMeta>> & { readonly givenOnChoice: FieldMetadata<string> };

function ChildViewField({ fields }: { readonly fields: Pick<ContentFields, "childView"> }) {
  return <RadioGroup meta={fields.childView} label={labels.childView} hint={hints.childView} look="pills" options={CHILD_VIEWS} />;
}

function AgreedFields({ fields }: { readonly fields: Omit<ContentFields, "childView"> }) {
  return (
    <>
      <DayChoiceField name="givenOn" fields={fields} choice={fields.givenOnChoice} options={DAYS} label={labels.givenOn} />
      <RadioGroup meta={fields.givenHow} label={labels.givenHow} options={optionsOf(said.givenHow)} />
      <CheckboxGroup meta={fields.purposes} label={labels.purposes} hint={hints.purposes} options={optionsOf(said.purposes)} />
    </>
  );
}

interface FormProps {
  readonly clientId: string;
  readonly lastResult: SubmissionResult | undefined;
}

function Ways({ clientId, submit, look }: { readonly clientId: string; readonly submit: string; readonly look?: "danger" }) {
  return (
    <Actions>
      <Button {...(look === undefined ? { wide: true } : { look })}>{submit}</Button>
      <ButtonLink to={paths.consents(clientId)}>{cancel}</ButtonLink>
    </Actions>
  );
}

const SUMMED = {
  filmedRole: labels.filmedRole, childView: labels.childView, givenOn: labels.givenOn, givenHow: labels.givenHow, purposes: labels.purposes,
  withdrawnOn: labels.withdrawnOn, because: labels.because,
};

/** Records somebody filmed. The role that is asked for next is chosen beforehand; nothing that was agreed to is. */
export function RecordConsentPage({ clientId, code, requestId, role, lastResult }: FormProps & { readonly code: string; readonly requestId: string; readonly role: FilmedRole | null }) {
  return (
    <FormFrame title={said.newTitle(code)} lead={said.newLead}>
      <FormFor<RecordConsentFields> id="consent" lastResult={lastResult} labels={SUMMED} {...(role === null ? {} : { defaults: { filmedRole: role } })}>
        {(fields) => (
          <div className="form filmed-choice">
            <HiddenField name="requestId" value={requestId} />
            <RadioGroup meta={fields.filmedRole} label={labels.filmedRole} options={ROLES} />
            <div className="filmed-choice-child"><ChildViewField fields={fields} /></div>
            <AgreedFields fields={fields} />
            <Ways clientId={clientId} submit={said.newSubmit} />
          </div>
        )}
      </FormFor>
    </FormFrame>
  );
}

interface ChangeConsentPageProps extends FormProps {
  readonly who: string;
  readonly role: FilmedRole;
  readonly version: number;
  readonly defaults: Partial<ChangeConsentFields>;
}

/** Changes what somebody filmed agreed to. */
export function ChangeConsentPage({ clientId, who, role, version, defaults, lastResult }: ChangeConsentPageProps) {
  return (
    <FormFrame title={said.changeTitle(who)} lead={said.changeLead}>
      <FormFor<ChangeConsentFields> id="consent" lastResult={lastResult} defaults={defaults} labels={SUMMED}>
        {(fields) => (
          <>
            <HiddenField name="fromVersion" value={String(version)} />
            <AgreedFields fields={fields} />
            {isChild(role) && <ChildViewField fields={fields} />}
            <Ways clientId={clientId} submit={words.common.form.save} />
          </>
        )}
      </FormFor>
    </FormFrame>
  );
}

/** Withdraws a consent: says what goes with it, and asks for the day alone. */
export function WithdrawConsentPage({ clientId, who, films, lastResult }: FormProps & { readonly who: string; readonly films: number }) {
  return (
    <FormFrame title={said.withdrawTitle(who)} lead={said.withdrawLead}>
      <FormFor<WithdrawConsentFields> id="withdraw" lastResult={lastResult} defaults={{ withdrawnOnChoice: "today" }} labels={SUMMED}>
        {(fields) => (
          <>
            <p>{said.covers(films)}</p>
            <DayChoiceField name="withdrawnOn" fields={fields} choice={fields.withdrawnOnChoice} options={DAYS} label={labels.withdrawnOn} />
            <Ways clientId={clientId} submit={said.withdrawSubmit} look="danger" />
          </>
        )}
      </FormFor>
    </FormFrame>
  );
}

/** Voids a consent that was recorded by mistake. */
export function VoidConsentPage({ clientId, who, version, lastResult }: FormProps & { readonly who: string; readonly version: number }) {
  return (
    <FormFrame title={said.voidTitle(who)} lead={said.voidLead}>
      <FormFor<VoidConsentFields> id="void" lastResult={lastResult} labels={SUMMED}>
        {(fields) => (
          <>
            <HiddenField name="fromVersion" value={String(version)} />
            <RadioGroup meta={fields.because} label={labels.because} options={optionsOf(said.voidReasons)} />
            <Ways clientId={clientId} submit={said.voidSubmit} look="danger" />
          </>
        )}
      </FormFor>
    </FormFrame>
  );
}
