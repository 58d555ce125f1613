/** Notices when the embedded PostgreSQL ends while we still serve. */
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

const patience = 15_000;

export type Watch = { ended: Promise<void>; stop(): void };

/** `ended` resolves when PostgreSQL is gone for good, and never after `stop`. */
export function watchPostgres(connectionString: string): Watch {
  let stopped = false;
  const ended = new Promise<void>((resolve) => {
    void (async () => {
      while (!stopped && (await held(connectionString))) {
        // The connection was there and broke. After a crash of one of its processes PostgreSQL
        // recovers by itself: look again before giving it up.
      }
      if (!stopped) resolve();
    })();
  });
  return {
    ended,
    stop() {
      stopped = true;
    },
  };
}

/** Connects, with patience, and waits for as long as the connection lasts. */
async function held(connectionString: string): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    const client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const broke = new Promise<void>((resolve) => client.once("end", resolve));
    client.on("error", () => undefined);
    try {
      await client.connect();
      await broke;
      return true;
    } catch {
      await wait(500);
    }
  }
  return false;
}
