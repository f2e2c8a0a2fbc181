/*
 * Two people, or two tabs, change the same thing (docs/field.md, "Changed meanwhile"). All is compared as the form holds it:
 * what was typed, what stands now, and what stood when the form was opened.
 */

/** The values of a form, by the names under which they travel. */
export type FormValues = Readonly<Record<string, unknown>>;

/** One thing that a form asks for. */
export interface AskedThing {
  readonly name: string;
  /** Everything under which it travels: of a day four names. */
  readonly names: readonly string[];
  readonly label: string;
  readonly say: (values: FormValues) => string;
}

/** Who changed a thing since the form was opened. */
export type ChangedBy = "you" | "they" | "both";

/** A thing in which what was typed and what stands now differ, each in words. */
export interface ClashField {
  readonly name: string;
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
  readonly changedBy: ChangedBy;
}

/** What stands now, beside what was typed. */
export interface Clash {
  /** The version that stands now: what is sent next changes that one. */
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
  readonly fields: readonly ClashField[];
}

/** What a form said, what stands now, and what stood when it was opened. */
export interface ThreeSides {
  readonly mine: FormValues;
  readonly theirs: FormValues;
  readonly before: FormValues;
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String).sort();
  return typeof value === "string" && value !== "" ? [value] : [];
}

function isSame(a: FormValues, b: FormValues, names: readonly string[]): boolean {
  return names.every((name) => JSON.stringify(textsOf(a[name])) === JSON.stringify(textsOf(b[name])));
}

function whoChanged({ names }: AskedThing, { mine, theirs, before }: ThreeSides): ChangedBy {
  if (isSame(mine, before, names)) return "they";
  return isSame(theirs, before, names) ? "you" : "both";
}

/** The things in which the two differ now, in the order of the form. */
export function clashesIn(things: readonly AskedThing[], sides: ThreeSides): ClashField[] {
  return things.filter((thing) => !isSame(sides.mine, sides.theirs, thing.names)).map((thing) => ({
    name: thing.name, label: thing.label, mine: thing.say(sides.mine), theirs: thing.say(sides.theirs), changedBy: whoChanged(thing, sides),
  }));
}

/** The name under which the choice between the two travels. */
export function choiceName(name: string): string {
  return `take-${name}`;
}

/** Puts what stood in place of what was typed, for everything for which that was chosen. */
export function takeTheirs(form: FormData, things: readonly AskedThing[], theirs: FormValues): void {
  for (const { name, names } of things) {
    if (form.get(choiceName(name)) !== "theirs") continue;
    for (const one of names) {
      form.delete(one);
      for (const text of textsOf(theirs[one])) form.append(one, text);
    }
  }
}

/** True where a form chooses anything that stood. */
export function hasChosen(form: FormData): boolean {
  return [...form.keys()].some((name) => name.startsWith(choiceName("")));
}

/**
 * The version that a form which was not taken changes: with what was typed comes back what it was typed over, however often
 * that was changed meanwhile.
 */
export function versionIn(lastResult: { readonly initialValue?: Record<string, unknown> | null } | undefined): number | undefined {
  const version = Number(lastResult?.initialValue?.fromVersion);
  return Number.isInteger(version) && version > 0 ? version : undefined;
}
