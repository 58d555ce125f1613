import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";

export const root = path.join(import.meta.dirname, "..", "..");
export const testFolder = path.join(root, ".test");

type Run = { script: string; args?: string[]; env?: Record<string, string>; signal: AbortSignal };

/** Runs a tool that comes with the install to its end; keeps what it said. */
export async function runTool({ script, args = [], env, signal }: Run) {
  const said: Buffer[] = [];
  const tool = spawnNode([path.join("node_modules", script), ...args], env);
  const end = () => endGroup(tool);
  signal.addEventListener("abort", end, { once: true });
  tool.stdout?.on("data", (chunk: Buffer) => said.push(chunk));
  tool.stderr?.on("data", (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    tool.once("error", reject).once("close", resolve);
  });
  signal.removeEventListener("abort", end);
  endGroup(tool); // what it started and left behind, as a failed test may
  signal.throwIfAborted();
  return { code, output: Buffer.concat(said).toString() };
}

/** In a group of its own, so that it and what it started can be ended together. */
export function spawnNode(args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
}

export function endGroup({ pid }: ChildProcess) {
  if (!pid) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGTERM");
  } catch {
    // Nothing of it is left.
  }
}
