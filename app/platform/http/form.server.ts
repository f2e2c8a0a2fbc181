import { parseWithZod } from "@conform-to/zod/v4";
import type { Submission, SubmissionResult } from "@conform-to/react";
import { data } from "@remix-run/node";
import type { z } from "zod";

import { joinDays } from "./form-fields.ts";
import { formTexts } from "./form-texts.ts";
import { badRequest } from "./responses.ts";

/** What an action answers where a form was not taken: the errors, and what was typed. */
export type RefusedForm = ReturnType<typeof data<{ lastResult: SubmissionResult }>>;

/** A submission as the functions here hand it on; commands never see it. */
export type FormSubmission = Pick<Submission<unknown>, "payload"> & { reply(options: { formErrors?: string[]; fieldErrors?: Record<string, string[]>; hideFields?: string[] }): SubmissionResult };

/** A form that was read, or the answer for one that was not. */
export type FormReading<T> =
  | { readonly ok: true; readonly value: T; readonly submission: FormSubmission }
  | { readonly ok: false; readonly response: RefusedForm };

/** Why a rule did not take a form that could be read, as `explain(code)` words it. */
export interface FormRefusal {
  readonly status: 400 | 409;
  readonly text: string;
  /** The field it belongs to; the form as a whole without one. */
  readonly field?: string;
}

// A password never goes back into a page, and a file cannot.
function fieldsToHide(submission: FormSubmission): string[] {
  return Object.entries(submission.payload).filter(([name, value]) => /password/i.test(name) || value instanceof File).map(([name]) => name);
}

async function formOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw badRequest();
  }
}

function submissionOf<S extends z.ZodType>(form: FormData, schema: S): Submission<z.input<S>, string[], z.output<S>> {
  try {
    return parseWithZod(form, { schema, error: wordIssue });
  } catch {
    throw badRequest();
  }
}

/** Plain words where a schema gives none of its own. */
function wordIssue(issue: { readonly code?: string; readonly input?: unknown }): string {
  return issue.input === undefined || issue.input === "" ? formTexts.missing : formTexts.unreadable;
}

/**
 * Reads a posted form by its schema. Fields that the schema does not know are ignored.
 * Where something is wrong: a 400 with an error for each field and everything that was typed, passwords and files apart.
 * `prepare` may change what was sent before it is read. Throws `badRequest()` where it cannot be read as a form at all.
 */
export async function readForm<S extends z.ZodType>(request: Request, schema: S, prepare?: (form: FormData) => Promise<void>): Promise<FormReading<z.output<S>>> {
  const form = await formOf(request);
  await prepare?.(form);
  joinDays(form);
  const submission = submissionOf(form, schema);
  if (submission.status === "success") return { ok: true, value: submission.value, submission };
  return { ok: false, response: data({ lastResult: submission.reply({ hideFields: fieldsToHide(submission) }) }, { status: 400 }) };
}

/** The answer where a rule said no to a form that could be read; everything typed is kept, passwords and files apart. */
export function refuseForm(submission: FormSubmission, { field, text, status }: FormRefusal): RefusedForm {
  const errors = field === undefined ? { formErrors: [text] } : { fieldErrors: { [field]: [text] } };
  return data({ lastResult: submission.reply({ ...errors, hideFields: fieldsToHide(submission) }) }, { status });
}
