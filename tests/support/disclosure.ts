import type { CountTable, DisclosureRule, PublishedTable } from "#app/disclosure/model.ts";
import { protectSeries } from "#app/disclosure/protect.ts";

/** What may be published of one table by itself: the series of it alone. */
export function protectAlone(table: CountTable, rule: DisclosureRule): PublishedTable {
  const [published] = protectSeries([table], rule);
  if (!published) throw new Error("one table in, one table out");
  return published;
}
