/**
 * PostgreSQL refuses to run as root. Started by root (a container, a small virtual machine), it runs
 * as the user postgres, who has to enter every folder above its programs and its data.
 */
import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { StartFailure } from "#server/failure.ts";
import { type Identity, runAs } from "#server/postgres-binaries.ts";

const run = promisify(execFile);

/** `cluster` may not exist yet; `places` are folders that PostgreSQL has to reach. */
export async function postgresIdentity(cluster: string, places: string[]): Promise<Identity> {
  if (process.getuid?.() !== 0) return null;
  const user = (await ownerOf(cluster)) ?? (await postgresUser());
  const closed = await firstClosed(places, user);
  if (!closed) return user;
  const entering = { ...user, become: enterAnyFolder(user) };
  if ((await firstClosed(places, entering).catch(() => closed)) === null) return entering;
  throw new StartFailure(
    `PostgreSQL does not run as root, so it runs as the user postgres, who may not enter ${closed}. ` +
      `Run "chmod o+x ${closed}", copy the project to a folder that every user may enter, start ` +
      "it as another user than root, or set DATABASE_URL.",
  );
}

type User = { uid: number; gid: number };

/**
 * In a folder that only root may enter (root's home, a temporary folder), Linux can give the user
 * the one right that is missing: to enter and read, not to write.
 */
function enterAnyFolder({ uid, gid }: User): string[] {
  const right = "+dac_read_search";
  return [
    ...["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"],
    // The last one lets access(2) count the right too: PostgreSQL asks it about its own program.
    ...[`--inh-caps=${right}`, `--ambient-caps=${right}`, "--securebits=+no_setuid_fixup"],
  ];
}

/** A folder that was begun by another user stays that user's. */
async function ownerOf(cluster: string): Promise<User | null> {
  const owner = await stat(cluster).catch(() => null);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : null;
}

async function postgresUser(): Promise<User> {
  const known = await lookUp();
  if (known) return known;
  await run("groupadd", ["--system", "postgres"]).catch(() => undefined);
  await run("useradd", ["--system", "-g", "postgres", "-M", "postgres"]).catch(() => undefined);
  const made = await lookUp();
  if (made) return made;
  throw new StartFailure(
    "PostgreSQL does not run as root, and the user postgres, which it would run as, could not be " +
      "made. Start Vignette as another user than root, or set DATABASE_URL.",
  );
}

async function lookUp(): Promise<User | null> {
  try {
    const ask = async (flag: string) => Number((await run("id", [flag, "postgres"])).stdout);
    return { uid: await ask("-u"), gid: await ask("-g") };
  } catch {
    return null;
  }
}

/** The first folder, from the top, that the user can't enter. Tried by the user, so ACLs count. */
async function firstClosed(places: string[], identity: Identity): Promise<string | null> {
  const folders = new Set<string>();
  for (const place of places) {
    const parts = path.resolve(place).split(path.sep);
    parts.forEach((_, depth) => folders.add(parts.slice(0, depth + 1).join(path.sep) || path.sep));
  }
  const script = 'for f in "$@"; do [ -x "$f" ] || { printf %s "$f"; exit 0; }; done';
  const closed = await runAs(identity, ["/bin/sh", "-c", script, "sh", ...folders], { cwd: "/" });
  return closed || null;
}
