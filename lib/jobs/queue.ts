import "server-only";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import { type Payload, type TaskName, tasks } from "#lib/jobs/tasks.ts";

/**
 * How often a job is tried. graphile-worker waits e^n seconds after the nth failure, and from the
 * tenth on six hours: 21 tries take 2 days and 23 hours.
 */
const MAX_ATTEMPTS = 21;

type Options = {
  /** While a job with this key waits, another one takes its place: there is never a second. */
  key?: string;
  /** Not before; at once without it. */
  runAt?: Date;
  /** Whether one that waits with the same key keeps its time. */
  keepsTime?: boolean;
  maxAttempts?: number;
};

/**
 * Leaves work for the worker (server/worker.ts), in the transaction that causes it: done if and only
 * if that commits, at least once, however often a process is killed in between.
 */
export async function enqueue<Name extends TaskName>(
  tx: Pick<Prisma.TransactionClient, "$queryRaw">,
  task: Name,
  payload: Payload<Name>,
  { key, runAt, keepsTime = false, maxAttempts = MAX_ATTEMPTS }: Options = {},
): Promise<void> {
  const words = JSON.stringify(tasks[task].parse(payload));
  await tx.$queryRaw`
    SELECT "id"::text FROM graphile_worker.add_job(
      ${task}, ${words}::json,
      run_at := ${runAt?.toISOString() ?? null}::timestamptz,
      max_attempts := ${maxAttempts}::int,
      job_key := ${key ?? null}::text,
      job_key_mode := ${keepsTime ? "preserve_run_at" : "replace"})`;
}

/** Takes work back that has not begun. */
export async function cancel(
  tx: Pick<Prisma.TransactionClient, "$queryRaw">,
  key: string,
): Promise<void> {
  await tx.$queryRaw`SELECT "id"::text FROM graphile_worker.remove_job(${key})`;
}
