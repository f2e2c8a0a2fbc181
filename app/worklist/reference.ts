/** How many entries are shown, and confirmed, at once. */
export const MAX_AT_ONCE = 200;

/** An entry in the version that was on the screen, as one value of a form. */
export function referenceOf(item: { readonly entryId: string; readonly version: number }): string {
  return `${item.entryId} ${String(item.version)}`;
}
