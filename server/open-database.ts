/** The database to serve from: the embedded PostgreSQL, or that of DATABASE_URL. */
import path from "node:path";
import { step } from "#scripts/steps.mjs";
import { holdDataFolder, keptSecret, openDataFolder } from "#server/data-folder.ts";
import { startPostgres } from "#server/embedded-postgres.ts";
import { checkGivenDatabase } from "#server/given-database.ts";
import { watchPostgres } from "#server/postgres-watch.ts";

export type OpenDatabase = {
  url: string;
  authSecret: string;
  /** Resolves when it is gone. That of DATABASE_URL comes back or not without us. */
  ended: Promise<void>;
  close(): Promise<void>;
};

export async function openGivenDatabase(url: string, authSecret: string): Promise<OpenDatabase> {
  await step(
    "Connecting to PostgreSQL",
    () => checkGivenDatabase(url),
    (version) => `PostgreSQL ${version} answers`,
  );
  return { url, authSecret, ended: new Promise(() => undefined), close: async () => undefined };
}

/** `ready` is called between taking the folder and starting PostgreSQL: the last time to give up. */
export async function openEmbeddedDatabase(
  folder: string,
  { authSecret, ready }: { authSecret?: string; ready: () => Promise<void> },
): Promise<OpenDatabase> {
  await openDataFolder(folder);
  const lock = await holdDataFolder(folder);
  try {
    await ready();
    const secret = authSecret ?? (await keptSecret(path.join(folder, "auth-secret")));
    const postgres = await step(
      "Starting PostgreSQL",
      () => startPostgres(folder),
      ({ version, takenOver }) =>
        `PostgreSQL ${version} ${takenOver ? "was still running" : "started"}`,
    );
    const watch = watchPostgres(postgres);
    return {
      url: postgres.url,
      authSecret: secret,
      ended: watch.ended,
      async close() {
        watch.stop();
        await postgres.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
