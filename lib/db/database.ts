import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool, type PoolConfig } from "pg";
import { PrismaClient } from "./generated/client";

/** Three pools on one PostgreSQL, so that slow reads never hold up the writes a vendor waits for. */
export interface Database {
  readonly prisma: PrismaClient;
  /** Hand-written reads. */
  readonly read: Pool;
  /** The delivery writer's own connections: a delivery must be answered within 2 s. */
  readonly ingest: Pool;
  readonly url: string;
  close(): Promise<void>;
}

/** What QUALITY 1.3 allows a delivery: 500 ms for a connection, 1.5 s for a statement. */
const INGEST: PoolConfig = {
  max: 2,
  connectionTimeoutMillis: 500,
  idleTimeoutMillis: 0, // on a busy machine a new one can take longer than that, and the next delivery is never far
  statement_timeout: 1_500,
  query_timeout: 1_800,
  options: "-c plan_cache_mode=force_generic_plan", // the batch statement costs as much to plan as to run
};
const READ: PoolConfig = { max: 6, connectionTimeoutMillis: 3_000, statement_timeout: 15_000, query_timeout: 16_000 };
const PRISMA: PoolConfig = { max: 6, connectionTimeoutMillis: 3_000, statement_timeout: 15_000 };

export function openDatabase(url: string, log: (message: string) => void): Database {
  const pool = (config: PoolConfig, name: string) => {
    const made = new Pool({ ...config, connectionString: url, application_name: `occupancy ${name}`, keepAlive: true });
    // Without a listener a connection lost while idle would end the process.
    made.on("error", (error) => log(`database connection (${name}): ${error.message}`));
    return made;
  };
  const read = pool(READ, "read");
  const ingest = pool(INGEST, "ingest");
  const prismaPool = pool(PRISMA, "prisma");
  const prisma = new PrismaClient({ adapter: new PrismaPg(prismaPool) });
  return {
    prisma,
    read,
    ingest,
    url,
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([read.end(), ingest.end(), prismaPool.end()]);
    },
  };
}
