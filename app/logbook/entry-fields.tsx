import { KeptTyping } from "#app/offline/kept-typing.tsx";
import { CheckboxField } from "#app/ui/choice-fields.tsx";
import { type Description, DescriptionList } from "#app/ui/description-list.tsx";
import type { FieldsOf } from "#app/ui/form-for.tsx";
import { FormActions } from "#app/ui/form-page.tsx";
import { HiddenField, TextArea } from "#app/ui/text-fields.tsx";
import { words } from "#app/words/words.ts";

import type { Clash } from "./clash.ts";
import { ClashFields } from "./clash-fields.tsx";

const { labels, hints, identifiers } = words.logbook;

/**
 * Where a form comes from: new, with an id of its own, or a change of that version; where that is no longer the one in force,
 * with what stands now, to choose from or only to be read.
 */
export type Origin = { readonly requestId: string } | { readonly fromVersion: number; readonly clash?: Clash | null; readonly fresh?: readonly Description[] | null };

// Types, not interfaces: Conform asks for an index signature.
type Carried = { requestId?: string | undefined; fromVersion?: string | undefined; reason?: string | undefined; namesAreFine?: "on" | undefined; note?: string | undefined };
export type CarriedFields = Pick<FieldsOf<Carried>, "reason" | "namesAreFine" | "note">;

/** Tells the server which form this is, and keeps what is typed; where the entry was changed meanwhile, what stands now is beside it. */
export function OriginFields({ origin }: { readonly origin: Origin }) {
  if ("requestId" in origin) return <><KeptTyping /><HiddenField name="requestId" value={origin.requestId} /></>;
  return (
    <>
      <KeptTyping />
      {origin.clash && <ClashFields clash={origin.clash} />}
      {origin.fresh && <FreshValues items={origin.fresh} />}
      <HiddenField name="fromVersion" value={String(origin.fromVersion)} />
    </>
  );
}

/** What stands now, beside what was typed, where it was changed meanwhile. */
export function FreshValues({ items }: { readonly items: readonly Description[] }) {
  return <section className="fresh-values"><h2>{words.history.clash.title}</h2><DescriptionList items={items} /></section>;
}

/** The note, and the question about possible names once it was asked. */
export function NoteField({ fields, label, hint = hints.note }: { readonly fields: CarriedFields; readonly label: string; readonly hint?: string }) {
  return (
    <>
      <TextArea meta={fields.note} label={label} hint={hint} optional />
      <NamesField fields={fields} />
    </>
  );
}

/** The box that answers the question about possible names and other signs; only there once it was asked. */
export function NamesField({ fields }: { readonly fields: Pick<CarriedFields, "namesAreFine"> }) {
  const isAsked = fields.namesAreFine.errors !== undefined || fields.namesAreFine.initialValue === "on";
  return isAsked ? <CheckboxField meta={fields.namesAreFine} label={identifiers.box} /> : null;
}

/** Save and cancel; a change says why first. */
export function SaveFields({ fields, origin, cancelTo }: { readonly fields: CarriedFields; readonly origin: Origin; readonly cancelTo: string }) {
  return (
    <>
      {"fromVersion" in origin && <TextArea meta={fields.reason} label={labels.reason} hint={hints.changeReason} rows={2} optional />}
      <FormActions submit={words.common.form.save} cancelTo={cancelTo} />
    </>
  );
}

/** The choices of a list of words, as options. */
export function optionsOf<T extends string>(texts: Readonly<Record<T, string>>): { readonly value: string; readonly label: string }[] {
  return Object.entries<string>(texts).map(([value, label]) => ({ value, label }));
}
