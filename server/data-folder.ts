/** The folder that keeps everything on the embedded default: DATA_DIR, `.data` unless set. */
import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { errorCode, StartFailure } from "#server/failure.ts";
import { type FolderLock, takeLock } from "#server/folder-lock.ts";
import { isAlive } from "#server/postmaster.ts";

const why: Record<string, string> = {
  EACCES: "your user may not write there",
  EPERM: "your user may not write there",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "your share of the disk is used up",
  ENOTDIR: "a part of that path is a file",
  EEXIST: "there is a file of that name",
  ENOENT: "the folder above it takes no new ones",
};

/** Makes the folder and tries to write to it, before anything depends on it. */
export async function openDataFolder(folder: string): Promise<void> {
  const probe = path.join(folder, `.probe-${process.pid}`);
  try {
    const made = await mkdir(folder, { recursive: true });
    // Others may pass through (PostgreSQL runs as another user when started by root), not look.
    if (made) await chmod(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error(), { code: "EEXIST" });
    await writeFile(probe, "probe");
    await rm(probe);
  } catch (error) {
    await rm(probe, { force: true }).catch(() => undefined);
    throw new StartFailure(
      `The data folder ${folder} can't be written to: ${why[errorCode(error) ?? ""] ?? String(error)}. ` +
        "Make it writable, or set DATA_DIR to a folder that is.",
    );
  }
}

/** Throws when another running copy holds the folder; it is left untouched. */
export async function holdDataFolder(folder: string): Promise<FolderLock> {
  const lock = takeLock(path.join(folder, "lock"));
  if (lock) {
    await writeFile(path.join(folder, "holder"), String(process.pid));
    return lock;
  }
  // It may have taken the folder this instant, and not have said who it is.
  const holder = Number(await readFile(path.join(folder, "holder"), "utf8").catch(() => ""));
  const who = holder && isAlive(holder) ? ` (process ${holder})` : "";
  throw new StartFailure(
    `The data folder ${folder} is already in use by another running copy of Vignette${who}. ` +
      "Stop that one first, or set DATA_DIR to another folder.",
  );
}

/** A secret that is made once and kept, readable by its owner only. */
export async function keptSecret(file: string): Promise<string> {
  const kept = await readFile(file, "utf8").catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  });
  if (kept !== null && kept.trim().length >= 32) return kept.trim();
  // Written whole, then put in place: a power cut leaves no half of a secret.
  const draft = `${file}.${process.pid}`;
  const secret = randomBytes(32).toString("hex");
  await writeFile(draft, `${secret}\n`, { mode: 0o600, flush: true });
  await rename(draft, file);
  return secret;
}
