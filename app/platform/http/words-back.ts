/** What somebody typed into a field, under the field's label. */
export interface TypedText {
  readonly label: string;
  readonly text: string;
}

/** What an answer brings back of an act that recorded nothing. */
export interface WordsBack {
  readonly typed: readonly TypedText[];
  /** For somebody who is signed out: the sign-in page, with the way back to what they sent it from. */
  readonly signIn?: string;
}

/** The labels of a form's free texts, by the names of their fields. */
export type TypedLabels = Readonly<Record<string, string>>;

/** Of what was posted, by the fields' names, the texts that somebody typed; fields without a label are no words of theirs. */
export function typedTexts(posted: Readonly<Record<string, unknown>> | null | undefined, labels: TypedLabels): TypedText[] {
  return Object.entries(labels).flatMap(([name, label]) => {
    const text = posted?.[name];
    return typeof text === "string" && text.trim() !== "" ? [{ label, text }] : [];
  });
}

function isTypedText(value: unknown): value is TypedText {
  return typeof value === "object" && value !== null && "label" in value && typeof value.label === "string" && "text" in value && typeof value.text === "string";
}

/** The words that a thrown answer brought back; undefined where it answers no act. */
export function readWordsBack(data: unknown): WordsBack | undefined {
  if (typeof data !== "object" || data === null || !("typed" in data) || !Array.isArray(data.typed)) return undefined;
  const typed = data.typed.filter(isTypedText);
  return "signIn" in data && typeof data.signIn === "string" ? { typed, signIn: data.signIn } : { typed };
}
