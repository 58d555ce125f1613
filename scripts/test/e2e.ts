/**
 * The real server on a database of its own, and Playwright against it. `npm run e2e -- log` runs the
 * files whose names have "log" in them.
 */
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createTestDatabase } from "#lib/testing/template.ts";
import { freePort } from "#server/embedded-postgres.ts";
import { readPlaywright } from "./tally.ts";
import { endGroup, runTool, spawnNode, testFolder } from "./tool.ts";

type Options = { adminUrl: string; browser: string; signal: AbortSignal };

export async function runE2e({ adminUrl, browser, signal }: Options) {
  const port = await freePort();
  const env = {
    PORT: String(port),
    HOST: "127.0.0.1",
    SITE_URL: `http://localhost:${port}`,
    DATABASE_URL: await createTestDatabase(adminUrl, "vignette_e2e"),
    AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
    ADMIN_EMAIL: "admin@example.org",
    DATA_DIR: path.join(testFolder, "data"),
    // So that each test can choose the address that it comes from.
    TRUSTED_PROXIES: "127.0.0.1",
    SUBMISSIONS_PER_HOUR: "6",
    API_REQUESTS_PER_HOUR: "200",
    // Long enough to press Undo, short enough to wait for mail.
    UNDO_SECONDS: "6",
    ...(browser ? { VIGNETTE_CHROMIUM: browser } : {}),
  };
  const server = await startServer(env, signal);
  const report = path.join(testFolder, "e2e.json");
  try {
    const { code, output } = await runTool({
      script: "@playwright/test/cli.js",
      args: ["test", "--reporter=dot,json", ...process.argv.slice(3)],
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      signal,
    });
    return { tally: await readPlaywright(report, code), output };
  } finally {
    await server.stop();
  }
}

async function startServer(env: Record<string, string>, signal: AbortSignal) {
  const logFile = path.join(testFolder, "server.log");
  const log = createWriteStream(logFile);
  const child = spawnNode(["server.ts"], env);
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    endGroup(child);
    await ended;
  };
  try {
    await untilReady(`http://127.0.0.1:${env.PORT}/api/health/ready`, () => {
      signal.throwIfAborted();
      return child.exitCode === null;
    });
  } catch (error) {
    await stop();
    console.log(await readFile(logFile, "utf8"));
    throw error;
  }
  return { stop };
}

async function untilReady(url: string, goesOn: () => boolean) {
  const deadline = Date.now() + 60_000;
  while (goesOn() && Date.now() < deadline) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error("The server did not start. What it said is above.");
}
