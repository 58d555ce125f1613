/**
 * Does what was left to be done in the background (lib/jobs): a process of its own, which
 * worker-process.ts starts and starts again. It ends with its parent, and whenever PostgreSQL may
 * think that it is dead; what it was at is then done by the next one.
 */
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import { type Runner, run } from "graphile-worker";
import pg from "pg";
import { requiredSetting } from "#lib/env.ts";
import { enqueueSweeps } from "#lib/jobs/commands.ts";
import { crontab } from "#lib/jobs/tasks.ts";
import { log, withoutWords } from "#lib/log.ts";
import { type Life, beginLife } from "#server/worker-life.ts";
import { workerLogger } from "#server/worker-log.ts";
import { mailTasks, otherTasks } from "#server/worker-tasks.ts";

/** How long the mail that is being sent may take once we are to stop. */
const GRACE_MS = 10_000;
/** And when PostgreSQL is gone: to be told that what is done is done it must come back at once. */
const LOST_GRACE_MS = 3_000;

const runners: Runner[] = [];
let pool: pg.Pool | undefined;
let ending = false;

/** Takes nothing more on, finishes what is begun, and ends. */
function end(code: number, grace = GRACE_MS): void {
  if (ending) return;
  ending = true;
  void Promise.race([finish(), wait(grace)]).then(() => process.exit(code));
}

async function finish(): Promise<void> {
  await Promise.allSettled(runners.map((runner) => runner.stop()));
  // That a job is done is written without anyone waiting for it (graphile-worker's worker.js), and a
  // pool that ends forgets whoever has not got a connection yet.
  while (pool?.waitingCount) await nextTurn();
  await pool?.end();
}

function fail(error: unknown): void {
  log.error(withoutWords(error), "worker failed");
  process.exit(1);
}

/** Waits for PostgreSQL where it is not there yet, or not again. */
async function live(): Promise<Life> {
  const taken = (workers: number) => log.warn({ workers }, "took over from dead workers");
  for (let tries = 0; ; tries += 1) {
    try {
      return await beginLife(requiredSetting("DATABASE_URL"), taken);
    } catch (error) {
      if (tries === 0) log.warn(withoutWords(error), "worker waits for PostgreSQL");
      await wait(1_000);
    }
  }
}

/**
 * One line for mail, which goes one at a time, so that being killed can repeat no more than one; and
 * one for what should not wait for a slow mail server.
 */
async function work(life: Life): Promise<void> {
  await enqueueSweeps();
  pool = openPool();
  const shared = {
    pgPool: pool,
    concurrency: 1,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: workerLogger,
    preset: { plugins: [proofOfLife(life)] },
  };
  runners.push(
    await run({ ...shared, taskList: mailTasks, parsedCronItems: [] }),
    await run({ ...shared, taskList: otherTasks, crontab }),
  );
  void life.lost.then(() => end(1, LOST_GRACE_MS));
  await Promise.race(runners.map((runner) => runner.promise));
}

/** Each line listens on one connection and works on another. */
function openPool(): pg.Pool {
  const opened = new pg.Pool({ connectionString: requiredSetting("DATABASE_URL"), max: 5 });
  opened.on("error", () => undefined);
  opened.on("connect", (client) => client.on("error", () => undefined));
  return opened;
}

/** Before it takes its first job, under the name that it locks jobs with. */
function proofOfLife(life: Life): GraphileConfig.Plugin {
  return {
    name: "ProofOfLife",
    worker: {
      hooks: {
        startWorker: (_context, { worker }) => life.hold(worker.workerPool.id).catch(fail),
      },
    },
  };
}

process.on("disconnect", () => end(0));
process.on("SIGTERM", () => end(0));
process.on("SIGHUP", () => undefined);
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
if (!process.connected) process.exit(0);

work(await live()).then(() => end(1), fail);
