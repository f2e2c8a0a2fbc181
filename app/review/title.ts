import { words } from "#app/words/words.ts";

import type { ReviewPageData } from "./page-data.ts";

/** What a submission is called: the client and which shared review it is; whose, where it is another's. */
export function titleOfReview({ isOwn, traineeName, cycle }: Pick<ReviewPageData, "isOwn" | "traineeName" | "cycle">): string {
  return isOwn ? words.review.title(cycle.code, cycle.nth) : words.review.titleOf(traineeName, cycle.code, cycle.nth);
}
