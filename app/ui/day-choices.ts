import { words } from "#app/words/words.ts";

const { today, yesterday, anotherDay, notYet } = words.common.form;

/** A day that has been, by one press, or another one typed. */
export const PAST_DAYS = [{ value: "today", label: today }, { value: "yesterday", label: yesterday }, { value: "other", label: anotherDay }];
/** A day that may be still to come. */
export const DAYS_OR_NOT_YET = [{ value: "not_yet", label: notYet }, { value: "today", label: today }, { value: "other", label: anotherDay }];
