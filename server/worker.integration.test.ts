/** The worker as a process of its own, with a mail server that it can be killed at. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type MailServer, startMailServer } from "#e2e/fixtures/smtp.ts";
import { database } from "#lib/db.ts";
import { mailStoryteller } from "#lib/notifications/story-mail.ts";
import { createMailedStory, openMailedCall } from "#lib/testing/mailed-stories.ts";
import { type WorkerProcess, startWorker } from "#server/worker-process.ts";

let mailServer: MailServer;
let worker: WorkerProcess;
let callSlug: string;
let beforeYes: () => Promise<void> | void;

beforeAll(async () => {
  ({ callSlug } = await openMailedCall());
  mailServer = await startMailServer({ beforeYes: () => beforeYes() });
  vi.stubEnv("SMTP_URL", mailServer.url);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await mailServer.close();
});

beforeEach(() => {
  mailServer.deliveries.length = 0;
  beforeYes = () => undefined;
  worker = startWorker();
});

afterEach(() => worker.stop());

/** Stories with an address each, whose storytellers are told that they arrived. */
async function receive(count: number): Promise<string[]> {
  const recipients = Array.from({ length: count }, (_, index) => `${index}@example.org`);
  for (const email of recipients) {
    const { id } = await createMailedStory({ callSlug, email });
    await mailStoryteller(database().prisma, id, { kind: "received" });
  }
  return recipients;
}

const recipients = () => mailServer.deliveries.map(({ to }) => to).sort();

async function mailsWaiting(): Promise<number> {
  const jobs = await database().prisma.$queryRaw<unknown[]>`
    SELECT FROM graphile_worker.jobs WHERE task_identifier = 'story-mail'`;
  return jobs.length;
}

async function workerPid(): Promise<number> {
  const rows = await database().prisma.$queryRaw<{ name: string }[]>`
    SELECT application_name AS name FROM pg_stat_activity
    WHERE datname = current_database() AND application_name ~ '^vignette worker [0-9]+$'`;
  return Number(rows[0]?.name.split(" ").at(-1));
}

/** What the worker does first when it takes nothing more on. */
async function hasStoppedListening(): Promise<boolean> {
  const rows = await database().prisma.$queryRaw<unknown[]>`
    SELECT FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE 'LISTEN "jobs:insert"%'`;
  return rows.length === 0;
}

async function kill() {
  process.kill(await workerPid(), "SIGKILL");
}

test("killed when the mail server has a mail and has not said so, it sends it again, as the same", async () => {
  let killed = false;
  beforeYes = async () => {
    if (killed) return;
    killed = true;
    await kill();
  };
  const expected = await receive(3);
  await expect.poll(mailsWaiting, { timeout: 20_000 }).toBe(0);
  expect([...new Set(recipients())]).toEqual(expected);
  expect(recipients()).toHaveLength(4);
  const ids = new Set(mailServer.deliveries.map(({ messageId }) => messageId));
  expect(ids.size).toBe(3);
});

test("killed while nothing is on its way, it sends everything once", async () => {
  await receive(1);
  await expect.poll(mailsWaiting, { timeout: 20_000 }).toBe(0);
  await kill();
  const expected = await receive(3);
  await expect.poll(mailsWaiting, { timeout: 20_000 }).toBe(0);
  expect(recipients()).toEqual(["0@example.org", ...expected].sort());
});

test("told to stop, it finishes the mail that it is sending", async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  beforeYes = () => {
    begin();
    return released;
  };
  await receive(2);
  await begun;
  const stopped = worker.stop();
  await expect.poll(hasStoppedListening).toBe(true);
  release();
  await stopped;
  expect(mailServer.deliveries).toHaveLength(1);
  expect(await mailsWaiting()).toBe(1);

  worker = startWorker();
  await expect.poll(mailsWaiting, { timeout: 20_000 }).toBe(0);
  expect(recipients()).toEqual(["0@example.org", "1@example.org"]);
});

test("when PostgreSQL hangs up on it, it comes back by itself", async () => {
  await expect.poll(workerPid, { timeout: 20_000 }).toBeGreaterThan(0);
  await database().prisma.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
      AND (application_name LIKE 'vignette worker%' OR query ILIKE 'LISTEN%')`;
  const expected = await receive(2);
  await expect.poll(mailsWaiting, { timeout: 20_000 }).toBe(0);
  expect(recipients()).toEqual(expected);
});

test("a recipient whom the mail server refuses holds nobody else up", async () => {
  mailServer.refuse = (to) => to === "0@example.org";
  const expected = await receive(2);
  await expect.poll(recipients, { timeout: 20_000 }).toEqual([expected[1]]);
  const whatWentWrong = () => database().prisma.$queryRaw`
    SELECT last_error FROM graphile_worker.jobs WHERE task_identifier = 'story-mail'`;
  await expect
    .poll(whatWentWrong, { timeout: 20_000 })
    .toEqual([{ last_error: "Mail could not be sent (EENVELOPE)." }]);

  // The eighth time is the last.
  await database().prisma.$executeRaw`
    UPDATE graphile_worker._private_jobs SET attempts = 7, run_at = now()`;
  await expect.poll(mailsWaiting, { timeout: 20_000 }).toBe(0);
  mailServer.refuse = () => false;
});
