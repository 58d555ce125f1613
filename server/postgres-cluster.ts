/** The folder in which the embedded PostgreSQL keeps its data: made once, then checked. */
import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { keptSecret } from "#server/data-folder.ts";
import { StartFailure } from "#server/failure.ts";
import {
  type Identity,
  type PostgresBinaries,
  postgresBinaries,
  runBinary,
} from "#server/postgres-binaries.ts";
import { postgresIdentity } from "#server/postgres-identity.ts";

export const superuser = "vignette";
const major = "18";

export type Cluster = {
  /** PostgreSQL's own folder, in the data folder. */
  data: string;
  logFile: string;
  password: string;
  identity: Identity;
  binaries: PostgresBinaries;
};

/** Where things are in a data folder. */
export function clusterFiles(folder: string) {
  return {
    data: path.join(folder, "postgres"),
    logFile: path.join(folder, "postgres.log"),
    passwordFile: path.join(folder, "postgres-password"),
  };
}

export async function openCluster(folder: string): Promise<Cluster> {
  const { data, logFile, passwordFile } = clusterFiles(folder);
  const binaries = await postgresBinaries();
  const identity = await postgresIdentity(data, [folder, binaries.folder]);
  const isNew = !existsSync(data);
  if (!isNew && !existsSync(passwordFile)) {
    throw new StartFailure(
      `${data} is there, but the password to it, ${passwordFile}, is missing. Put it back (from a ` +
        "backup), or set DATA_DIR to another folder.",
    );
  }
  const password = await keptSecret(passwordFile);
  const cluster = { data, logFile, password, identity, binaries };
  if (isNew) await initialise(cluster);
  await checkMajor(data);
  return cluster;
}

/** Made beside its place and moved there when it is whole: a power cut leaves no half a cluster. */
async function initialise({ data, password, identity, binaries }: Cluster) {
  const draft = `${data}.new`;
  const passwordFile = `${draft}.password`;
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (identity) {
      for (const file of [draft, passwordFile]) await chown(file, identity.uid, identity.gid);
    }
    const flags = [
      `--pgdata=${draft}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // PostgreSQL's own C.UTF-8: the same on every system, whatever locales that one has.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ];
    const make = (ctype: string) =>
      runBinary(binaries.initdb, [...flags, `--lc-ctype=${ctype}`], { identity, cwd: draft });
    // Which characters are letters, to pg_trgm: in C only those of English. Not every system has it.
    await make("C.UTF-8").catch(async (error: unknown) => {
      if (!/invalid locale name/.test(String(error))) throw error;
      await make("C");
    });
    await rename(draft, data);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const said = /(?:error|FATAL): +(.+)/.exec(message)?.[1] ?? message;
    throw new StartFailure(
      `PostgreSQL could not make its data folder ${data}: ${said}. Free some space if the disk is ` +
        "full, or set DATA_DIR to another folder.",
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function checkMajor(data: string) {
  const found = await readFile(path.join(data, "PG_VERSION"), "utf8").catch(() => "");
  if (found.trim() === major) return;
  throw new StartFailure(
    found
      ? `${data} was made by PostgreSQL ${found.trim()}, and this is ${major}. Dump it with the ` +
          "version of Vignette that made it, or set DATA_DIR to another folder."
      : `${data} is no data folder of PostgreSQL. Move it away, or set DATA_DIR to another folder.`,
  );
}
