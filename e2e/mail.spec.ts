/** Mail to storytellers, how they stop it, and that killing what sends it loses none. */
import { type ChildProcess, fork, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Page, test as plainTest } from "@playwright/test";
import { check } from "./fixtures/axe.ts";
import { createDatabase, query } from "./fixtures/database.ts";
import { mailsTo } from "./fixtures/mail.ts";
import { freePort } from "./fixtures/port.ts";
import { type Delivery, type MailServer, startMailServer } from "./fixtures/smtp.ts";
import { decideOn, openAtDesk, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

const newEmail = () => `teller-${randomBytes(6).toString("hex")}@example.org`;

async function shareWithEmail(page: Page, words: string, email: string): Promise<string> {
  await page.goto("/share");
  await page.getByLabel("Your story", { exact: true }).fill(words);
  await page.getByLabel("Your e-mail address, if you like").fill(email);
  await page.getByRole("checkbox", { name: /may appear on this site/ }).check();
  await page.getByRole("button", { name: "Share your story" }).click();
  await expect(page).toHaveURL(/\/my\/[\w-]{32}$/);
  return page.url();
}

/** The latest mail, once there are so many. */
async function mailTo(email: string, count: number): Promise<string> {
  await expect.poll(async () => (await mailsTo(email)).length, { timeout: 25_000 }).toBe(count);
  return (await mailsTo(email)).at(-1) ?? "";
}

const stopPage = (mail: string) => /https?:\/\/\S*\/stop-mail\/\S+/.exec(linesOf(mail))?.[0] ?? "";

/** Its text part, which comes first and as it is. */
const linesOf = (mail: string) =>
  mail
    .split(/^Content-Type: text\/html/m)[0]
    ?.split("\r\n\r\n")
    .slice(1)
    .join("\n") ?? "";

const contacts = (email: string) => query('SELECT FROM "Contact" WHERE email = $1', [email]);

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a storyteller is told by mail what happens, until they stop it", async ({
      page,
      moderator,
    }) => {
      const [words, email] = [someWords(), newEmail()];
      const own = await shareWithEmail(page, words, email);
      const receipt = await mailTo(email, 1);
      expect(linesOf(receipt).split(/\r?\n/)).toContain(own);

      await openAtDesk(moderator, words);
      await decideOn(moderator, "Approve");
      const decided = await mailTo(email, 2);
      expect(decided).toContain("has read your story and published it");
      for (const mail of [receipt, decided]) {
        expect(mail).not.toContain(words);
        expect(mail).toContain("Auto-Submitted: auto-generated");
        expect(mail).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
      }

      await page.goto(stopPage(decided));
      expect(await contacts(email)).toHaveLength(1); // opening it changes nothing
      await page.getByRole("button", { name: "Stop mail and erase my address" }).click();
      await expect(
        page.getByRole("heading", { name: "No more mail about your story" }),
      ).toBeVisible();
      expect(await contacts(email)).toEqual([]);

      await openAtDesk(moderator, words);
      await decideOn(moderator, "Take down", "Someone in it asked us to");
      await page.goto(own);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("taken down");
      // Mail leaves in the order in which it was caused.
      const later = newEmail();
      await shareWithEmail(page, someWords(), later);
      await mailTo(later, 1);
      expect(await mailsTo(email)).toHaveLength(2);
    });

    test("a lost link comes by mail; whether there was one shows nowhere else", async ({
      page,
    }) => {
      const email = newEmail();
      const own = await shareWithEmail(page, someWords(), email);
      await mailTo(email, 1);
      const answers = [];
      for (const asked of [email, newEmail()]) {
        await page.goto("/my/lost-link");
        await page.getByLabel("Your e-mail address").fill(asked);
        await page.getByRole("button", { name: "Send me my links" }).click();
        await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
        answers.push(`${page.url()} ${await page.getByRole("main").innerText()}`);
      }
      expect(answers[0]).toBe(answers[1]);
      expect(linesOf(await mailTo(email, 2)).split(/\r?\n/)).toContain(own);
    });

    test("an address that is none is said so beside the field, and kept", async ({ page }) => {
      await page.goto("/my/lost-link");
      await page.getByLabel("Your e-mail address").fill("ottoline");
      await page.getByRole("button", { name: "Send me my links" }).click();
      await expect(page.getByText("Please type an e-mail address").first()).toBeVisible();
      await expect(page.getByLabel("Your e-mail address")).toHaveValue("ottoline");
    });
  });
}

test("a mail program stops mail with one POST, without cookie or origin", async ({
  page,
  playwright,
}) => {
  const email = newEmail();
  await shareWithEmail(page, someWords(), email);
  const receipt = await mailTo(email, 1);
  const oneClick =
    /^List-Unsubscribe: <(\S+)>/m.exec(receipt.replace(/\r\n[ \t]+/g, " "))?.[1] ?? "";
  const program = await playwright.request.newContext();
  try {
    const post = (url: string) => program.post(url, { form: { "List-Unsubscribe": "One-Click" } });
    const forged = oneClick.slice(0, -1) + (oneClick.endsWith("A") ? "B" : "A");
    expect((await post(forged)).status()).toBe(404);
    const opened = await program.get(oneClick, { maxRedirects: 0 });
    expect([opened.status(), opened.headers().location]).toEqual([
      303,
      new URL(stopPage(receipt)).pathname,
    ]);
    expect(await contacts(email)).toHaveLength(1);
    expect((await post(oneClick)).status()).toBe(200);
    expect((await post(oneClick)).status()).toBe(200);
    expect(await contacts(email)).toEqual([]);

    // A wrong token is a page that does not exist.
    const [wrong, unknown] = await Promise.all([
      program.get(stopPage(receipt).replace(/.$/, (last) => (last === "A" ? "B" : "A"))),
      program.get("/no-such-page"),
    ]);
    expect(wrong.status()).toBe(404);
    expect(await wrong.text()).toBe(await unknown.text());
  } finally {
    await program.dispose();
  }
});

test("the pages about mail can be used by everyone, also on a telephone", async ({ page }) => {
  const email = newEmail();
  await shareWithEmail(page, someWords(), email);
  const stop = stopPage(await mailTo(email, 1));
  for (const where of ["/my/lost-link", "/my/lost-link?sent=yes", stop]) {
    await page.goto(where);
    await check(page, where.replace(/[\w-]{36}/, "…"));
  }
  await page.getByRole("button", { name: "Stop mail and erase my address" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("No more mail");
  await check(page, "stopped");
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
    env: { ...process.env, DATABASE_URL: databaseUrl, UNDO_SECONDS: "0" },
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

const kills = ["worker", "server", "worker", "both", "worker"] as const;

/** What someone sees of a mail; the rest differs from one sending to the next. */
function seen({ raw }: Delivery): string {
  return raw
    .replace(/^(Date|Content-Type): .*(\r\n[ \t].*)*/gim, "")
    .replace(/^--.*Part_\d.*$/gm, "");
}

plainTest(
  "worker and server are killed during 100 decisions: each is told by one mail",
  async () => {
    plainTest.setTimeout(240_000);
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
      UNDO_SECONDS: "0",
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
      const expected = Array.from(
        { length: TO_DECIDE },
        (_, index) => `teller-${index}@example.org`,
      );
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
      plainTest
        .info()
        .annotations.push({ type: "deliveries", description: String(deliveries.length) });
    } finally {
      await copy.killServer();
      await mailServer.close();
    }
  },
);
