/** Today, yesterday or a day that is typed. */
export const DAY_CHOICES = ["today", "yesterday", "other"] as const;
/** The same for a shared review, which may be still to come. */
export const REVIEW_DAY_CHOICES = ["not_yet", "today", "other"] as const;
/** What the client field holds where a client is to be opened with the cycle. */
export const NEW_CLIENT = "new";

/** Somebody who can be chosen in a form. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Somebody who supervised; outside the programme where they never sign in here. */
export interface SupervisorChoice extends Choice {
  readonly isExternal: boolean;
}
