/**
 * The PostgreSQL that comes with the install. It runs in a session of its own, so that Ctrl-C in a
 * terminal reaches us and not it: requests in flight need it to the end. After a `kill -9` of ours
 * it lives on, and the next start takes it over.
 */
import { appendFile, chown, readFile, rename, stat } from "node:fs/promises";
import net from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { errorCode, StartFailure } from "#server/failure.ts";
import { runBinary } from "#server/postgres-binaries.ts";
import { type Cluster, clusterFiles, openCluster, superuser } from "#server/postgres-cluster.ts";
import { findPostmaster, readPostmaster } from "#server/postmaster.ts";

const database = "vignette";
const logLimit = 5_000_000;

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  // DETAIL would repeat the words of a story that a CHECK refused, STATEMENT those in a query.
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
};

export type EmbeddedPostgres = {
  url: string;
  version: string;
  /** Whether it was still running, left by a copy of ours that was killed. */
  takenOver: boolean;
  runs(): Promise<boolean>;
  stop(): Promise<void>;
};

/**
 * To be called by the holder of the data folder only (holdDataFolder). `flags` are settings of
 * PostgreSQL; tests switch its durability off.
 */
export async function startPostgres(
  folder: string,
  flags: Record<string, string> = {},
): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(folder);
  const left = await takeOver(cluster);
  const port = left ?? (await start(cluster, { ...settings, ...flags }));
  const version = await makeDatabase(port, cluster.password);
  return {
    url: address({ port, password: cluster.password, name: database }),
    version,
    takenOver: left !== null,
    runs: async () => (await findPostmaster(cluster.data)) !== null,
    stop: () => stop(cluster),
  };
}

/** The address of the database that a running copy keeps in this folder. */
export async function runningPostgres(folder: string): Promise<string | null> {
  const { data, passwordFile } = clusterFiles(folder);
  const told = await readPostmaster(data);
  const password = await readFile(passwordFile, "utf8").catch(() => null);
  return told?.port && password
    ? address({ port: told.port, password: password.trim(), name: database })
    : null;
}

function address({ port, password, name }: { port: number; password: string; name: string }) {
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/${name}`;
}

async function connectAsSuperuser(port: number, password: string) {
  const client = new pg.Client({
    connectionString: address({ port, password, name: "postgres" }),
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** The port of a PostgreSQL that still runs on this folder, once it answers; null if none does. */
async function takeOver({ data, password }: Cluster): Promise<number | null> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const left = await findPostmaster(data);
    if (!left) return null;
    try {
      const client = await connectAsSuperuser(left.port, password);
      await client.end();
      return left.port;
    } catch (error) {
      // It may be starting up or shutting down (57P03) or not listening yet.
      const patient = ["57P03", "ECONNREFUSED"].includes(errorCode(error) ?? "");
      if (!patient || Date.now() > deadline) {
        throw new StartFailure(
          `A PostgreSQL (process ${left.pid}) runs on ${data} and does not answer as ours. ` +
            `Stop it ("kill -INT ${left.pid}") and start again.`,
        );
      }
    }
    await wait(100);
  }
}

async function start(cluster: Cluster, flags: Record<string, string>): Promise<number> {
  const { data, logFile, identity, binaries } = cluster;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const from = await beginLog(cluster);
    const options = Object.entries({ ...flags, port: String(port) });
    const words = options.map(([name, value]) => `-c ${name}=${quote(value)}`).join(" ");
    try {
      // pg_ctl gives PostgreSQL its own session and waits until it answers, after a power cut long.
      const args = ["start", "-s", "-w", "-t", "600", "-D", data, "-l", logFile, "-o", words];
      await runBinary(binaries.pgCtl, args, { identity, cwd: data });
      return port;
    } catch (error) {
      const said = (await readFile(logFile, "utf8").catch(() => "")).slice(from);
      if (said.includes("could not bind") && attempt < 5) continue; // taken since we looked
      const reason = said.match(/(?:FATAL|PANIC|ERROR): +(.+)/)?.[1] ?? String(error);
      throw new StartFailure(`PostgreSQL could not start: ${reason}. Its log is ${logFile}.`);
    }
  }
}

function quote(value: string) {
  return value === "" ? "''" : value;
}

/** PostgreSQL's log, writable by it, and not growing for ever. Answers where new lines begin. */
async function beginLog({ logFile, identity }: Cluster): Promise<number> {
  const size = await stat(logFile).then(
    (log) => log.size,
    () => 0,
  );
  if (size > logLimit) await rename(logFile, `${logFile}.1`);
  await appendFile(logFile, "", { mode: 0o600 });
  if (identity) await chown(logFile, identity.uid, identity.gid);
  return size > logLimit ? 0 : size;
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject));
  const { port } = server.address() as net.AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Makes our database when it is not there yet, and answers PostgreSQL's version. */
async function makeDatabase(port: number, password: string): Promise<string> {
  const client = await connectAsSuperuser(port, password);
  try {
    const { rows } = await client.query<{ version: string; there: boolean }>(
      `SELECT current_setting('server_version') AS version,
              EXISTS (SELECT FROM pg_database WHERE datname = $1) AS there`,
      [database],
    );
    if (!rows[0]?.there) await client.query(`CREATE DATABASE ${database}`);
    return rows[0]?.version ?? "";
  } finally {
    await client.end();
  }
}

/** Fast shutdown: what is committed stays, open connections are closed. */
async function stop({ data, identity, binaries }: Cluster) {
  const end = (mode: string, seconds: number) =>
    runBinary(binaries.pgCtl, ["stop", "-s", "-w", "-t", String(seconds), "-m", mode, "-D", data], {
      identity,
      cwd: data,
    });
  try {
    await end("fast", 30);
  } catch {
    // Immediate: as after a power cut. Nothing is lost; the next start takes a moment longer.
    if (await findPostmaster(data)) await end("immediate", 10).catch(() => undefined);
  }
}
