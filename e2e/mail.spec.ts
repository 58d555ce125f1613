/** Mail to storytellers, while what sends it is killed. */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { query } from "./fixtures/database.ts";
import { type Delivery, type MailServer, startMailServer } from "./fixtures/smtp.ts";

/** A database of this test's own, beside the one of the other tests. */
async function createDatabase(): Promise<string> {
  const name = `own_${randomBytes(6).toString("hex")}`;
  await query(`CREATE DATABASE ${name}`);
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.pathname = `/${name}`;
  return url.href;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A server with its worker, both of which can be killed. */
class Copy {
  private server: ChildProcess | undefined;
  private readonly env: NodeJS.ProcessEnv;

  constructor(settings: Record<string, string>) {
    this.env = { ...process.env, ...settings };
  }

  async start() {
    this.server = spawn(process.execPath, ["server.ts"], { env: this.env, stdio: "ignore" });
    const ready = () =>
      fetch(`http://127.0.0.1:${this.env.PORT}/api/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(ready, { timeout: 30_000 }).toBe(true);
  }

  /** Waits for one where it is just being started again. */
  async workerPid(): Promise<number> {
    const find = async () => {
      const rows = await query<{ name: string }>(
        `SELECT application_name AS name FROM pg_stat_activity
         WHERE datname = current_database() AND application_name ~ '^vignette worker [0-9]+$'`,
        [],
        this.env.DATABASE_URL,
      );
      return Number(rows[0]?.name.split(" ").at(-1) ?? 0);
    };
    await expect.poll(find, { timeout: 20_000 }).toBeGreaterThan(0);
    return find();
  }

  async killWorker() {
    process.kill(await this.workerPid(), "SIGKILL");
  }

  async killServer() {
    const { server } = this;
    if (!server || server.exitCode !== null) return;
    const gone = once(server, "exit");
    server.kill("SIGKILL");
    await gone;
  }

  async stop(): Promise<number | null> {
    const { server } = this;
    if (!server) return null;
    const gone = once(server, "exit");
    server.kill("SIGTERM");
    const [code] = (await gone) as [number | null];
    return code;
  }
}

/** Decides on stories beside the server, whatever is killed. */
async function startDeciding(databaseUrl: string) {
  const child = fork("e2e/fixtures/mailed-stories.ts", {
    execArgv: ["--conditions=react-server", "--disable-warning=ExperimentalWarning"],
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: "ignore",
  });
  await once(child, "message");
  return {
    async decide(count: number) {
      child.send(count);
      await once(child, "message");
    },
    stop: () => child.disconnect(),
  };
}

const TO_DECIDE = 100;

const kills = ["worker", "server", "worker", "both", "worker", "worker"] as const;

/** What someone sees of a mail; the rest differs from one sending to the next. */
function seen({ raw }: Delivery): string {
  return raw
    .replace(/^(Date|Content-Type): .*(\r\n[ \t].*)*/gim, "")
    .replace(/^--.*Part_\d.*$/gm, "");
}

test("worker and server are killed during 100 decisions: each is told by one mail", async () => {
  test.setTimeout(120_000);
  const databaseUrl = await createDatabase();
  const mailServer: MailServer = await startMailServer();
  const { deliveries } = mailServer;
  const port = String(await freePort());
  const copy = new Copy({
    PORT: port,
    SITE_URL: `http://localhost:${port}`,
    DATABASE_URL: databaseUrl,
    DATA_DIR: path.join(".test", `mail-${port}`),
    SMTP_URL: mailServer.url,
    LOG_LEVEL: "silent",
  });
  try {
    await copy.start();
    const moderator = await startDeciding(databaseUrl);
    const batch = Math.ceil(TO_DECIDE / (kills.length + 1));
    let decided = 0;
    const decideMore = async () => {
      const count = Math.min(batch, TO_DECIDE - decided);
      decided += count;
      await moderator.decide(count);
    };

    for (const kill of kills) {
      const before = deliveries.length;
      const deciding = decideMore();
      await expect.poll(() => deliveries.length, { timeout: 20_000 }).toBeGreaterThan(before + 2);
      // Somewhere in a mail, which takes a tenth of a second (smtp-server greets that late).
      await wait(Math.random() * 120);
      const worker = await copy.workerPid();
      if (kill !== "server") process.kill(worker, "SIGKILL");
      if (kill !== "worker") await copy.killServer();
      // Whose server is gone ends by itself, after the mail that it is sending.
      await expect.poll(() => alive(worker), { timeout: 15_000 }).toBe(false);
      if (kill !== "worker") await copy.start();
      await deciding;
    }
    await decideMore();
    moderator.stop();

    const waiting = () =>
      query(
        "SELECT FROM graphile_worker.jobs WHERE task_identifier = 'story-mail'",
        [],
        databaseUrl,
      );
    await expect.poll(async () => (await waiting()).length, { timeout: 60_000 }).toBe(0);
    expect(await copy.stop()).toBe(0);

    const told = new Map(deliveries.map((delivery) => [delivery.messageId, delivery]));
    const recipients = [...told.values()].map(({ to }) => to).sort();
    const expected = Array.from({ length: TO_DECIDE }, (_, index) => `teller-${index}@example.org`);
    expect(recipients).toEqual(expected.sort());
    // As far as SMTP allows: killed between the mail server's yes and our record of it, a worker
    // leaves a mail that is sent again, and mail programs know it again by its Message-ID.
    const again = deliveries.filter((delivery) => told.get(delivery.messageId) !== delivery);
    expect(again.length).toBeLessThanOrEqual(kills.length);
    for (const delivery of again) {
      const last = told.get(delivery.messageId);
      expect(last?.to).toBe(delivery.to);
      expect(last && seen(last)).toBe(seen(delivery));
    }
    test.info().annotations.push({ type: "deliveries", description: String(deliveries.length) });
  } finally {
    await copy.killServer();
    await mailServer.close();
  }
});
