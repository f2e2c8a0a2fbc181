/** Codes after which the same transaction may well succeed: SQLite's busy states, PostgreSQL's serialisation failure and deadlock. */
const WORTH_RETRYING = new Set(["SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "40001", "40P01"]);
/** SQLite names the columns, PostgreSQL the constraint. */
const UNIQUE_CODES = new Set(["SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "23505"]);

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** True where running the whole transaction again may succeed. */
export function isWorthRetrying(error: unknown): boolean {
  return WORTH_RETRYING.has(codeOf(error) ?? "");
}

/**
 * True where the write broke the unique constraint (or primary key) on these columns of this table, on either dialect.
 * Relies on the house's naming: `<table>_<columns>_once` and `<table>_pk`.
 */
export function isUniqueViolation(error: unknown, table: string, columns: readonly string[]): boolean {
  if (!UNIQUE_CODES.has(codeOf(error) ?? "") || !(error instanceof Error)) return false;
  const bySqlite = columns.map((c) => `${table}.${c}`).join(", ");
  const byPostgres = `${table}_${columns.join("_")}_once`;
  return error.message.endsWith(`: ${bySqlite}`) || error.message.includes(`"${byPostgres}"`) || error.message.includes(`"${table}_pk"`);
}

/** True where the write broke any constraint: what was written does not fit together, or stands there already. */
export function isConstraintViolation(error: unknown): boolean {
  return /^(SQLITE_CONSTRAINT|23\d{3}$)/.test(codeOf(error) ?? "");
}

/** True where it broke a unique one. */
export function isTwiceThere(error: unknown): boolean {
  return UNIQUE_CODES.has(codeOf(error) ?? "");
}
