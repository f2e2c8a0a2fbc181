/** What decides which counts may be published (docs/field.md, "Publication"). */
export interface DisclosureRule {
  /** Counts from 1 to one less than this are not shown. A whole number from 2. */
  readonly threshold: number;
}

/** The rule of everything that is published, unless another is handed in. */
export const PUBLICATION_RULE: DisclosureRule = { threshold: 10 };

/** What is published of one count. */
export type Published =
  | { readonly state: "shown"; readonly count: number }
  /** At least 1, and fewer than the threshold. */
  | { readonly state: "fewer"; readonly than: number }
  /** Says nothing, not even whether it is small: shown, it would let another count be worked out. */
  | { readonly state: "hidden" };

/** One column of a table of counts. */
export interface CountColumn {
  readonly key: string;
  /**
   * Where readers meet it: in this `table`; perhaps `elsewhere`, so that its verdict has to hold there too; or `nowhere`:
   * it is only there because the others stand in a sum with it.
   */
  readonly place: "table" | "elsewhere" | "nowhere";
}

/** A column that is the sum of others, row by row. */
export interface Whole {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Counts of groups that do not overlap: the rows add up to the total, which is not handed in. */
export interface CountTable {
  readonly columns: readonly CountColumn[];
  readonly wholes: readonly Whole[];
  /** The column that counts the people behind a row. */
  readonly people: string;
  readonly rows: readonly CountRow[];
}

export interface CountRow {
  readonly key: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** What is published of one row. */
export interface PublishedRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, Published>>;
}

/** A table as everybody sees it. */
export interface PublishedTable {
  readonly rule: DisclosureRule;
  readonly rows: readonly PublishedRow[];
  readonly total: PublishedRow;
}

/** The key of the row of totals. */
export const TOTAL = "total";
