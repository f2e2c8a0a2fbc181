import BetterSqlite3 from "better-sqlite3";
import type { SqliteDatabase } from "kysely";
import { expect, test } from "vitest";

import { keepingStatements } from "./kept-statements.server.ts";

function counted(): { sqlite: SqliteDatabase; run: (sql: string) => void; prepared: () => number } {
  const real = new BetterSqlite3(":memory:");
  real.exec("create table t (a integer); insert into t values (1), (2)");
  let prepared = 0;
  return { prepared: () => prepared, run: (sql) => { real.exec(sql); }, sqlite: { close: () => { real.close(); }, prepare: (sql) => { prepared += 1; return real.prepare(sql); } } };
}

test("a text is prepared once, and answers afresh with other values and after a write", () => {
  const { sqlite, run, prepared } = counted();
  const kept = keepingStatements(sqlite);
  const ask = (from: number): unknown => kept.prepare("select a from t where a >= ?").all([from]);
  expect([ask(1), ask(2)]).toEqual([[{ a: 1 }, { a: 2 }], [{ a: 2 }]]);
  run("insert into t values (3)");
  expect([ask(2), prepared()]).toEqual([[{ a: 2 }, { a: 3 }], 1]);
  kept.close();
});

test("a kept statement sees a column that was added since", () => {
  const { sqlite, run } = counted();
  const kept = keepingStatements(sqlite);
  kept.prepare("select * from t").all([]);
  run("alter table t add column b text default 'new'");
  expect(kept.prepare("select * from t").all([])).toEqual([{ a: 1, b: "new" }, { a: 2, b: "new" }]);
});

test("the five-hundredth text more lets the others go, and they are prepared again", () => {
  const { sqlite, prepared } = counted();
  const kept = keepingStatements(sqlite);
  for (let i = 0; i <= 500; i += 1) kept.prepare(`select ${String(i)}`);
  expect(kept.prepare("select 0").all([])).toEqual([{ "0": 0 }]);
  expect(prepared()).toBe(502);
});
