/** Notices when the embedded PostgreSQL ends while we still serve. */
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { EmbeddedPostgres } from "#server/embedded-postgres.ts";

export type Watch = { ended: Promise<void>; stop(): void };

/** `ended` resolves when PostgreSQL is gone, and never after `stop`. */
export function watchPostgres(postgres: EmbeddedPostgres): Watch {
  let stopped = false;
  const ended = new Promise<void>((resolve) => {
    const watch = async () => {
      // A broken connection alone means little: after a crash of one of its processes PostgreSQL
      // closes all of them and goes on by itself.
      do await untilBroken(postgres.url);
      while (!stopped && (await postgres.runs()));
      if (!stopped) resolve();
    };
    void watch();
  });
  return {
    ended,
    stop() {
      stopped = true;
    },
  };
}

async function untilBroken(connectionString: string): Promise<void> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  const broken = new Promise<void>((resolve) => client.once("end", resolve));
  client.on("error", () => undefined);
  try {
    await client.connect();
    await broken;
  } catch {
    await wait(500); // not yet, or not any more
  }
}
