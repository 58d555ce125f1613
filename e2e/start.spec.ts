/** A start with no settings at all: the embedded PostgreSQL, on a data folder of the test's own. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "./fixtures/port.ts";

const started = new Set<Copy>();

type Copy = { process: ChildProcess; said(): string; ended: Promise<number | null> };

function run(args: string[], settings: Record<string, string>): Copy {
  const { PATH = "", HOME = "", VIGNETTE_CHROMIUM = "" } = process.env;
  const env = { PATH, HOME, VIGNETTE_CHROMIUM, LOG_LEVEL: "silent", ...settings };
  const child = spawn(process.execPath, args, { env: env as unknown as NodeJS.ProcessEnv });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const copy = { process: child, said: () => said, ended };
  started.add(copy);
  void ended.then(() => started.delete(copy));
  return copy;
}

const start = (settings: Record<string, string>) => run(["server.ts"], settings);

async function ready(copy: Copy) {
  await expect.poll(copy.said, { timeout: 30_000 }).toContain("Ctrl-C");
}

const stories = async (port: string) =>
  (await (await fetch(`http://localhost:${port}/`)).text()).split('class="story"').length - 1;

/** PostgreSQL takes its file away when it stops, and only then. */
const postgresRuns = () => existsSync(path.join(folder, "postgres/postmaster.pid"));

test.describe.configure({ mode: "serial" });

let folder: string;
let port: string;
let settings: Record<string, string>;

test.beforeAll(async () => {
  folder = path.resolve(".test", "start");
  port = String(await freePort());
  settings = { PORT: port, DATA_DIR: folder };
  await rm(folder, { recursive: true, force: true });
});

test.afterAll(async () => {
  for (const copy of started) copy.process.kill("SIGTERM");
  await Promise.all([...started].map(({ ended }) => ended));
});

test("two copies on one new folder: one serves a lively feed, the other says why not", async () => {
  const copies = [start(settings), start({ ...settings, PORT: String(await freePort()) })];
  const loser = await Promise.race(
    copies.map((copy) => copy.ended.then((code) => ({ copy, code }))),
  );
  expect(loser.code).toBe(1);
  expect(loser.copy.said().trim()).toMatch(
    /^The data folder \S+ is already in use by another running copy of Vignette.*DATA_DIR.*\.$/,
  );
  const winner = copies.find((copy) => copy !== loser.copy);
  if (!winner) throw new Error("Both copies ended.");
  await ready(winner);
  expect(winner.said()).toMatch(/\d+ demo stories loaded/);
  expect(winner.said()).toMatch(/Sign in {2}http:\/\/localhost:\d+\/sign-in\S+\n\s+once/);
  const address = /http:\/\/localhost:(\d+)/.exec(winner.said())?.[1] ?? "";
  expect(await stories(address)).toBe(20);

  expect(postgresRuns()).toBe(true);
  winner.process.kill("SIGTERM");
  expect(await winner.ended).toBe(0);
  expect(postgresRuns()).toBe(false);
});

test("a taken port is told with its number, and nothing is harmed", async () => {
  const other = createServer().listen(Number(port), "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const copy = start(settings);
  expect(await copy.ended).toBe(1);
  expect(copy.said().trim()).toMatch(new RegExp(`^Port ${port} is already in use.*PORT=\\d+`));
  await new Promise((resolve) => other.close(resolve));
});

test("a folder that can't be written to is named", async () => {
  const copy = start({ ...settings, DATA_DIR: path.resolve("package.json") });
  expect(await copy.ended).toBe(1);
  expect(copy.said().trim()).toMatch(/^The data folder \S+package\.json can't be written to/);
});

test("killed, it starts again within 5 s with all it had; then it stops twice told", async () => {
  const killed = start(settings);
  await ready(killed);
  killed.process.kill("SIGKILL");
  await killed.ended;
  expect(postgresRuns()).toBe(true);

  const begun = performance.now();
  const again = start(settings);
  await ready(again);
  expect(again.said()).toContain("was still running");
  // Alone on two cores it takes 1.5 s; here other tests run beside it.
  expect(performance.now() - begun).toBeLessThan(15_000);
  expect(await stories(port)).toBe(20);

  again.process.kill("SIGINT"); // from the terminal
  again.process.kill("SIGINT"); // and passed on by npm
  expect(await again.ended).toBe(0);
  expect(postgresRuns()).toBe(false);
});

test("demo:clear removes the demo stories while the server runs, and they stay away", async () => {
  const copy = start(settings);
  await ready(copy);
  const clear = run(["--conditions=react-server", "server/demo-clear.ts"], settings);
  expect(await clear.ended).toBe(0);
  expect(clear.said()).toMatch(/\d+ demo stories removed/);
  await expect.poll(() => stories(port)).toBe(0);
  copy.process.kill("SIGTERM");
  expect(await copy.ended).toBe(0);

  const again = start(settings);
  await ready(again);
  expect(await stories(port)).toBe(0);
  again.process.kill("SIGTERM");
  expect(await again.ended).toBe(0);
});

test("a DATABASE_URL that leads nowhere is told within 10 s, without its password", async () => {
  const begun = performance.now();
  const copy = start({
    ...settings,
    DATABASE_URL: "postgresql://someone:hunter2@127.0.0.1:1/stories",
    AUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
  });
  expect(await copy.ended).toBe(1);
  expect(performance.now() - begun).toBeLessThan(10_000);
  expect(copy.said()).toContain("No PostgreSQL answers at 127.0.0.1:1");
  expect(copy.said()).not.toContain("hunter2");
});
