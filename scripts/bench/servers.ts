/** The servers that are measured, each a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, openSync } from "node:fs";
import path from "node:path";
import { freePort } from "#server/embedded-postgres.ts";
import { root } from "#server/tool.ts";

const children: ChildProcess[] = [];

/** Ended with the others, whatever happens. */
export function keep(child: ChildProcess): ChildProcess {
  children.push(child);
  return child;
}

/** One for all that is measured: what one process signs, another one reads. */
export const AUTH_SECRET = randomBytes(32).toString("hex");

type Start = {
  script: string;
  args?: string[];
  cwd?: string;
  env: Record<string, string>;
  /** Where what it says goes. */
  log?: string;
};

/** Servers on the first core, what asks them on the second, where the system can say so. */
export function start({ script, args = [], cwd = root, env, log }: Start): ChildProcess {
  const words = [process.execPath, script, ...args];
  const [command = "", ...rest] = existsSync("/usr/bin/taskset")
    ? ["taskset", "-c", "0", ...words]
    : words;
  const out = log ? openSync(log, "a") : "ignore";
  const child = spawn(command, rest, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", out, out],
  });
  return keep(child);
}

/** The site as it is run, on a database. Answers its origin. */
export async function startSite(databaseUrl: string, folder: string): Promise<string> {
  const port = String(await freePort());
  const site = `http://127.0.0.1:${port}`;
  start({
    script: "server.ts",
    env: {
      DATABASE_URL: databaseUrl,
      PORT: port,
      HOST: "127.0.0.1",
      SITE_URL: site,
      AUTH_SECRET,
      DATA_DIR: path.join(folder, `data-${port}`),
      // So that what asks can say where it comes from: limits count by address.
      TRUSTED_PROXIES: "127.0.0.1",
    },
    log: path.join(folder, "server.log"),
  });
  await untilReady(`${site}/api/health/ready`);
  return site;
}

export async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 900; tries++) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not answer within three minutes.`);
}

export async function stopAll(): Promise<void> {
  for (const child of children) child.kill("SIGTERM");
  await Promise.all(
    children.map(async (child) => {
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    }),
  );
}
