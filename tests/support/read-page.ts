const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#x27;": "'" };

/** What a piece of a page says: its text, spaces as one, no-break spaces as spaces. */
export function said(html: string): string {
  return html.replaceAll(/<!--.*?-->/g, "").replaceAll(/<[^>]*>/g, " ").replaceAll(/&[a-z#0-9]+;/gi, (entity) => ENTITIES[entity] ?? entity).replaceAll(/[\s\u00a0]+/g, " ").trim();
}

/** What stands between the tags of a page's main part. */
export function mainOf(html: string): string {
  return html.slice(html.indexOf("<main"), html.indexOf("</main>"));
}

/** A page's heading. */
export function headingOf(html: string): string {
  return said(/<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? "");
}

export interface PageLink { readonly to: string; readonly text: string }

/** The links of a piece of a page, in their order. */
export function linksOf(html: string): PageLink[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, to = "", text = ""]) => ({ to: said(to), text: said(text) }));
}

/** The cells of each body row of a piece's tables: what each column's label says, by the label. The row's own heading stands under "". */
export function rowsOf(html: string): Record<string, string>[] {
  return [...html.matchAll(/<tbody[^>]*>(.*?)<\/tbody>/gs)].flatMap(([, body = ""]) => [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""]) => ({
    "": said(/<th[^>]*>(.*?)<\/th>/s.exec(row)?.[1] ?? ""),
    ...Object.fromEntries([...row.matchAll(/<span class="cell-label"[^>]*>(.*?)<\/span><span class="cell-value">(.*?)<\/span>(?=<\/td>)/gs)].map(([, label = "", value = ""]) => [said(label), said(value)])),
  })));
}

const WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A number as the portal writes it: digits, a word up to ten, or hours and minutes as minutes. NaN for anything else. */
export function numberSaid(text: string): number {
  const time = /^(\d+) h(?: (\d+)(?: min)?)?$/.exec(text) ?? /^()(\d+) min$/.exec(text);
  if (time) return Number(time[1] ?? 0) * 60 + Number(time[2] ?? 0);
  const word = WORDS.indexOf(text.toLowerCase());
  return word === -1 ? Number(text === "" ? Number.NaN : text) : word;
}
