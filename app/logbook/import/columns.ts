/** What a column can hold for the portal. */
export const FIELDS = [
  "client", "cycle_number", "filmed_on", "film_minutes", "mode", "clips", "reviewed_on", "review_minutes", "goal_rating", "next_step",
  "session_on", "minutes", "supervisor", "supervisor_email", "format", "peer_on", "peer_minutes", "attendees", "note", "reflection",
] as const;
/** One of these. */
export type Field = (typeof FIELDS)[number];

/** The field of each column of a sheet, in the order of the columns; null for one that is left out. */
export type Columns = readonly (Field | null)[];

/** A column's name in one way of writing: small letters, one space, no signs. */
export function headerKey(text: string): string {
  return text.normalize("NFKC").replace(/\p{Cf}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

const CERTAIN = 100;
const LIKELY = 60;
const POSSIBLE = 30;

/** The names of the portal's own templates and other plain ones, each of which can mean only one thing. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  client: ["client", "client code", "client id", "client no", "client number", "clients", "family", "case", "code", "family code", "case no"],
  cycle_number: ["cycle number", "cycle", "cycle no", "cycle nr", "no", "nr", "number"],
  filmed_on: ["film date", "date filmed", "filmed", "filmed on", "film", "filming", "filming date", "date of film", "date of filming", "filming day", "video date", "date of video", "first film"],
  film_minutes: ["film minutes", "film length", "length of film", "minutes filmed", "film mins"],
  mode: ["setting", "mode", "in person or remote", "how", "where"],
  clips: ["clips chosen", "clips", "no of clips", "number of clips", "clips shown"],
  reviewed_on: ["shared review date", "shared review", "date of shared review", "review date", "review", "sr", "sr date", "shared review on", "date reviewed", "reviewed"],
  review_minutes: ["shared review minutes", "review minutes", "length of review", "review length"],
  goal_rating: ["goal rating", "goal", "rating"],
  next_step: ["next step", "next steps", "next"],
  session_on: ["date", "supervision date", "date of supervision", "supervision", "supervision on", "session date", "date of session", "session"],
  minutes: ["minutes", "hours", "mins", "hrs", "supervision hours", "supervision minutes", "hours of supervision", "duration", "length", "time", "supervision time", "no of hours", "number of hours", "hours claimed"],
  supervisor: ["supervisor", "supervisor name", "supervisors name", "name of supervisor", "supervised by", "with", "with whom"],
  supervisor_email: ["supervisor email", "supervisor e mail", "email of supervisor", "e mail of supervisor"],
  format: ["kind", "format", "type", "individual or group", "individual group", "type of supervision"],
  peer_on: ["peer date", "peer supervision date", "date of peer supervision", "peer supervision", "peer sup", "peer session", "intervision", "intervision date"],
  peer_minutes: ["peer hours", "peer minutes", "peer supervision hours", "peer supervision minutes", "peer mins"],
  attendees: ["attendees", "peers", "others present", "who was there", "present", "with peers", "peer", "peer names", "peer supervisor"],
  note: ["note", "notes", "comment", "comments", "remarks", "peer sup notes", "notes comments"],
  reflection: ["reflection", "reflections", "my reflection", "my reflections", "learning", "my learning"],
};

/** What somebody wrote for themself; a name with such a word is never read as a note, which supervisors read. */
const PRIVATE = /\b(?:reflect|learning)/;
const NOT_PRIVATE = new RegExp(`^(?!.*${PRIVATE.source})`);

/** Words that make a name likely, all of a line having to stand in it. */
const LIKELY_WORDS: readonly (readonly [Field, readonly RegExp[]])[] = [
  ["reflection", [PRIVATE]],
  ["note", [/\b(?:note|comment|remark)/, NOT_PRIVATE]],
  ["peer_minutes", [/\b(?:peer|intervision)/, /\b(?:hour|hrs?|min|length|duration)/]],
  ["attendees", [/\b(?:peer|intervision)/, /\b(?:who|name|with|present|attend)/]],
  ["peer_on", [/\b(?:peer|intervision)/]],
  ["supervisor_email", [/supervis/, /e ?mail/]],
  ["supervisor", [/supervisor/]],
  ["minutes", [/supervis/, /\b(?:hour|hrs?|min|length|duration|time)/]],
  ["session_on", [/supervis/, /\b(?:date|when|day|on)\b/]],
  ["review_minutes", [/review/, /\b(?:hour|hrs?|min|length|duration)/]],
  ["film_minutes", [/\b(?:film|video)/, /\b(?:hour|hrs?|min|length|duration)/]],
  ["clips", [/\bclip/]],
  ["reviewed_on", [/\bshared review/]],
  ["reviewed_on", [/review/, /\b(?:date|when|day|on)\b/]],
  ["filmed_on", [/\b(?:film|video)/]],
  ["goal_rating", [/\bgoal/]],
  ["client", [/\b(?:client|family|families)\b/]],
  ["cycle_number", [/\bcycle/]],
  ["minutes", [/^(?:hours|hrs|minutes|mins)\b/]],
];

interface Guess {
  readonly column: number;
  readonly field: Field;
  readonly score: number;
}

function guessesFor(name: string, column: number, remembered: Field | null | undefined): Guess[] {
  const key = headerKey(name);
  if (key === "") return [];
  if (remembered !== undefined) return remembered === null ? [] : [{ column, field: remembered, score: 2 * CERTAIN }];
  const exact = FIELDS.filter((field) => NAMES[field].includes(key)).map((field) => ({ column, field, score: CERTAIN }));
  const likely = LIKELY_WORDS.filter(([, all]) => all.every((word) => word.test(key))).map(([field], i) => ({ column, field, score: LIKELY - i }));
  return [...exact, ...likely];
}

/**
 * Which column holds what, by the columns' names; `remembered` says what the person chose for a name before, null for one
 * to leave out. Each field is given once, to the name that says it best, the first of two alike.
 */
export function guessColumns(header: readonly string[], remembered: (key: string) => Field | null | undefined = () => undefined): Columns {
  const guesses = header.flatMap((name, column) => guessesFor(name, column, remembered(headerKey(name))))
    .sort((a, b) => b.score - a.score || a.column - b.column);
  const columns = header.map((): Field | null => null);
  const given = new Set<Field>();
  for (const { column, field } of guesses) {
    if (columns[column] !== null || given.has(field)) continue;
    columns[column] = field;
    given.add(field);
  }
  return columns;
}

/** How sure it is that these are the names of columns: 0 where none is known. */
function headerScore(row: readonly string[]): number {
  const known = row.filter((name) => {
    const key = headerKey(name);
    return key !== "" && key.length <= 40 && (FIELDS.some((field) => NAMES[field].includes(key)) || LIKELY_WORDS.some(([, all]) => all.every((word) => word.test(key))));
  }).length;
  return known * POSSIBLE;
}

/** A title may stand above the header; further down it is no header any more. */
const HEADER_REACH_ROWS = 30;
const FEWEST_COLUMNS_KNOWN = 2;

/** The index of the row that names the columns, found by its words; null where no row has two that are known. */
export function findHeader(rows: readonly (readonly string[])[]): number | null {
  let best: { readonly index: number; readonly score: number } | null = null;
  for (const [index, row] of rows.slice(0, HEADER_REACH_ROWS).entries()) {
    const score = headerScore(row);
    if (score >= FEWEST_COLUMNS_KNOWN * POSSIBLE && score > (best?.score ?? 0)) best = { index, score };
  }
  return best?.index ?? null;
}

/** Fields of text that several columns may hold: their texts are joined. */
export const JOINED_FIELDS = ["note", "reflection"] as const satisfies readonly Field[];
export type JoinedField = (typeof JOINED_FIELDS)[number];

/** Why columns cannot be read as they were matched: no day in any of them, or one field twice. */
export type ColumnsProblem = { readonly code: "no_day" | "no_client" | "no_length" } | { readonly code: "field_twice"; readonly field: Field };

/** What is wrong with the columns as they were matched; null where rows can be read from them. */
export function columnsProblem(columns: Columns): ColumnsProblem | null {
  const has = (field: Field): boolean => columns.includes(field);
  const twice = FIELDS.find((field) => !JOINED_FIELDS.some((joined) => joined === field) && columns.indexOf(field) !== columns.lastIndexOf(field));
  if (twice !== undefined) return { code: "field_twice", field: twice };
  if (!has("filmed_on") && !has("session_on") && !has("peer_on")) return { code: "no_day" };
  if (has("filmed_on") && !has("client")) return { code: "no_client" };
  return (has("session_on") && !has("minutes")) || (has("peer_on") && !has("minutes") && !has("peer_minutes")) ? { code: "no_length" } : null;
}
