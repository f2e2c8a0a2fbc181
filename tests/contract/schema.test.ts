import { readdirSync } from "node:fs";
import path from "node:path";

import ts from "typescript";
import { expect, test } from "vitest";

import { freshDatabase } from "#tests/support/database.ts";

const folder = path.resolve("db/schema");

interface Column { readonly type: string; readonly nullable: boolean }
type Tables = Record<string, Record<string, Column>>;

/** What the interfaces in db/schema say, read by the compiler itself. */
function declaredTables(): Tables {
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  const program = ts.createProgram(files, { strict: true, allowImportingTsExtensions: true, noEmit: true, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path.join(folder, "schema.ts"));
  const schema = source?.statements.find((s): s is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(s) && s.name.text === "Schema");
  if (!schema) throw new Error("db/schema/schema.ts declares no Schema");
  const membersOf = (type: ts.Type): [string, ts.Type][] => type.getProperties().map((p) => [p.name, checker.getTypeOfSymbolAtLocation(p, schema)]);
  const column = (type: ts.Type): Column => {
    const base = checker.getNonNullableType(type);
    return { type: base.isStringLiteral() || (base.flags & ts.TypeFlags.String) !== 0 ? "text" : "integer", nullable: base !== type };
  };
  return Object.fromEntries(membersOf(checker.getTypeAtLocation(schema))
    .map(([table, type]) => [table, Object.fromEntries(membersOf(type).map(([name, member]) => [name, column(member)]))]));
}

/** What the migrations made. */
async function migratedTables(): Promise<Tables> {
  const { reader } = await freshDatabase();
  const tables = await reader.introspection.getTables();
  return Object.fromEntries(tables.map((t) => [
    t.name, Object.fromEntries(t.columns.map((c) => [c.name, { type: c.dataType.toLowerCase(), nullable: c.isNullable }])),
  ]));
}

test("the schema that code is typed against is the schema that the migrations make", async () => {
  const [declared, migrated] = [declaredTables(), await migratedTables()];
  expect(Object.keys(migrated).sort()).toEqual(Object.keys(declared).sort());
  for (const [table, columns] of Object.entries(declared)) {
    // SQLite cannot tell whether a view's column may be null.
    const isView = table.startsWith("current_");
    const pick = (c: Record<string, Column>): unknown =>
      Object.fromEntries(Object.entries(c).map(([name, { type, nullable }]) => [name, isView ? type : { type, nullable }]));
    expect({ [table]: pick(migrated[table] ?? {}) }).toEqual({ [table]: pick(columns) });
  }
});
