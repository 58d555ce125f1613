/**
 * What reading and moderating cost; reading beside the least it could cost: Node's bare `http` serving the same
 * bytes from memory, in the same run on the same cores. `npm run bench` prints the tables of
 * docs/performance.md. Single figures depend on the machine; the ratios are what to compare.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import autocannon from "autocannon";
import pg from "pg";
import { writeCursor } from "#lib/pagination.ts";
import { freePort, startPostgres } from "#server/embedded-postgres.ts";
import { measureDesk } from "#scripts/bench-desk.ts";
import { migrate } from "#server/migrate.ts";

const STORIES = 100_000;
const PAGE_SIZE = 20;
const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = 16;
const PAGES = 150;

const root = path.join(import.meta.dirname, "..");
const children: ChildProcess[] = [];

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Servers on the first core, what asks them on the second, where the system can say so. */
function start(script: string, env: Record<string, string>): ChildProcess {
  const pin = existsSync("/usr/bin/taskset");
  const [command, args] = pin
    ? ["taskset", ["-c", "0", process.execPath, script]]
    : [process.execPath, [script]];
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: "ignore",
  });
  children.push(child);
  return child;
}

async function untilReady(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} did not answer within two minutes.`);
}

/** 100,000 published stories, a third of them with a warning, a second apart. */
async function fill(url: string): Promise<{ id: string; publishedAt: Date }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`
    BEGIN;
    ALTER TABLE "Story" DISABLE TRIGGER USER;
    ALTER TABLE "StoryWarning" DISABLE TRIGGER USER;
    INSERT INTO "Call" (id, slug, title, prompt, "opensAt")
      VALUES ('bench', 'bench', 'What stayed with you?', 'One story, in the length of a tweet.', now() - interval '1 year');
    INSERT INTO "Story" (id, "callId", status, "idempotencyKeyHash", "privateLinkHash", "submittedAt", "waitingSince", "publishedAt")
      SELECT substr(md5(n::text), 1, 12), 'bench', 'PENDING', sha256(n::text::bytea), sha256(('t' || n)::bytea),
             now() - n * interval '1 second', now(), now() - n * interval '1 second'
      FROM generate_series(1, ${STORIES}) n;
    INSERT INTO "Revision" (id, "storyId", number, text, weight, "bylineName", subject)
      SELECT 'r' || n, substr(md5(n::text), 1, 12), 1,
             rpad('Story ' || n || '. She left the lamp on for whoever came next. ', 120 + n % 160, 'Nobody asked her to. '),
             120 + n % 160, CASE WHEN n % 2 = 0 THEN 'Reader ' || n END, 'MYSELF'
      FROM generate_series(1, ${STORIES}) n;
    INSERT INTO "Consent" ("storyId", use) SELECT id, 'SITE' FROM "Story";
    INSERT INTO "StoryWarning" ("storyId", warning, intensity)
      SELECT substr(md5(n::text), 1, 12), 'death', 'DESCRIBED' FROM generate_series(3, ${STORIES}, 3) n;
    UPDATE "Story" s SET "latestRevisionId" = r.id, "publishedRevisionId" = r.id, status = 'PUBLISHED', "waitingSince" = NULL
      FROM "Revision" r WHERE r."storyId" = s.id;
    INSERT INTO "PublishedStory" ("id", "revisionId", "publishedAt", "language", "words", "indexedAt")
      SELECT s."id", r."id", s."publishedAt", 'en',
             to_tsvector('found_english', r."text") || to_tsvector('found_simple', r."text"), now()
      FROM "Story" s JOIN "Revision" r ON r."id" = s."publishedRevisionId";
    INSERT INTO "Listing" ("list", "publishedAt", "storyId")
      SELECT 'call:bench', "publishedAt", "id" FROM "PublishedStory";
    ALTER TABLE "Story" ENABLE TRIGGER USER;
    ALTER TABLE "StoryWarning" ENABLE TRIGGER USER;
    COMMIT;`);
  await client.query("VACUUM ANALYZE");
  const { rows } = await client.query<{ id: string; publishedAt: Date }>(
    `SELECT id, "publishedAt" FROM "Story" ORDER BY "publishedAt" DESC, id DESC`,
  );
  await client.end();
  return rows;
}

type Load = { perSecond: number; p99: number };

async function load(url: string, encoding: string): Promise<Load> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { "accept-encoding": encoding },
  });
  if (result.non2xx || result.errors)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return { perSecond: result.requests.average, p99: result.latency.p99 };
}

async function compare(
  site: string,
  bare: string,
  pages: { name: string; path: string; encoding: string }[],
) {
  console.log(
    `\n| page | ours, requests/s | bare http, requests/s | ratio | ours, p99 ms | bare, p99 ms |\n|---|---:|---:|---:|---:|---:|`,
  );
  for (const { name, path: where, encoding } of pages) {
    const ours: Load[] = [];
    const least: Load[] = [];
    await load(`${site}${where}`, encoding); // warms both sides up
    await load(`${bare}${where}?${encoding}`, encoding);
    for (let round = 0; round < ROUNDS; round++) {
      least.push(await load(`${bare}${where}?${encoding}`, encoding));
      ours.push(await load(`${site}${where}`, encoding));
    }
    const rate = (loads: Load[]) => median(loads.map(({ perSecond }) => perSecond));
    const p99 = (loads: Load[]) => median(loads.map(({ p99 }) => p99));
    const ratio = median(
      ours.map(({ perSecond }, round) => perSecond / (least[round]?.perSecond ?? 1)),
    );
    console.log(
      `| ${name} | ${rate(ours).toFixed(0)} | ${rate(least).toFixed(0)} | ${ratio.toFixed(2)} | ${p99(ours).toFixed(0)} | ${p99(least).toFixed(0)} |`,
    );
  }
}

/** Pages that nobody has asked for yet, near the start of the feed and at its end, in turn. */
async function comparePages(site: string, rows: { id: string; publishedAt: Date }[]) {
  const time = async (position: number) => {
    const row = rows[position];
    if (!row) throw new Error(`There is no story ${position}.`);
    const begun = performance.now();
    const answer = await fetch(`${site}/older/${writeCursor(row)}`);
    const html = await answer.text();
    if (!answer.ok || !html.includes("Story "))
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
  const ratio = median(far) / median(near);
  console.log(`\n| page of the feed | rendered afresh, median ms |\n|---|---:|`);
  console.log(
    `| 1 | ${median(near).toFixed(1)} |\n| 5,000 | ${median(far).toFixed(1)} |\n| ratio | ${ratio.toFixed(2)} |`,
  );
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

async function main() {
  await mkdir(path.join(root, ".test"), { recursive: true });
  const folder = await mkdtemp(path.join(root, ".test", "bench-"));
  const postgres = await startPostgres(folder);
  try {
    await migrate(postgres.url);
    console.log(`${STORIES.toLocaleString("en")} stories…`);
    const rows = await fill(postgres.url);
    const port = String(await freePort());
    const barePort = String(await freePort());
    const site = `http://127.0.0.1:${port}`;
    const bare = `http://127.0.0.1:${barePort}`;
    start("server.ts", {
      DATABASE_URL: postgres.url,
      PORT: port,
      HOST: "127.0.0.1",
      SITE_URL: site,
      AUTH_SECRET: randomBytes(32).toString("hex"),
      DATA_DIR: path.join(folder, "data"),
    });
    await untilReady(`${site}/api/health/ready`);

    const story = `/stories/${rows[1]?.id}`;
    const pages = ["/", story].flatMap((where) =>
      ["identity", "gzip"].map((encoding) => ({
        name: `\`${where === "/" ? "/" : "/stories/<id>"}\` ${encoding === "gzip" ? "gzip" : "plain"}`,
        path: where,
        encoding,
      })),
    );
    const bodies = path.join(folder, "bodies.json");
    await writeFile(
      bodies,
      JSON.stringify(await Promise.all(pages.map((page) => record(site, page)))),
    );
    start("scripts/bench-bare.ts", { PORT: barePort, BODIES: bodies });
    await untilReady(`${bare}/?gzip`);

    await measureDesk(site, postgres.url, median);
    await comparePages(site, rows);
    await compare(site, bare, pages);
  } finally {
    for (const child of children) child.kill("SIGTERM");
    await Promise.all(children.map(gone));
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The very bytes that go over the wire, as the bare server will send them. */
async function record(site: string, { path: where, encoding }: { path: string; encoding: string }) {
  const { get } = await import("node:http");
  return new Promise((resolve, reject) => {
    get(`${site}${where}`, { headers: { "accept-encoding": encoding } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({
          url: `${where}?${encoding}`,
          type: answer.headers["content-type"],
          encoding: answer.headers["content-encoding"],
          body: Buffer.concat(chunks).toString("base64"),
        }),
      );
    }).on("error", reject);
  });
}

await main();
