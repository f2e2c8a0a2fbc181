/** One column as the page that matches it shows it. */
export interface ShownColumn {
  readonly name: string;
  /** Some of what stands below it, shortened. */
  readonly samples: readonly string[];
}

/** A sheet of a file as it is shown to have its columns matched. */
export interface LookedSheet {
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  readonly sheet: number;
  /** The index of the header's row. */
  readonly header: number;
  /** False where no row names columns that are known. */
  readonly hasHeader: boolean;
}
