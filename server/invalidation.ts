import pg from "pg";
import { callsTag } from "#lib/calls/tags.ts";
import { requiredSetting } from "#lib/env.ts";
import { everyStoryTag, storiesTag, storyTag } from "#lib/stories/tags.ts";
import { forget } from "#server/cache-handler.ts";
import { log } from "#server/log.ts";

const RETRY_MS = 1_000;

/** What to forget, by the channel that PostgreSQL tells it on. A story shows its call's theme. */
const toldOn: Record<string, (id: string) => string[]> = {
  stories: (id) => [storiesTag, storyTag(id)],
  calls: () => [callsTag, everyStoryTag],
};

/**
 * Listens to what PostgreSQL tells readers (the triggers in prisma/migrations) and forgets the pages
 * that show it: whichever process wrote, and however it ended. What was told while the connection
 * was down is made up for by forgetting everything on return.
 */
export function listenForChanges(): { close(): Promise<void> } {
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  function again() {
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = undefined;
      void connect();
    }, RETRY_MS);
  }

  async function connect() {
    const next = new pg.Client({
      connectionString: requiredSetting("DATABASE_URL"),
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    next.on("notification", ({ channel, payload }) =>
      forget(toldOn[channel]?.(payload ?? "") ?? []),
    );
    next.on("error", () => undefined);
    next.on("end", again);
    try {
      await next.connect();
      for (const channel of Object.keys(toldOn)) await next.query(`LISTEN ${channel}`);
      client = next;
      forget([callsTag, everyStoryTag]);
    } catch {
      log.warn("not hearing of changes from PostgreSQL; trying again");
      await next.end().catch(() => undefined);
      again();
    }
  }

  void connect();
  return {
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
