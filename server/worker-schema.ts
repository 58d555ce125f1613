/** The tables of the job queue: graphile-worker's, in a schema of their own, brought up to date by it. */
import { readdir } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { errorCode, StartFailure } from "#server/failure.ts";
import { root } from "#server/tool.ts";

/** Its migrations are numbered files; the last number is the version of the tables it works with. */
export async function queueVersion(): Promise<number> {
  const files = await readdir(path.join(root, "node_modules/graphile-worker/sql"));
  const numbers = files.map((name) => Number.parseInt(name, 10));
  return Math.max(...numbers.filter(Number.isInteger));
}

/** To be called by one process at a time. Loads graphile-worker only when there is something to do. */
export async function migrateQueue(pool: pg.Pool): Promise<void> {
  const [wanted, found] = await Promise.all([queueVersion(), versionIn(pool)]);
  if (found === wanted) return;
  if (found > wanted) {
    throw new StartFailure(
      "The database has a job queue that this version does not know. It belongs to a newer " +
        "Vignette or to another program: update Vignette, or give it a database of its own.",
    );
  }
  try {
    const { Logger, runMigrations } = await import("graphile-worker");
    const logger = new Logger(() => () => undefined);
    await runMigrations({ pgPool: pool, logger });
  } catch (error) {
    throw explain(error);
  }
}

async function versionIn(pool: pg.Pool): Promise<number> {
  const table = await pool.query<{ there: boolean }>(
    "SELECT to_regclass('graphile_worker.migrations') IS NOT NULL AS there",
  );
  if (!table.rows[0]?.there) return 0;
  const { rows } = await pool.query<{ version: number }>(
    "SELECT coalesce(max(id), 0) AS version FROM graphile_worker.migrations",
  );
  return rows[0]?.version ?? 0;
}

function explain(error: unknown): StartFailure {
  if (errorCode(error) === "42501") {
    return new StartFailure(
      "The user of DATABASE_URL may not make the schema graphile_worker, where jobs are kept. " +
        "Make that user the database's owner.",
    );
  }
  const said = error instanceof Error ? error.message : String(error);
  return new StartFailure(`The job queue could not be brought up to date: ${said}`);
}
