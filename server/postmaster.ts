/** Whose PostgreSQL a data folder's postmaster.pid speaks of, and whether it still lives. */
import { readFile, readlink, realpath, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { errorCode } from "#server/failure.ts";

export type Postmaster = { pid: number; port: number };

/**
 * The PostgreSQL that runs on this cluster, started by a copy of ours that was killed. To be called
 * by the holder of the data folder only: it removes a postmaster.pid that is surely stale, which
 * PostgreSQL itself does not dare once the pid belongs to another program of the same user.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const file = path.join(cluster, "postmaster.pid");
  const postmaster = await readPostmaster(cluster);
  if (!postmaster || !isAlive(postmaster.pid)) return null;
  if (await isStale(cluster, postmaster)) {
    await rm(file, { force: true });
    return null;
  }
  return postmaster;
}

type Told = Postmaster & { startedAt: number };

/** What postmaster.pid says, true or not. */
export async function readPostmaster(cluster: string): Promise<Told | null> {
  const text = await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const [pid, , startedAt, port] = text.split("\n").map((line) => Number(line.trim()));
  return pid ? { pid, port: port ?? 0, startedAt: startedAt ?? 0 } : null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/** Only when there is proof: in doubt it is PostgreSQL. */
async function isStale(cluster: string, { pid, startedAt }: Told): Promise<boolean> {
  const bootedAt = Date.now() / 1_000 - os.uptime();
  if (startedAt && startedAt < bootedAt - 60) return true;
  if (process.platform !== "linux") return false;
  try {
    // PostgreSQL works in its data folder and never leaves it.
    const [folder, here] = await Promise.all([readlink(`/proc/${pid}/cwd`), realpath(cluster)]);
    return folder !== here;
  } catch (error) {
    // A process that has ended and waits to be noticed works nowhere any more.
    return errorCode(error) === "ENOENT";
  }
}
