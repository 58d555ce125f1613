import type pg from "pg";
import { log, withoutWords } from "#lib/log.ts";

/** What comes within it is read together. */
const PAUSE_MS = 200;

let planned: ReturnType<typeof setTimeout> | undefined;

/**
 * Has the worker read what was published, so that it is found (lib/finding). Which stories that are
 * the database knows: when this comes to nothing, the next one makes up for it.
 */
export function indexSoon(client: pg.Client): void {
  planned ??= setTimeout(() => {
    planned = undefined;
    // As lib/jobs/queue.ts does it, which is for where there is a client of Prisma's.
    client
      .query(`SELECT graphile_worker.add_job('index-stories', '{}', job_key := 'index-stories')`)
      .catch((error: unknown) => log.warn(withoutWords(error), "published stories are read later"));
  }, PAUSE_MS).unref();
}
