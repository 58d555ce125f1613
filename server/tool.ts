/** Runs a tool that comes with the install (Prisma, Next); what it says is shown when it fails. */
import { spawn } from "node:child_process";
import path from "node:path";
import { StartFailure } from "#server/failure.ts";

export const root = path.join(import.meta.dirname, "..");

type Run = {
  /** Its script, under node_modules. */
  script: string;
  args: string[];
  env?: Record<string, string>;
  signal?: AbortSignal;
  /** What to tell the person when it fails. */
  failure: string;
};

export async function runTool({ script, args, env, signal, failure }: Run): Promise<void> {
  const said: Buffer[] = [];
  const tool = spawn(process.execPath, [path.join(root, "node_modules", script), ...args], {
    cwd: root,
    env: { ...process.env, ...quiet, ...env } as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
    // Not in the terminal's group: whether Ctrl-C ends it is for us to say.
    detached: process.platform !== "win32",
  });
  const end = () => kill(tool.pid);
  signal?.addEventListener("abort", end, { once: true });
  tool.stdout.on("data", (chunk: Buffer) => said.push(chunk));
  tool.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    tool.once("error", reject).once("close", resolve);
  });
  signal?.removeEventListener("abort", end);
  signal?.throwIfAborted();
  if (code === 0) return;
  process.stdout.write(`\n${Buffer.concat(said).toString()}`);
  throw new StartFailure(failure);
}

const quiet = {
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

/** The tool and the workers it started. */
function kill(pid: number | undefined) {
  if (!pid) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGTERM");
  } catch {
    // It has just ended by itself.
  }
}
