/** Brings a database to the tables of this version. Several copies may start on it at once. */
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { StartFailure } from "#server/failure.ts";
import { everything, openSchemaEngine, readMigrations } from "#server/schema-engine.ts";
import { migrateQueue } from "#server/worker-schema.ts";

/** Any number will do, as long as every copy of Vignette takes the same. */
const lockKey = 7_261_280;
const patience = 5 * 60_000;

type Options = { onWait?: () => void };

/** Answers the names of the migrations that it applied. */
export async function migrate(connectionString: string, options: Options = {}): Promise<string[]> {
  const pool = new pg.Pool({ connectionString, max: 4, connectionTimeoutMillis: 10_000 });
  pool.on("error", () => undefined);
  // Also of a connection that is in use when it breaks: who uses it is told by the query.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const holder = await pool.connect();
  try {
    await lock(holder, options);
    const applied = await migrateAlone(pool);
    await migrateQueue(pool);
    return applied;
  } finally {
    holder.release(true); // closing the connection gives up the lock
    await pool.end();
  }
}

async function lock(client: pg.PoolClient, { onWait }: Options) {
  const deadline = Date.now() + patience;
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(
      "SELECT pg_try_advisory_lock($1) AS taken",
      [lockKey],
    );
    if (rows[0]?.taken) return;
    onWait?.();
    if (Date.now() > deadline) {
      throw new StartFailure(
        "Another copy of Vignette has been migrating this database for five minutes. Look at what " +
          "it does, and start again when it is done.",
      );
    }
    await wait(200);
  }
}

async function migrateAlone(pool: pg.Pool): Promise<string[]> {
  const migrationsList = await readMigrations();
  const begun = await migrationsBegun(pool);
  const names = migrationsList.migrationDirectories.map(({ path }) => path);
  refuseForeign(names, begun);
  if (isCurrent(migrationsList, begun)) return [];
  const engine = await openSchemaEngine(pool);
  try {
    // A migration is one transaction: what was begun and not finished (the machine stopped in the
    // middle, or it failed) left nothing behind, and nobody else is at it, because we hold the lock.
    for (const { name, state } of begun) {
      if (state === "unfinished") await engine.markMigrationRolledBack({ migrationName: name });
    }
    const applied = await engine.applyMigrations({ migrationsList, filters: everything });
    return applied.appliedMigrationNames;
  } catch (error) {
    throw explain(error);
  }
}

type Begun = { name: string; checksum: string; state: "finished" | "unfinished" | "rolled back" };

async function migrationsBegun(pool: pg.Pool): Promise<Begun[]> {
  const table = await pool.query<{ name: string | null }>(
    "SELECT to_regclass('_prisma_migrations') AS name",
  );
  if (!table.rows[0]?.name) return [];
  const { rows } = await pool.query<Begun>(
    `SELECT migration_name AS name, checksum,
            CASE WHEN rolled_back_at IS NOT NULL THEN 'rolled back'
                 WHEN finished_at IS NULL THEN 'unfinished' ELSE 'finished' END AS state
     FROM _prisma_migrations`,
  );
  return rows;
}

/** Migrations of a newer version, or of another program's: not a database for us to touch. */
function refuseForeign(names: string[], begun: Begun[]) {
  const foreign = begun.find(({ name, state }) => state !== "rolled back" && !names.includes(name));
  if (!foreign) return;
  throw new StartFailure(
    `The database has had a migration that this version does not know (${foreign.name}). It ` +
      "belongs to a newer Vignette or to another program: update Vignette, or give it a database " +
      "of its own.",
  );
}

/** Spares a start with nothing to do the loading of the engine. */
function isCurrent({ migrationDirectories }: MigrationList, begun: Begun[]) {
  const finished = new Map(
    begun.filter(({ state }) => state === "finished").map(({ name, checksum }) => [name, checksum]),
  );
  return migrationDirectories.every(({ path, migrationFile: { content } }) => {
    if (content.tag !== "ok") return false;
    return finished.get(path) === createHash("sha256").update(content.value).digest("hex");
  });
}

const withoutExtensions =
  "Vignette needs the extensions pg_trgm and unaccent, which come with PostgreSQL (some systems have " +
  "them in a package called postgresql-contrib). Make the user of DATABASE_URL the database's owner, " +
  "or let an admin run CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent; there, and start again. " +
  "This step changed nothing:";

/** The engine's message is PostgreSQL's, wrapped in where in its own source it was. */
function explain(error: unknown) {
  const message = error instanceof Error ? error.message : String(error);
  const name = /migration_name="([^"]+)"/.exec(message)?.[1];
  const reason = /ERROR: .+/.exec(message)?.[0] ?? message;
  if (/extension "(pg_trgm|unaccent)"/.test(reason)) {
    return new StartFailure(`${withoutExtensions} ${reason}`);
  }
  return new StartFailure(
    `The migration${name ? ` ${name}` : ""} could not be applied, and changed nothing: ${reason}`,
  );
}
