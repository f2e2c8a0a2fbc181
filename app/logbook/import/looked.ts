/** One column as the page that matches it shows it. */
export interface ShownColumn {
  readonly name: string;
  /** Some of what stands below it, shortened. */
  readonly samples: readonly string[];
}
