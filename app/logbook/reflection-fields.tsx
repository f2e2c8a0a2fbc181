import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";

import { KeptTyping } from "#app/offline/kept-typing.tsx";
import { CheckboxGroup, type Option, SelectField } from "#app/ui/choice-fields.tsx";
import { DayChoiceField } from "#app/ui/day-field.tsx";
import { type Description, DescriptionList } from "#app/ui/description-list.tsx";
import type { FieldsOf } from "#app/ui/form-for.tsx";
import { FormFrame, FormPage } from "#app/ui/form-page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { paths } from "#app/ui/paths.ts";
import { HiddenField, TextArea } from "#app/ui/text-fields.tsx";
import { explain } from "#app/words/explain.ts";
import { words } from "#app/words/words.ts";

import { NamesField } from "./entry-fields.tsx";
import type { ChangeReflectionFields, NewReflectionFields, ShareReflectionFields, VoidReflectionFields } from "./reflection-forms.ts";
import type { PossibleReader } from "./reflection-model.ts";

const { form: said, sharing, voiding } = words.reflections;
const { labels, hints } = said;
const { today, yesterday, anotherDay } = words.common.form;
const DAYS = [{ value: "today", label: today }, { value: "yesterday", label: yesterday }, { value: "other", label: anotherDay }];
const SUMMED = { writtenOn: labels.writtenOn, text: labels.text, entryId: labels.entryId };
const ROWS = 8;

/** New, with an id of its own; or a change of that version, with what stands now where that is another. */
type Origin = { readonly requestId: string } | { readonly fromVersion: number; readonly fresh: readonly Description[] | null };

function OriginFields({ origin }: { readonly origin: Origin }) {
  if ("requestId" in origin) return <><KeptTyping /><HiddenField name="requestId" value={origin.requestId} /></>;
  return (
    <>
      <KeptTyping />
      {origin.fresh && <section className="fresh-values"><h2>{said.now}</h2><DescriptionList items={origin.fresh} /></section>}
      <HiddenField name="fromVersion" value={String(origin.fromVersion)} />
    </>
  );
}

type ContentFields = FieldsOf<Omit<NewReflectionFields, "requestId">>;

function Fields({ fields, origin, entries }: { readonly fields: ContentFields; readonly origin: Origin; readonly entries: readonly Option[] }) {
  return (
    <>
      <OriginFields origin={origin} />
      <TextArea meta={fields.text} label={labels.text} hint={hints.text} rows={ROWS} />
      <NamesField fields={fields} />
      <DayChoiceField name="writtenOn" fields={fields} choice={fields.writtenOnChoice} options={DAYS} label={labels.writtenOn} />
      <SelectField meta={fields.entryId} label={labels.entryId} options={entries} empty={hints.noEntry} optional />
    </>
  );
}

interface NewProps {
  readonly requestId: string;
  readonly entryId: string | null;
  readonly entries: readonly Option[];
  readonly lastResult: SubmissionResult | undefined;
}

/** Writes a reflection. */
export function NewReflectionPage({ requestId, entryId, entries, lastResult }: NewProps) {
  return (
    <FormPage<NewReflectionFields> id="reflection" title={said.newTitle} lead={said.newLead} submit={said.save} cancelTo={paths.reflections()} labels={SUMMED}
      defaults={{ writtenOnChoice: "today", ...(entryId === null ? {} : { entryId }) }} lastResult={lastResult}>
      {(fields) => <Fields fields={fields} origin={{ requestId }} entries={entries} />}
    </FormPage>
  );
}

interface ChangeProps {
  readonly reflectionId: string;
  readonly voided: boolean;
  /** Who reads it too. */
  readonly readers: readonly string[];
  readonly origin: Origin;
  readonly defaults: Partial<ChangeReflectionFields>;
  readonly entries: readonly Option[];
  readonly lastResult: SubmissionResult | undefined;
}

/** Changes one; where it was changed meanwhile, what stands now is beside what was typed. */
export function ChangeReflectionPage({ reflectionId, voided, readers, origin, defaults, entries, lastResult }: ChangeProps) {
  const to = paths.reflection(reflectionId);
  if (voided && !lastResult) return <FormFrame title={said.changeTitle}><Notice kind="warning">{explain("reflection_voided").text} <Link to={to}>{words.reflections.title}</Link></Notice></FormFrame>;
  return (
    <FormPage<ChangeReflectionFields> id="reflection" title={said.changeTitle} lead={readers.length === 0 ? said.newLead : said.changeShared(readers)} submit={said.save} cancelTo={to}
      labels={SUMMED} defaults={defaults} lastResult={lastResult}>
      {(fields) => <Fields fields={fields} origin={origin} entries={entries} />}
    </FormPage>
  );
}

interface ShareProps {
  readonly id: string;
  readonly title: string;
  readonly readers: readonly PossibleReader[];
  readonly lastResult: SubmissionResult | undefined;
}

/** Asks with whom a reflection is to be shared. */
export function ShareReflectionPage({ id, title, readers, lastResult }: ShareProps) {
  const to = paths.reflection(id);
  if (readers.length === 0 && !lastResult) return <FormFrame kicker={<Link to={to}>{title}</Link>} title={sharing.shareTitle}><p>{sharing.noneLeft}</p></FormFrame>;
  return (
    <FormPage<ShareReflectionFields> id="share" kicker={<Link to={to}>{title}</Link>} title={sharing.shareTitle} lead={sharing.shareLead} submit={sharing.submit} cancelTo={to}
      labels={{ personIds: labels.personIds }} lastResult={lastResult}>
      {(fields) => <CheckboxGroup meta={fields.personIds} label={labels.personIds} options={readers.map((r) => ({ value: r.id, label: r.name, hint: sharing.as[r.as] }))} />}
    </FormPage>
  );
}

/** Asks once more before one is voided. */
export function VoidReflectionPage({ id, version, title, lastResult }: { readonly id: string; readonly version: number; readonly title: string; readonly lastResult: SubmissionResult | undefined }) {
  return (
    <FormPage<VoidReflectionFields> id="void" kicker={title} title={voiding.title} lead={voiding.text} submit={voiding.submit} look="danger" cancelTo={paths.reflection(id)} lastResult={lastResult}>
      {() => <HiddenField name="fromVersion" value={String(version)} />}
    </FormPage>
  );
}
