import { ordinaryAttempt } from "./evidence.ts";
import type { AttemptPlan, LoggedPlan } from "./plan.ts";

/** The same entries, with the last cycle of that client submitted as `attempts` says, told the days ago of its shared review. */
export function submitting(client: number, attempts: (reviewedAgo: number) => readonly AttemptPlan[], entries: readonly LoggedPlan[]): LoggedPlan[] {
  const last = entries.filter((entry) => entry.kind === "cycle" && entry.client === client).at(-1);
  return entries.map((entry) => (entry === last && entry.kind === "cycle" && entry.reviewedAgo !== null ? { ...entry, attempts: attempts(entry.reviewedAgo) } : entry));
}

/** The same, submitted and reviewed as most are. */
export function reviewed(client: number, of: string, supervisor: string, entries: readonly LoggedPlan[]): LoggedPlan[] {
  return submitting(client, (reviewedAgo) => [ordinaryAttempt(of, supervisor, reviewedAgo)], entries);
}
