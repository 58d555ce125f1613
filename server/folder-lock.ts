/**
 * One holder per folder at a time. SQLite's lock is the one that Node has and that the system drops
 * when the process dies, however it dies: no stale file, no guessing whether a pid was given to
 * another program. The file stays empty.
 */
import { DatabaseSync } from "node:sqlite";

export type FolderLock = { release(): void };

const busy = 5; // SQLITE_BUSY

/** Null when another process holds it. */
export function takeLock(file: string): FolderLock | null {
  const lock = new DatabaseSync(file);
  try {
    lock.exec("PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode === busy) return null;
    throw error;
  }
  return { release: () => lock.close() };
}
