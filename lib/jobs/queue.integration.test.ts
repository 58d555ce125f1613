import { expect, test } from "vitest";
import { database } from "#lib/db.ts";
import { deleteFailedJobs } from "#lib/jobs/commands.ts";
import { enqueue } from "#lib/jobs/queue.ts";

type Job = {
  task_identifier: string;
  max_attempts: number;
  run_at: Date;
  payload: unknown;
};

function jobs(key: string): Promise<Job[]> {
  return database().prisma.$queryRaw<Job[]>`
    SELECT j.task_identifier, j.max_attempts, j.run_at, p.payload
    FROM graphile_worker.jobs j JOIN graphile_worker._private_jobs p USING ("id")
    WHERE j."key" = ${key}`;
}

const received = (storyId: string) => ({ kind: "received", storyId }) as const;

test("a job is there when its transaction is", async () => {
  await database().prisma.$transaction((tx) =>
    enqueue(tx, "story-mail", received("s1"), { key: "committed" }),
  );
  expect(await jobs("committed")).toMatchObject([
    { task_identifier: "story-mail", payload: received("s1") },
  ]);
});

test("a transaction that fails leaves no job", async () => {
  const failing = database().prisma.$transaction(async (tx) => {
    await enqueue(tx, "story-mail", received("s2"), { key: "rolled back" });
    throw new Error("something else went wrong");
  });
  await expect(failing).rejects.toThrow("something else");
  expect(await jobs("rolled back")).toEqual([]);
});

test("with the same key it is one job, as it was asked for last", async () => {
  const runAt = new Date("2031-01-01T00:00:00Z");
  for (const storyId of ["s3", "s4"]) {
    await enqueue(database().prisma, "story-mail", received(storyId), { key: "twice", runAt });
  }
  expect(await jobs("twice")).toMatchObject([{ payload: received("s4"), run_at: runAt }]);
});

test("what does not fit the task is refused, and so never waits for it", async () => {
  const wrong = enqueue(database().prisma, "story-mail", { kind: "received" } as never, {
    key: "wrong",
  });
  await expect(wrong).rejects.toThrow();
  expect(await jobs("wrong")).toEqual([]);
});

test("tries span three days", async () => {
  await enqueue(database().prisma, "story-mail", received("s5"), { key: "tries" });
  const [job] = await jobs("tries");
  // graphile-worker: e^n seconds after the nth failure, n up to 10.
  let hours = 0;
  for (let failed = 1; failed < (job?.max_attempts ?? 0); failed += 1) {
    hours += Math.exp(Math.min(failed, 10)) / 3600;
  }
  expect(hours).toBeGreaterThan(68);
  expect(hours).toBeLessThan(74);
});

test("jobs that failed for good are removed, those that may still succeed are not", async () => {
  for (const key of ["failed", "will be tried", "being tried"]) {
    await enqueue(database().prisma, "sweep-contacts", {}, { key });
  }
  await database().prisma.$executeRaw`
    UPDATE graphile_worker._private_jobs SET
      "attempts" = CASE "key" WHEN 'will be tried' THEN "max_attempts" - 1 ELSE "max_attempts" END,
      "locked_at" = CASE "key" WHEN 'being tried' THEN now() END
    WHERE "key" IN ('failed', 'will be tried', 'being tried')`;
  expect(await deleteFailedJobs()).toBe(1);
  expect(await jobs("failed")).toEqual([]);
  expect(await jobs("will be tried")).toHaveLength(1);
  expect(await jobs("being tried")).toHaveLength(1);
});
