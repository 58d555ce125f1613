/**
 * Does what was left to be done in the background (lib/jobs): a process of its own, which
 * worker-process.ts starts and starts again. It ends with its parent, and whenever PostgreSQL may
 * think that it is dead; what it was at is then done by the next one.
 */
import { setTimeout as wait } from "node:timers/promises";
import { type Runner, run } from "graphile-worker";
import { requiredSetting } from "#lib/env.ts";
import { enqueueSweeps } from "#lib/jobs/commands.ts";
import { sweeps } from "#lib/jobs/tasks.ts";
import { log, withoutWords } from "#lib/log.ts";
import { type Life, beginLife } from "#server/worker-life.ts";
import { workerLogger } from "#server/worker-log.ts";
import { taskList } from "#server/worker-tasks.ts";

/** How long the mail that is being sent may take once we are to stop. */
const GRACE_MS = 10_000;
/** And when PostgreSQL is gone: to be told that what is done is done it must come back at once. */
const LOST_GRACE_MS = 3_000;

let runner: Runner | undefined;
let ending = false;

/** Takes nothing more on, finishes what is begun, and ends. */
function end(code: number, grace = GRACE_MS): void {
  if (ending) return;
  ending = true;
  const finished = runner?.stop().catch(() => undefined);
  void Promise.race([finished, wait(grace)]).then(() => process.exit(code));
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

async function work(life: Life): Promise<void> {
  await enqueueSweeps();
  runner = await run({
    connectionString: requiredSetting("DATABASE_URL"),
    maxPoolSize: 4,
    // One for mail, which goes one at a time (lib/jobs/queue.ts), one for what should not wait for it.
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: workerLogger,
    taskList,
    // At night in UTC; a sweep that failed is tried again the next day.
    crontab: sweeps.map((name) => `17 3 * * * ${name} ?max=3&jobKey=${name}`).join("\n"),
    preset: {
      plugins: [
        {
          name: "ProofOfLife",
          worker: {
            hooks: {
              // Before it takes its first job.
              startWorker: (_context, { worker }) => life.hold(worker.workerPool.id).catch(fail),
            },
          },
        },
      ],
    },
  });
  void life.lost.then(() => end(1, LOST_GRACE_MS));
  await runner.promise;
}

process.on("disconnect", () => end(0));
process.on("SIGTERM", () => end(0));
process.on("SIGHUP", () => undefined);
process.on("uncaughtException", fail);
process.on("unhandledRejection", fail);
if (!process.connected) process.exit(0);

work(await live()).then(() => end(1), fail);
