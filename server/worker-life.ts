/**
 * How workers know of each other's end, however it came: each holds a lock in PostgreSQL, named after
 * it, in a session that does nothing else. The lock goes with the session, the session with the
 * process; whoever can get the lock of another worker takes its jobs back into the queue.
 */
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

/** Keeps our locks apart from other advisory locks; any number will do. */
const LOCKS = 7_261_282;
const BEAT_MS = 2_000;
const PATIENCE_MS = 5_000;
/** PostgreSQL ends a session without a beat: of a machine that vanished, or a process that hangs. */
const SILENCE = "15s";

export type Life = {
  /** Holds on for the worker that locks jobs under this name. */
  hold(name: string): Promise<void>;
  /** Resolves when PostgreSQL no longer knows that we live. */
  lost: Promise<void>;
  end(): Promise<void>;
};

/** `onTaken` is told how many workers were found dead and their jobs taken back. */
export async function beginLife(
  connectionString: string,
  onTaken: (workers: number) => void = () => undefined,
): Promise<Life> {
  const client = new pg.Client({
    connectionString,
    // For whoever looks into pg_stat_activity.
    application_name: `vignette worker ${process.pid}`,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    keepAlive: true,
  });
  const ended = new Promise<void>((resolve) => client.once("end", resolve));
  client.on("error", () => undefined);
  await client.connect();
  await client.query("SELECT set_config('idle_session_timeout', $1, false)", [SILENCE]);

  const names = new Set<string>();
  let ending = false;

  // One after the other: each is a transaction on the one connection.
  let turn: Promise<unknown> = Promise.resolve();
  function takeOver(): Promise<void> {
    const mine = turn.then(async () => {
      const dead = await takeJobsBack(client, [...names]);
      if (dead) onTaken(dead);
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function beat() {
    while (!ending) {
      await wait(BEAT_MS, undefined, { ref: false });
      if (!ending) await takeOver();
    }
  }

  return {
    async hold(name) {
      await client.query("SELECT pg_advisory_lock($1, hashtext($2))", [LOCKS, name]);
      names.add(name);
      await takeOver();
    },
    lost: Promise.race([ended, beat().catch(() => undefined)]),
    async end() {
      ending = true;
      await client.end();
    },
  };
}

/** Takes jobs from all who don't live, and answers how many these were. `own` need not be asked. */
async function takeJobsBack(client: pg.Client, own: string[]): Promise<number> {
  await client.query("BEGIN");
  try {
    // An own lock can be got again, so it would look as if its holder were dead.
    const { rows } = await client.query<{ name: string }>(
      `WITH holder AS MATERIALIZED (
         SELECT DISTINCT locked_by AS name FROM graphile_worker.jobs
         WHERE locked_by IS NOT NULL AND locked_by <> ALL ($1)
       )
       SELECT name FROM holder WHERE pg_try_advisory_xact_lock($2, hashtext(name))`,
      [own, LOCKS],
    );
    // Asked again, now that their locks are ours: another worker may have been first.
    const { rowCount } = await client.query(
      `WITH dead AS MATERIALIZED (
         SELECT DISTINCT locked_by AS name FROM graphile_worker.jobs WHERE locked_by = ANY ($1)
       )
       SELECT graphile_worker.force_unlock_workers(ARRAY[name]) FROM dead`,
      [rows.map(({ name }) => name)],
    );
    return rowCount ?? 0;
  } finally {
    await client.query("COMMIT");
  }
}
