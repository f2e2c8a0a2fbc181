/** The forms that stand beside each other while a review is written, and the fields of each that one post carries for all. */
export const BESIDE = {
  moment: ["kind", "layer", "sharing", "principle", "starts", "ends", "note"],
  feedback: ["fromVersion", "workingPoint", "nextStep", "question"],
  reply: ["text"],
} as const;
export type Beside = keyof typeof BESIDE;

/** What a form carries before anybody touches it. */
const GIVEN: ReadonlySet<string> = new Set(["kind", "layer", "sharing", "fromVersion"]);

type Posted = Readonly<Record<string, unknown>>;

/** Whether somebody said anything in that form. */
export function isTyped(form: Beside, posted: Posted): boolean {
  const without = (name: string): string => (name === "principle" ? "none" : "");
  return BESIDE[form].some((name) => !GIVEN.has(name) && typeof posted[name] === "string" && posted[name] !== "" && posted[name] !== without(name));
}

/** Whether that form went with what was posted, typed in or not. */
export function isThere(form: Beside, posted: Posted): boolean {
  return BESIDE[form][0] in posted;
}

/** What was posted of those forms. */
export function postedOf(forms: readonly Beside[], posted: Posted): Record<string, string> {
  return Object.fromEntries(forms.flatMap((form) => BESIDE[form].flatMap((name) => {
    const value = posted[name];
    return typeof value === "string" ? [[name, value]] : [];
  })));
}
