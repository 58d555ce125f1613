/** A PostgreSQL for the tests, under .test: nobody's data, so nothing is written durably. */
import { existsSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { openDataFolder } from "#server/data-folder.ts";
import { startPostgres } from "#server/embedded-postgres.ts";
import { StartFailure } from "#server/failure.ts";
import { type FolderLock, takeLock } from "#server/folder-lock.ts";
import { testFolder } from "./tool.ts";

const cluster = path.join(testFolder, "cluster");
const careless = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
};

/** Empties .test, also of a PostgreSQL that an earlier run left when it was killed. */
export async function openTestFolder(): Promise<FolderLock> {
  await openDataFolder(testFolder);
  const lock = takeLock(path.join(testFolder, "lock"));
  if (!lock) throw new StartFailure("The tests are already running in this folder.");
  if (existsSync(path.join(cluster, "postgres", "postmaster.pid"))) {
    await startPostgres(cluster).then(
      (left) => left.stop(),
      () => undefined,
    );
  }
  await emptyTestFolder();
  return lock;
}

export async function emptyTestFolder() {
  for (const name of await readdir(testFolder)) {
    if (name === "lock") continue; // still ours
    await rm(path.join(testFolder, name), { recursive: true, force: true });
  }
}

export async function startTestPostgres() {
  await mkdir(cluster, { recursive: true });
  return startPostgres(cluster, careless);
}
