/** Limits on what a form may hold, asked before any parser sees it (one crafted name could otherwise end the server). */
export const MAX_FIELDS = 500;
export const MAX_NAME_LENGTH = 100;
/** The highest index in brackets: a parser makes an array that long. */
export const MAX_INDEX = 200;

/** True for a name such as `note`, `filmedOnDay` or `rows[3].kind`, with no index past the limit and no way into prototypes. */
export function isFieldName(name: string): boolean {
  if (name.length > MAX_NAME_LENGTH || !/^[a-z][\w-]*(\[\d{0,4}\]|\.[a-z][\w-]*)*$/i.test(name)) return false;
  const indexes = [...name.matchAll(/\[(\d+)\]/g)].map(([, digits]) => Number(digits));
  return indexes.every((index) => index <= MAX_INDEX) && name.split(/[.[\]]/).every((part) => part !== "prototype" && !(part in Object.prototype));
}

function isValue(value: FormDataEntryValue): boolean {
  return !(typeof value === "string" ? value : value.name).includes("\0");
}

/** True where every field of the form keeps within the limits. How long a text may be is for its form to say, which keeps what was typed. */
export function areFieldsReadable(entries: Iterable<readonly [string, FormDataEntryValue]>): boolean {
  let count = 0;
  for (const [name, value] of entries) {
    count += 1;
    if (count > MAX_FIELDS || !isFieldName(name) || !isValue(value)) return false;
  }
  return true;
}
