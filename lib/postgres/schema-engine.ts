import { readFile } from "node:fs/promises";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine, SchemaFilter } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { packageEntry } from "./package-entry";
import { createScratchDatabase } from "./scratch-database";

export const noFilter: SchemaFilter = { externalTables: [], externalEnums: [] };

export interface SchemaEngineOptions {
  databaseUrl: string;
  /** Where a superuser may make a database to replay the migrations in; only diffs need it. */
  shadowServerUrl?: string;
}

/** Prisma's own schema engine, as WebAssembly: no native binary, nothing to download. */
export async function withSchemaEngine<T>(
  options: SchemaEngineOptions,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await loadEngine();
  const connections = new MigrationAdapterFactory(options);
  const adapter = bindMigrationAwareSqlAdapterFactory(connections);
  try {
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    return await use(engine).finally(() => engine.free());
  } finally {
    await connections.close();
  }
}

type EngineModule = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

// Bundlers and test runners evaluate this module more than once, but Node has one copy of the bindings: a second
// instance behind them would make the first one panic.
const ENGINE = Symbol.for("occupancy.schema-engine");
const holder = globalThis as unknown as Record<symbol, Promise<EngineModule> | undefined>;

function loadEngine(): Promise<EngineModule> {
  holder[ENGINE] ??= instantiate();
  return holder[ENGINE];
}

// The package's main entry imports the .wasm file as a module, which Node does only behind a flag.
async function instantiate(): Promise<EngineModule> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasmFile = path.join(path.dirname(packageEntry("@prisma/schema-engine-wasm")), "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(wasmFile), {
    "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start(): void }).__wbindgen_start();
  return bindings;
}

class MigrationAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "occupancy-migrations";

  readonly #cleanUps: (() => Promise<void>)[] = [];

  constructor(private readonly options: SchemaEngineOptions) {}

  async connect(): Promise<SqlDriverAdapter> {
    return await this.#connectTo(this.options.databaseUrl);
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const { shadowServerUrl } = this.options;
    if (shadowServerUrl === undefined) throw new Error("this schema engine was given no shadow server");
    const shadow = await createScratchDatabase(shadowServerUrl);
    this.#cleanUps.push(shadow.drop);
    return await this.#connectTo(shadow.url);
  }

  // The engine itself never disposes its main connection, and that one holds its advisory lock.
  async close(): Promise<void> {
    for (const cleanUp of this.#cleanUps.splice(0).reverse()) await cleanUp();
  }

  async #connectTo(connectionString: string): Promise<SqlDriverAdapter> {
    const pool = new pg.Pool({ connectionString, max: 1 });
    this.#cleanUps.push(() => pool.end());
    return await connectAdapter(pool);
  }
}

async function connectAdapter(pool: pg.Pool): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg(pool).connect();
  // adapter-pg splits a script at every ";" and commits piece by piece. Whole, it may hold
  // function bodies, and it is one transaction: a migration that fails leaves nothing behind.
  adapter.executeScript = async (script) => {
    await pool.query(script).catch(rethrowForEngine);
  };
  acceptCharColumns(pool, adapter);
  return adapter;
}

function rethrowForEngine(error: unknown): never {
  if (!(error instanceof pg.DatabaseError)) throw error;
  throw new DriverAdapterError({
    kind: "postgres",
    code: error.code ?? "XX000",
    severity: error.severity ?? "ERROR",
    message: error.message,
    detail: error.detail,
    column: error.column,
    hint: error.hint,
  });
}

// The engine reads catalog columns of type "char", which adapter-pg 7.10 does not know: they pass
// through it under the array's type id and get their own type on the way out.
const charOid = 18;
const charArrayOid = 1002;

function acceptCharColumns(pool: pg.Pool, adapter: SqlDriverAdapter): void {
  const query = pool.query.bind(pool);
  pool.query = (async (config: pg.QueryConfig) => {
    const result = await query(config);
    for (const field of result.fields ?? []) {
      if (field.dataTypeID === charOid) field.dataTypeID = charArrayOid;
    }
    return result;
  }) as typeof pool.query;

  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (sqlQuery) => {
    const result = await queryRaw(sqlQuery);
    const columnTypes = result.columnTypes.map((type) =>
      type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
}
