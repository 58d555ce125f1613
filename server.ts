/**
 * Starts everything and stops it again: settings, PostgreSQL, tables, build, HTTP, worker. `npm start`
 * comes here through scripts/start.mjs; a container runs this file itself.
 */
import { closeSync, openSync } from "node:fs";
import { devNull } from "node:os";
import { inspect } from "node:util";
import { duration, step } from "#scripts/steps.mjs";
import { buildSite, generate } from "#server/build.ts";
import { StartFailure } from "#server/failure.ts";
import type { HttpServer } from "#server/http.ts";
import {
  type OpenDatabase,
  openEmbeddedDatabase,
  openGivenDatabase,
} from "#server/open-database.ts";
import { checkPort, portFailure } from "#server/port.ts";
import { runPrepare } from "#server/run-prepare.ts";
import { publishSettings, readStartSettings, type StartSettings } from "#server/start-settings.ts";
import { startWorker, type WorkerProcess } from "#server/worker-process.ts";

type Running = { database?: OpenDatabase; http?: HttpServer; worker?: WorkerProcess };

/** Pressed once or passed on twice (by the terminal and by npm), Ctrl-C is one wish. */
function stopWish(): AbortSignal {
  const wish = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => wish.abort());
  // Without a terminal a hang-up means nothing to us: `nohup` has it ignored, and so it stays.
  if (process.stdout.isTTY) {
    process.on("SIGHUP", () => {
      leaveTerminal();
      wish.abort();
    });
  }
  return wish.signal;
}

/** The terminal was closed. What is still said goes nowhere, instead of failing for ever. */
function leaveTerminal() {
  for (const fd of [1, 2]) {
    closeSync(fd);
    openSync(devNull, "w"); // takes the number that has just become free
  }
}

async function start(settings: StartSettings, running: Running, wish: AbortSignal) {
  const { env, dev, host, dataFolder } = settings;
  const port = { port: env.PORT, host };
  if (env.DATABASE_URL) await checkPort(port.port, host);
  const database = (running.database =
    env.DATABASE_URL && env.AUTH_SECRET
      ? await openGivenDatabase(env.DATABASE_URL, env.AUTH_SECRET)
      : await openEmbeddedDatabase(dataFolder, {
          authSecret: env.AUTH_SECRET,
          ready: () => checkPort(port.port, host),
        }));
  publishSettings(settings, { databaseUrl: database.url, authSecret: database.authSecret });
  wish.throwIfAborted();

  await step(
    "Writing what is generated",
    () => generate({ signal: wish }),
    (written) => (written ? "Database client and messages written" : null),
  );
  const loading = import("#server/http.ts"); // takes a while; the database meanwhile
  loading.catch(() => undefined);
  const admin = await runPrepare({ embedded: !env.DATABASE_URL });
  wish.throwIfAborted();
  if (!dev) {
    await step(
      "Building the site",
      (progress) => buildSite({ signal: wish, progress }),
      (built) => (built ? "Site built" : null),
    );
  }
  const { startHttpServer } = await loading;
  await keepRejectionsHarmless();
  try {
    running.http = await startHttpServer({ ...port, dev });
  } catch (error) {
    throw portFailure(error, port);
  }
  running.worker = startWorker();
  return admin;
}

/** A promise that nobody waited for must not end the server: the request it belonged to has failed. */
async function keepRejectionsHarmless() {
  const { log, withoutWords } = await import("#lib/log.ts");
  process.on("unhandledRejection", (reason) => {
    log.error(withoutWords(reason), "unhandled rejection");
  });
}

async function stop(running: Running) {
  const { http, worker, database } = running;
  running.http = running.worker = running.database = undefined; // once is enough
  await Promise.all([http?.close(), worker?.stop()]);
  await database?.close();
}

function welcome(
  { siteUrl, env, host }: StartSettings,
  admin: { email: string; url: string } | null,
) {
  const lines = [`✓ Ready in ${duration(performance.now())}`, "", `  Open     ${siteUrl}`];
  if (siteUrl !== `http://localhost:${env.PORT}` || host !== "127.0.0.1")
    lines.push(`  Listens  ${host}:${env.PORT}`);
  if (admin)
    lines.push(`  Sign in  ${admin.url}`, `           once, within 10 minutes, as ${admin.email}`);
  lines.push("  Stop     Ctrl-C", "");
  if (env.DATABASE_URL && !env.SITE_URL) {
    lines.push(`SITE_URL is not set: links in mail will lead to ${siteUrl}.`, "");
  }
  console.log(lines.join("\n"));
}

/** Resolves when someone wishes it to end, and throws when it can't go on. */
async function serve(running: Running, { dataFolder }: StartSettings, wish: AbortSignal) {
  const wished = new Promise<"wished">((resolve) => {
    if (wish.aborted) resolve("wished");
    wish.addEventListener("abort", () => resolve("wished"));
  });
  if ((await Promise.race([wished, running.database?.ended])) === "wished") return;
  throw new StartFailure(
    `PostgreSQL has stopped, and the server with it. Its log is ${dataFolder}/postgres.log. Start again.`,
  );
}

async function main(): Promise<number> {
  const wish = stopWish();
  const running: Running = {};
  const crash = new Promise<never>((_, reject) => process.once("uncaughtException", reject));
  try {
    const settings = readStartSettings(process.argv.slice(2));
    welcome(settings, await Promise.race([crash, start(settings, running, wish)]));
    await Promise.race([crash, serve(running, settings, wish)]);
    await step(
      "Finishing requests and stopping",
      () => stop(running),
      () => "Stopped",
    );
    return 0;
  } catch (error) {
    await stop(running).catch(() => undefined);
    if (wish.aborted) return 130;
    // Not console.error, which has become a log of what Next says.
    process.stderr.write(error instanceof StartFailure ? `\n${error.message}\n` : inspect(error));
    return 1;
  }
}

process.exit(await main());
