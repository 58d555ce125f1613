import "server-only";
import { database } from "#lib/db.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { sweeps } from "#lib/jobs/tasks.ts";

/** What is also done every night, once now: a server that only runs by day must erase too. */
export async function enqueueSweeps(): Promise<void> {
  await database().prisma.$transaction(async (tx) => {
    for (const name of sweeps) await enqueue(tx, name, {}, { key: name, maxAttempts: 3 });
  });
}

/** Removes jobs that were tried as often as they may be. Answers how many. */
export async function deleteFailedJobs(): Promise<number> {
  const removed = await database().prisma.$queryRaw<unknown[]>`
    SELECT "id"::text FROM graphile_worker.complete_jobs(ARRAY(
      SELECT "id" FROM graphile_worker.jobs
      WHERE "attempts" >= "max_attempts" AND "locked_at" IS NULL))`;
  return removed.length;
}
