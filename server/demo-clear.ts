/**
 * `npm run demo:clear`: removes the demo stories and nothing else, whether the server runs or not.
 * Run with --conditions=react-server, because `lib` marks its modules with `server-only`.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { step } from "#scripts/steps.mjs";
import { runningPostgres, startPostgres } from "#server/embedded-postgres.ts";
import { StartFailure } from "#server/failure.ts";
import { takeLock } from "#server/folder-lock.ts";
import { checkGivenDatabase } from "#server/given-database.ts";
import { readStartSettings } from "#server/start-settings.ts";

async function clear(databaseUrl: string) {
  process.env.DATABASE_URL = databaseUrl;
  const { clearDemo } = await import("#prisma/demo/seed.ts");
  await step("Removing demo stories", clearDemo, ({ stories }) =>
    stories === 0 ? "No demo stories are left" : `${stories} demo stories removed`,
  );
}

/** On a folder that nobody runs on, PostgreSQL is started for as long as it takes. */
async function clearEmbedded(folder: string) {
  if (!existsSync(path.join(folder, "postgres"))) {
    console.log(`There is no data in ${folder} yet, so there are no demo stories.`);
    return;
  }
  const lock = takeLock(path.join(folder, "lock"));
  if (!lock) {
    const url = await runningPostgres(folder);
    if (!url) throw new StartFailure("The server is just starting or stopping. Try again.");
    await clear(url);
    return;
  }
  const postgres = await startPostgres(folder);
  try {
    await clear(postgres.url);
  } finally {
    await postgres.stop();
    lock.release();
  }
}

try {
  const { env, dataFolder } = readStartSettings([]);
  if (env.DATABASE_URL) {
    await checkGivenDatabase(env.DATABASE_URL);
    await clear(env.DATABASE_URL);
  } else {
    await clearEmbedded(dataFolder);
  }
  process.exit(0);
} catch (error) {
  console.error(error instanceof StartFailure ? `\n${error.message}` : error);
  process.exit(1);
}
