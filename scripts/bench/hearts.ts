/** A thousand readers who give a story their hearts at once, and what it is to read meanwhile. */
import { newReaderCookie, readerCookie } from "#lib/reactions/reader-cookie.ts";
import { withClient } from "#lib/testing/template.ts";
import { median, printTable } from "./figures.ts";
import { AUTH_SECRET } from "./servers.ts";

const READERS = 1_000;

export async function measureHearts(site: string, databaseUrl: string): Promise<void> {
  const [story] = await withClient(databaseUrl, async (client) => {
    const sql = `SELECT "storyId" AS id, "hearts" FROM "HeartCount" ORDER BY "publishedAt" DESC LIMIT 1`;
    return (await client.query<{ id: string; hearts: number }>(sql)).rows;
  });
  if (!story) throw new Error("There is no story to give a heart.");
  // The cookies are signed here, as the server signs them.
  Object.assign(process.env, { SITE_URL: site, AUTH_SECRET });
  const cookie = () => `${readerCookie().name}=${newReaderCookie()}`;
  const give = async (reader: number) => {
    const answer = await fetch(`${site}/api/hearts/${story.id}`, {
      method: "POST",
      headers: {
        cookie: cookie(),
        accept: "application/json",
        "x-forwarded-for": `2001:db8:${reader.toString(16)}::1`,
      },
      body: new URLSearchParams({ heart: "on" }),
    });
    if (!answer.ok) throw new Error(`A heart was refused: ${answer.status}`);
    await answer.json();
  };
  const feed: number[] = [];
  const begun = performance.now();
  let given = false;
  const giving = Promise.allSettled(
    Array.from({ length: READERS }, (_, reader) => give(reader)),
  ).finally(() => (given = true));
  while (!given) {
    const asked = performance.now();
    const answer = await fetch(site);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`The feed answered ${answer.status}.`);
    feed.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const refused = (await giving).find((outcome) => outcome.status === "rejected");
  if (refused) throw refused.reason;
  const took = performance.now() - begun;
  const counted = await withClient(databaseUrl, async (client) => {
    const sql = `SELECT "hearts" AS shown,
      (SELECT count(*)::int FROM "Heart" WHERE "storyId" = $1) AS hearts
      FROM "HeartCount" WHERE "storyId" = $1`;
    return (await client.query<{ shown: number; hearts: number }>(sql, [story.id])).rows[0];
  });
  const added = (counted?.hearts ?? 0) - story.hearts;
  if (counted?.shown !== counted?.hearts) throw new Error("The count is not what there is.");
  printTable(
    ["1,000 readers at once, one story", ""],
    [
      ["hearts", added.toLocaleString("en")],
      ["given within, s", (took / 1_000).toFixed(1)],
      ["the feed meanwhile, times", String(feed.length)],
      ["median ms", median(feed).toFixed(0)],
      ["at most, ms", Math.max(...feed).toFixed(0)],
    ],
  );
}
