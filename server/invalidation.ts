import { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { callsTag } from "#lib/calls/tags.ts";
import { requiredSetting } from "#lib/env.ts";
import { helplinesTag } from "#lib/helplines/tags.ts";
import { log } from "#lib/log.ts";
import { tellDesk } from "#lib/moderation/live/hub.ts";
import { everyStoryTag, heartsTag, listingsTag, storiesTag, storyTag } from "#lib/stories/tags.ts";
import { forget } from "#server/cache-handler.ts";
import { indexSoon } from "#server/indexing.ts";
import { tellHearts } from "#server/heart-counts.ts";

const BEAT_MS = 1_000;
const PATIENCE_MS = 1_500;

/** What to do, by the channel that PostgreSQL tells of a change on. A story shows its call's theme. */
const toldOn: Record<string, (id: string) => void> = {
  stories: (id) => forget([storiesTag, storyTag(id)]),
  listings: () => forget([listingsTag]),
  calls: () => forget([callsTag, everyStoryTag]),
  helplines: () => forget([helplinesTag]),
  desk: tellDesk,
  hearts: tellHearts,
};

const everything = [callsTag, everyStoryTag, heartsTag, helplinesTag, listingsTag, storiesTag];

/** What was told while nobody heard is made up for. */
function everythingChanged() {
  forget(everything);
  tellDesk();
}

/**
 * Listens to what PostgreSQL tells readers and moderators (the triggers in prisma/migrations), forgets
 * the pages that show it and tells open desks: whichever process wrote, and however it ended. A
 * connection can die without a word, so it is asked for one every second; while there is none,
 * everything is forgotten every second.
 */
export function listenForChanges(): { close(): Promise<void> } {
  const closing = new AbortController();
  const { signal } = closing;
  const pause = () => wait(BEAT_MS, undefined, { signal }).catch(() => undefined);

  async function listen(): Promise<void> {
    const socket = new Socket();
    const client = new pg.Client({
      connectionString: requiredSetting("DATABASE_URL"),
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      stream: () => socket,
    });
    client.on("error", () => undefined);
    client.on("notification", ({ channel, payload }) => {
      toldOn[channel]?.(payload ?? "");
      if (channel === "stories") indexSoon(client);
    });
    try {
      await client.connect();
      for (const channel of Object.keys(toldOn)) await client.query(`LISTEN ${channel}`);
      everythingChanged();
      indexSoon(client);
      while (!signal.aborted) {
        await pause();
        await client.query("SELECT 1");
      }
    } finally {
      socket.destroy();
    }
  }

  async function listenOn(): Promise<void> {
    while (!signal.aborted) {
      await listen().catch(() => undefined);
      if (signal.aborted) return;
      log.warn("not hearing of changes from PostgreSQL; trying again");
      forget(everything);
      await pause();
    }
  }

  const listening = listenOn();
  return {
    async close() {
      closing.abort();
      await listening;
    },
  };
}
