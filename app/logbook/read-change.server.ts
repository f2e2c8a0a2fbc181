import { type FormSubmission, readForm, type RefusedForm } from "#app/platform/http/form.server.ts";
import { badRequest } from "#app/platform/http/responses.ts";
import type { Reader } from "#db/database.server.ts";

import { takeChosenOfEntry } from "./clash.server.ts";
import type { Content, OwnEntry } from "./content.ts";
import { cycleContentOf, cycleForm, type CycleFormContext } from "./cycle-form.ts";
import { peerSupervisionContentOf, peerSupervisionForm, supervisionContentOf, supervisionForm, trainingContentOf, trainingForm } from "./session-forms.ts";

/** A change as it was sent, or the answer where it could not be taken. */
export type ReadChange =
  | { readonly ok: true; readonly content: Content; readonly fromVersion: number; readonly reason: string | null; readonly submission: FormSubmission }
  | { readonly ok: false; readonly response: RefusedForm };

interface Carried { readonly fromVersion?: number | undefined; readonly reason?: string | undefined }

function changeOf(value: Carried, content: Content, submission: FormSubmission): ReadChange {
  if (value.fromVersion === undefined) throw badRequest();
  return { ok: true, content, fromVersion: value.fromVersion, reason: value.reason ?? null, submission };
}

/** Reads the form that changes an entry, with what was chosen of a version that it was shown beside. Throws 400 where it does not say which version it changes. */
export async function readChange(request: Request, db: Reader, entry: OwnEntry, context: CycleFormContext): Promise<ReadChange> {
  const prepare = (form: FormData): Promise<void> => takeChosenOfEntry(db, entry, form);
  switch (entry.kind) {
    case "cycle": {
      const form = await readForm(request, cycleForm(context), prepare);
      return form.ok ? changeOf(form.value, { ...cycleContentOf(form.value), clientId: form.value.client }, form.submission) : form;
    }
    case "supervision": {
      const form = await readForm(request, supervisionForm(context), prepare);
      return form.ok ? changeOf(form.value, supervisionContentOf(form.value), form.submission) : form;
    }
    case "peer_supervision": {
      const form = await readForm(request, peerSupervisionForm(context), prepare);
      return form.ok ? changeOf(form.value, peerSupervisionContentOf(form.value), form.submission) : form;
    }
    case "training": {
      const form = await readForm(request, trainingForm(context), prepare);
      return form.ok ? changeOf(form.value, trainingContentOf(form.value), form.submission) : form;
    }
  }
}
