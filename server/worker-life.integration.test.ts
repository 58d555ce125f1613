import { afterEach, expect, test } from "vitest";
import { database } from "#lib/db.ts";
import { requiredSetting } from "#lib/env.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { type Life, beginLife } from "#server/worker-life.ts";

const lives: Life[] = [];
let taken: number[] = [];

afterEach(async () => {
  await Promise.all(lives.splice(0).map((life) => life.end()));
  await database().prisma.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  taken = [];
});

async function live(): Promise<Life> {
  const life = await beginLife(requiredSetting("DATABASE_URL"), (count) => taken.push(count));
  lives.push(life);
  return life;
}

/** A mail that a worker of this name has begun. */
async function beginMail(name: string) {
  const { prisma } = database();
  await enqueue(prisma, "story-mail", { kind: "received", storyId: "s" }, { key: name });
  await prisma.$executeRaw`
    UPDATE graphile_worker._private_jobs SET "locked_by" = ${name}, "locked_at" = now()
    WHERE "key" = ${name}`;
}

async function holder(name: string): Promise<string | null | undefined> {
  const rows = await database().prisma.$queryRaw<{ by: string | null }[]>`
    SELECT "locked_by" AS by FROM graphile_worker.jobs WHERE "key" = ${name}`;
  return rows[0]?.by;
}

test("the jobs of a worker that is no more are taken back", async () => {
  await beginMail("dead");
  await (await live()).hold("new");
  expect(await holder("dead")).toBeNull();
  expect(taken).toEqual([1]);
});

test("those of a living one stay with it until its session ends", async () => {
  const first = await live();
  await first.hold("first");
  await beginMail("first");
  const second = await live();
  await second.hold("second");
  expect(await holder("first")).toBe("first");

  lives.splice(lives.indexOf(first), 1);
  await first.end();
  await expect.poll(() => holder("first"), { timeout: 10_000 }).toBeNull();
  expect(taken).toEqual([1]);
});

test("its own are not taken from itself", async () => {
  const life = await live();
  await life.hold("own");
  await beginMail("own");
  await life.hold("own too"); // looks again
  expect(await holder("own")).toBe("own");
});

test("of two who look at once, one takes them", async () => {
  await beginMail("dead");
  const [one, two] = await Promise.all([live(), live()]);
  await Promise.all([one.hold("one"), two.hold("two")]);
  expect(await holder("dead")).toBeNull();
  expect(taken).toEqual([1]);
});

test("a worker learns that PostgreSQL has given it up", async () => {
  const life = await live();
  await life.hold("given up");
  await database().prisma.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = ${`vignette worker ${process.pid}`}`;
  await life.lost;
});
