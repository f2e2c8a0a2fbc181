/** The order of days, instants and ids: by their signs, as the database has it. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const NAMES = new Intl.Collator("en-GB");

/** The order of names and titles that people read: accents and capitals stand where a reader looks for them. */
export function byName(a: string, b: string): number {
  return NAMES.compare(a, b);
}
