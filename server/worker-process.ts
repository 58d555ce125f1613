/** Keeps a worker (worker.ts) running beside the server. */
import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "#server/tool.ts";

/** A worker that dies is started again after this; twice as long each time it dies young. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
const YOUNG_MS = 30_000;
/** worker.ts stops by itself before. */
const STOP_MS = 12_000;

export type WorkerProcess = { stop(): Promise<void> };

export function startWorker(): WorkerProcess {
  const stopping = new AbortController();
  const running = keepRunning(stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function keepRunning(stopping: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!stopping.aborted) {
    const begun = performance.now();
    await runWorker(stopping);
    if (performance.now() - begun > YOUNG_MS) pause = FIRST_PAUSE_MS;
    await wait(pause, undefined, { signal: stopping }).catch(() => undefined);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** Runs one to its end, which `stopping` brings about. */
async function runWorker(stopping: AbortSignal): Promise<void> {
  const worker = forkWorker();
  let deadline: NodeJS.Timeout | undefined;
  const stop = () => {
    if (worker.connected) worker.disconnect();
    deadline = setTimeout(() => worker.kill("SIGKILL"), STOP_MS);
  };
  stopping.addEventListener("abort", stop, { once: true });
  await new Promise<void>((resolve) => {
    worker.once("exit", () => resolve()).once("error", () => resolve());
  });
  stopping.removeEventListener("abort", stop);
  clearTimeout(deadline);
}

function forkWorker(): ChildProcess {
  return fork(path.join(root, "server/worker.ts"), {
    cwd: root,
    execArgv: ["--conditions=react-server", "--disable-warning=ExperimentalWarning"],
    // It does two things at a time; graphile-worker has connections of its own.
    env: { ...process.env, DATABASE_POOL: "2" },
    // Out of reach of Ctrl-C: it finishes the mail that it is sending.
    detached: process.platform !== "win32",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}
