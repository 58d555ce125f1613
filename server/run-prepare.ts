import { fork } from "node:child_process";
import path from "node:path";
import { StartFailure } from "#server/failure.ts";
import type { Prepared } from "#server/prepare.ts";
import { root } from "#server/tool.ts";

type Admin = { email: string; url: string };

/** Runs prepare.ts to its end. It shares our terminal and tells its own steps. */
export async function runPrepare({ embedded }: { embedded: boolean }): Promise<Admin | null> {
  const child = fork(path.join(root, "server/prepare.ts"), embedded ? ["--embedded"] : [], {
    cwd: root,
    execArgv: ["--conditions=react-server", "--disable-warning=ExperimentalWarning"],
    // Out of reach of Ctrl-C: a migration that has begun is finished.
    detached: process.platform !== "win32",
  });
  const outcome = await new Promise<Prepared | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("message", (message) => resolve(message as Prepared));
    child.once("exit", () => resolve(null));
  });
  if (!outcome) throw new StartFailure("The database could not be prepared: the process ended.");
  if (!outcome.ok) throw new StartFailure(outcome.sentence);
  return outcome.admin;
}
