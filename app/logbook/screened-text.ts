import { z } from "zod";

import { optionalTextField, textField } from "#app/platform/http/form-fields.ts";
import { words } from "#app/words/words.ts";

import type { Finding } from "./identifiers/finding.ts";
import { screenFreeText } from "./identifiers.ts";

/** What screening a text leans on. */
export interface ScreeningContext {
  /** Names that may stand (docs/field.md, "Identifiers"). */
  readonly knownNames: readonly string[];
  /** The text that stands already, about which nobody is asked again. */
  readonly acceptedText?: string | null;
  /** The same for a form of several texts. */
  readonly acceptedTexts?: readonly (string | null | undefined)[];
}

const NONE: ScreeningContext = { knownNames: [] };

function refusal(text: string, context: ScreeningContext): string | undefined {
  const kinds = [...new Set(screenFreeText(text, context.knownNames).refuse.map((finding) => finding.kind))];
  return kinds.length === 0 ? undefined : words.logbook.identifiers.refused(kinds);
}

/** An optional text in which nothing may look like an identifier (docs/field.md, "Identifiers"). */
export function screenedText(limit: number, context: ScreeningContext = NONE): z.ZodType<string | undefined, string | undefined> {
  return optionalTextField(limit).superRefine((text, issues) => {
    const message = text === undefined ? undefined : refusal(text, context);
    if (message !== undefined) issues.addIssue({ code: "custom", message });
  });
}

/** The same for a text that has to be there. */
export function requiredScreenedText(limit: number, missing: string, context: ScreeningContext = NONE): z.ZodType<string, string> {
  return textField(limit, missing).superRefine((text, issues) => {
    const message = refusal(text, context);
    if (message !== undefined) issues.addIssue({ code: "custom", message });
  });
}

function asTyped(text: string, finding: Finding): string {
  return text.slice(finding.start, finding.end);
}

/** The question about possible names in a text, or undefined where there is nothing to ask or it was answered. */
export function nameQuestion(text: string | undefined, namesAreFine: "on" | undefined, context: ScreeningContext = NONE): string | undefined {
  return namesQuestion([text], namesAreFine, context);
}

/** The same for several texts: one question for all of them, because one box answers it. */
export function namesQuestion(texts: readonly (string | undefined)[], namesAreFine: "on" | undefined, context: ScreeningContext = NONE): string | undefined {
  if (namesAreFine === "on") return undefined;
  const asked = texts.filter((text) => text !== undefined).filter((text) => text !== context.acceptedText && !context.acceptedTexts?.includes(text));
  const found = [...new Set(asked.flatMap((text) => screenFreeText(text, context.knownNames).ask.map((finding) => asTyped(text, finding))))];
  return found.length === 0 ? undefined : words.logbook.identifiers.ask(found);
}

/** The box that answers the question: ticked once, the text stands. */
export const namesAreFineField = z.literal("on").optional();
