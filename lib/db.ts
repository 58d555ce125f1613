import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env, requiredSetting } from "#lib/env.ts";
import { Prisma, PrismaClient } from "#lib/generated/prisma/client.ts";

type Database = { pool: pg.Pool; prisma: PrismaClient };

// On globalThis, because `next dev` loads this module anew at every change.
const kept = globalThis as typeof globalThis & { vignetteDatabase?: Database };

function open(): Database {
  const pool = new pg.Pool({
    connectionString: requiredSetting("DATABASE_URL"),
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: 5_000,
    // A quiet site that is busy all at once shall not begin with opening them.
    idleTimeoutMillis: 600_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  // A connection that breaks while idle is replaced by the pool; without a listener it ends the process.
  pool.on("error", () => undefined);
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

/** Opened when first used: a build needs no database. */
export function database(): Database {
  return (kept.vignetteDatabase ??= open());
}

export type Transaction = Prisma.TransactionClient;
export { Prisma };
