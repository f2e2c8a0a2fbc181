import type { SqliteDatabase, SqliteStatement } from "kysely";

/** More than the pages ask among them; `in` lists of many lengths could otherwise grow without end. */
const MOST_KEPT = 500;

/**
 * A connection that prepares each SQL text once: preparing takes as long as answering. For a connection that only
 * reads; SQLite itself prepares a kept statement again where the schema has changed since.
 */
export function keepingStatements(sqlite: SqliteDatabase): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => { sqlite.close(); },
    prepare: (sql) => {
      const known = kept.get(sql);
      if (known) return known;
      if (kept.size >= MOST_KEPT) kept.clear();
      const statement = sqlite.prepare(sql);
      kept.set(sql, statement);
      return statement;
    },
  };
}
