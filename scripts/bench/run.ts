/**
 * What reading and moderating cost: `npm run bench` prints the tables of docs/performance.md. Single
 * figures depend on the machine; the ratios, taken in turn on the same cores, are what to compare.
 * `npm run bench -- scale` is for a million stories (scale.ts).
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { writeCursor } from "#lib/pagination.ts";
import { step } from "#scripts/steps.mjs";
import { freePort, startPostgres } from "#server/embedded-postgres.ts";
import { buildSite } from "#server/build.ts";
import { root } from "#server/tool.ts";
import { nearestIn, startBareNext } from "./bare-next.ts";
import { withClient } from "#lib/testing/template.ts";
import { makeDatabase, makeFilled } from "./databases.ts";
import { measureDesk } from "./desk.ts";
import { measureDownloads } from "./downloads.ts";
import { median, printTable } from "./figures.ts";
import { type Compared, comparePages, record, sizeOf } from "./load.ts";
import { measureScale } from "./scale.ts";
import { AUTH_SECRET, start, startSite, stopAll, untilReady } from "./servers.ts";

const STORIES = 100_000;
const PAGE_SIZE = 20;
const PAGES = 150;

type Row = { id: string; publishedAt: Date };

/** Pages that nobody has asked for yet, near the start of the feed and at its end, in turn. */
async function compareDepth(site: string, rows: Row[]): Promise<void> {
  const time = async (position: number) => {
    const [row, first] = [rows[position], rows[position + 1]];
    if (!row || !first) throw new Error(`There is no story ${position}.`);
    const begun = performance.now();
    const answer = await fetch(`${site}/older/${writeCursor(row)}`);
    const html = await answer.text();
    if (!answer.ok || !html.includes(first.id))
      throw new Error(`Page at ${position}: ${answer.status}`);
    return performance.now() - begun;
  };
  const near: number[] = [];
  const far: number[] = [];
  const last = STORIES - PAGE_SIZE - 1;
  for (let page = 0; page < PAGES; page++) {
    // Page 1 begins at story 1, page 5,000 at story 99,981: each time a place of its own nearby.
    near.push(await time(page));
    far.push(await time(last - page));
  }
  printTable(
    ["page of the feed", "rendered afresh, median ms"],
    [
      ["1", median(near).toFixed(1)],
      ["5,000", median(far).toFixed(1)],
      ["ratio", (median(far) / median(near)).toFixed(2)],
    ],
  );
}

/** The words that a reader sees of a page. */
function wordsOf(html: string): string[] {
  const body = html.replace(/<(script|style)[^]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ");
  return body.split(/\s+/).filter(Boolean);
}

async function compareServers(site: string, folder: string, places: Record<string, string>) {
  // Of stories, as ours are; a few hundred of them, so that they compress as ours do.
  const words: string[] = [];
  for (let where: string | undefined = "/"; where && words.length < 15_000;) {
    const html: string = await (await fetch(`${site}${where}`)).text();
    words.push(...wordsOf(html));
    where = /<a(?=[^>]* rel="next")[^>]* href="(\/older\/[^"]+)"/.exec(html)?.[1];
  }
  const bareNext = await startBareNext(folder, words);
  const bodies = path.join(folder, "bodies.json");
  const port = String(await freePort());
  const bareHttp = `http://127.0.0.1:${port}`;
  const pages: Compared[] = [];
  const recorded = [];
  for (const [name, where] of Object.entries(places)) {
    for (const encoding of ["gzip", "identity"] as const) {
      const ours = await record(site, where, encoding);
      recorded.push(ours);
      const next = await nearestIn(bareNext, ours);
      const http = `${bareHttp}${where}?${encoding}`;
      pages.push({ name, encoding, ours: `${site}${where}`, next, http });
      console.log(
        `${name} ${encoding}: ${sizeOf(ours)} bytes, ${sizeOf(await record(next, "", encoding))} of a bare page`,
      );
    }
  }
  await writeFile(bodies, JSON.stringify(recorded));
  start({ script: "scripts/bench/bare-http.ts", env: { PORT: port, BODIES: bodies } });
  await untilReady(`${bareHttp}/?gzip`);
  await comparePages(pages);
  return bareNext;
}

async function measureSpeed(postgresUrl: string, folder: string): Promise<void> {
  const databaseUrl = await makeFilled(postgresUrl, "bench", STORIES);
  const rows = await withClient(databaseUrl, async (client) => {
    const sql = `SELECT "id", "publishedAt" FROM "PublishedStory" ORDER BY "publishedAt" DESC, "id" DESC`;
    return (await client.query<Row>(sql)).rows;
  });
  const site = await startSite(databaseUrl, folder);
  await measureDesk(site, databaseUrl);
  await compareDepth(site, rows);
  const bareNext = await compareServers(site, folder, {
    "`/`": "/",
    "`/stories/<id>`": `/stories/${rows[1]?.id}`,
    "`/themes/<slug>`": "/themes/unexpected-wins",
  });
  await measureVisits(postgresUrl, folder, bareNext);
}

/** With the demo stories, which are as long as real ones. */
async function measureVisits(postgresUrl: string, folder: string, bareNext: string): Promise<void> {
  const databaseUrl = await makeDatabase(postgresUrl, "demo");
  Object.assign(process.env, { DATABASE_URL: databaseUrl, AUTH_SECRET, LOG_LEVEL: "silent" });
  const { seedDemo } = await import("#prisma/demo/seed.ts");
  const { indexStories } = await import("#lib/finding/commands.ts");
  await seedDemo();
  await indexStories();
  const site = await startSite(databaseUrl, folder);
  const story = await withClient(databaseUrl, async (client) => {
    const sql = `SELECT "id" FROM "PublishedStory" ORDER BY "publishedAt" DESC LIMIT 1`;
    return (await client.query<{ id: string }>(sql)).rows[0]?.id ?? "";
  });
  const pages = {
    "`/`": "/",
    "`/stories/<id>`": `/stories/${story}`,
    "`/themes/<slug>`": "/themes/unexpected-wins",
  };
  await measureDownloads(
    Object.entries(pages).map(([name, where]) => ({ name, url: `${site}${where}` })),
    { name: "a bare page of Next's", url: `${bareNext}/2` },
  );
}

await mkdir(path.join(root, ".test"), { recursive: true });
const folder = await mkdtemp(path.join(root, ".test", "bench-"));
await step("Building the site", () => buildSite());
const postgres = await startPostgres(folder);

/** Nothing is left running, nor on the disk: a million stories are gigabytes. */
async function finish(): Promise<void> {
  await stopAll();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void finish().finally(() => process.exit(130)));
}
try {
  if (process.argv[2] === "scale") await measureScale(postgres.url, folder);
  else await measureSpeed(postgres.url, folder);
} catch (error) {
  console.error(error);
  const said = await readFile(path.join(folder, "server.log"), "utf8").catch(() => "");
  console.error(said.split("\n").slice(-20).join("\n"));
  process.exitCode = 1;
}
await finish();
process.exit();
