import { LOG_TABLES } from "./log-tables.ts";
import type { Table } from "./model.ts";
import { REVIEW_TABLES } from "./review-tables.ts";
import { STANDING_TABLES } from "./standing-tables.ts";

/** Every table of an archive but the history, which is made of all of them. */
export const TABLES: readonly Table[] = [...STANDING_TABLES, ...LOG_TABLES, ...REVIEW_TABLES];
