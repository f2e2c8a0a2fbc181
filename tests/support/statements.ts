import type { KyselyPlugin, QueryId, RootOperationNode } from "kysely";

import type { Database } from "#db/database.server.ts";

/** A statement as the database was told it, and how many rows it gave back. */
export interface Statement {
  readonly sql: string;
  readonly rows: number;
}

/** The statements that the work runs, in their order, in and outside transactions, on the database that it is handed. */
export async function traceStatements(db: Database, work: (traced: Database) => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const asked = new WeakMap<QueryId, RootOperationNode>();
  const tracer: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      asked.set(queryId, node);
      return node;
    },
    transformResult: ({ queryId, result }) => {
      const node = asked.get(queryId);
      if (node) statements.push({ sql: db.reader.getExecutor().compileQuery(node, queryId).sql, rows: result.rows.length });
      return Promise.resolve(result);
    },
  };
  await work({
    reader: db.reader.withPlugin(tracer),
    inTransaction: (run) => db.inTransaction((trx) => run(trx.withPlugin(tracer))),
    close: () => db.close(),
  });
  return statements;
}

/** How many statements the work runs. */
export async function countStatements(db: Database, work: (counted: Database) => Promise<unknown>): Promise<number> {
  return (await traceStatements(db, work)).length;
}
