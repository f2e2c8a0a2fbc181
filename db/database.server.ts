import { AsyncLocalStorage } from "node:async_hooks";

import BetterSqlite3 from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type Transaction,
} from "kysely";

import { isWorthRetrying } from "./errors.server.ts";
import { keepingStatements } from "./kept-statements.server.ts";
import type { Schema } from "./schema/schema.ts";

/** What a query takes: the connection for reads, or the transaction it runs in. */
export type Reader = Kysely<Schema>;
/** What writes take. Only `Database.inTransaction` hands one out. */
export type Trx = Transaction<Schema>;

/** The open database: one connection that writes, others that read. */
export interface Database {
  /** For loaders and queries outside a transaction. Using it inside one throws. */
  readonly reader: Reader;
  /**
   * Runs `work` in one transaction that takes the write lock at once; where writers run side by side (PostgreSQL), one
   * that is serialisable, as if they came one after another. Serialisation failures and deadlocks are retried as a
   * whole, so `work` does nothing but talk to the database.
   */
  inTransaction<T>(work: (trx: Trx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

// The server and the Remix bundle each hold a copy of this module: what must be one lives on globalThis.
const shared = globalThis as { attuneTransaction?: { readonly inside: AsyncLocalStorage<true>; open: number } };
const transactions = (shared.attuneTransaction ??= { inside: new AsyncLocalStorage<true>(), open: 0 });

/** Runs the work as inside a transaction. */
async function inside<T>(work: () => Promise<T>): Promise<T> {
  transactions.open += 1;
  try {
    return await transactions.inside.run(true, work);
  } finally {
    transactions.open -= 1;
    // Node follows every promise of the process while a store is in use: a twentieth of a page that only reads.
    if (transactions.open === 0) transactions.inside.disable();
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  // Without this a failed migration leaves half its tables behind.
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
}

class AttuneSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config);
  }
}

/** Wraps a dialect so that acquiring a connection inside a transaction is an error and not a wait without end. */
function loud(dialect: Dialect): Dialect {
  const guarded = Object.create(dialect) as Dialect;
  guarded.createAdapter = () => dialect.createAdapter();
  guarded.createIntrospector = (db) => dialect.createIntrospector(db);
  guarded.createQueryCompiler = () => dialect.createQueryCompiler();
  guarded.createDriver = () => {
    const driver = dialect.createDriver();
    const acquire = driver.acquireConnection.bind(driver);
    driver.acquireConnection = async () => {
      if (transactions.inside.getStore()) throw new Error("The reader was used inside a transaction: pass `trx` instead");
      return acquire();
    };
    return driver;
  };
  return guarded;
}

const MAX_TRIES = 4;

async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= MAX_TRIES || !isWorthRetrying(error)) throw error;
    }
  }
}

/** Puts a writing and a reading Kysely (they may be the same) behind the one interface that rooms see. */
export function databaseOf(writer: Kysely<Schema>, reader: Kysely<Schema> = writer): Database {
  return {
    reader,
    inTransaction: (work) => {
      if (transactions.inside.getStore()) throw new Error("A transaction was opened inside another: pass `trx` instead");
      return retried(() => writer.transaction().setIsolationLevel("serializable").execute((trx) => inside(() => work(trx))));
    },
    close: async () => {
      await reader.destroy();
      if (writer !== reader) await writer.destroy();
    },
  };
}

/** A Kysely on any dialect, guarded against use inside a transaction. The second-dialect test opens PGlite with it. */
export function openKysely(dialect: Dialect): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: loud(dialect) });
}

function openSqlite(file: string, readonly: boolean): Kysely<Schema> {
  const sqlite = new BetterSqlite3(file, { readonly });
  if (!readonly) sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = NORMAL");
  sqlite.pragma("foreign_keys = ON");
  sqlite.pragma("busy_timeout = 5000");
  return openKysely(new AttuneSqliteDialect({ database: readonly ? keepingStatements(sqlite) : sqlite }));
}

/**
 * Opens the SQLite file, or `:memory:` for a test. The writer comes first: it makes the file.
 * `prepare` runs on the writer before anything else sees the database (migrations).
 */
export async function openDatabase(file: string, prepare?: (writer: Kysely<Schema>) => Promise<unknown>): Promise<Database> {
  const writer = openSqlite(file, false);
  try {
    await prepare?.(writer);
    return databaseOf(writer, file === ":memory:" ? writer : openSqlite(file, true));
  } catch (error) {
    await writer.destroy();
    throw error;
  }
}
