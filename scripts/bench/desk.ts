/** What the desk costs with 1,000 stories waiting beside 10, and what a decision takes. */
import { randomBytes } from "node:crypto";
import type pg from "pg";
import { withClient } from "#lib/testing/template.ts";
import { median, printTable } from "./figures.ts";

const WAITING = { few: 10, many: 1_000 };
const ROUNDS = 8;
const OPENINGS = 12;
const DECISIONS = 60;

const session = randomBytes(32).toString("hex");
const headers = { cookie: `next-auth.session-token=${session}` };

export async function measureDesk(site: string, databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await fillQueue(client);
    await open(site);
    const openAnew = async () => {
      await letGo(client);
      return (await open(site)).ms;
    };
    const few: number[] = [];
    const many: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await letWait(client, WAITING.few);
      for (let at = 0; at < OPENINGS; at++) few.push(await openAnew());
      await letWait(client, WAITING.many);
      for (let at = 0; at < OPENINGS; at++) many.push(await openAnew());
    }
    const answers: number[] = [];
    const trips: number[] = [];
    let page = await open(site);
    for (let at = 0; at < DECISIONS; at++) {
      const decided = await approve(site, page.html, page.url);
      answers.push(decided.answered);
      trips.push(decided.ms);
      page = decided;
    }
    const [one, other] = [median(few), median(many)];
    printTable(
      ["desk", "median ms"],
      [
        [`opens, ${WAITING.few} waiting`, one.toFixed(1)],
        [`opens, ${WAITING.many.toLocaleString("en")} waiting`, other.toFixed(1)],
        ["ratio", (other / one).toFixed(2)],
        ["a decision is answered", median(answers).toFixed(1)],
        ["and the next story stands there", median(trips).toFixed(1)],
      ],
    );
  });
}

/** A moderator who is signed in, and as many waiting stories as there will be at most. */
async function fillQueue(client: pg.Client): Promise<void> {
  await client.query(`INSERT INTO "User" (id, name, role) VALUES ('bench', 'Bench', 'MODERATOR')`);
  await client.query(
    `INSERT INTO "Session" ("sessionToken", "userId", expires) VALUES ($1, 'bench', now() + interval '1 day')`,
    [session],
  );
  await client.query(`
    BEGIN;
    INSERT INTO "Story" (id, "callId", status, "idempotencyKeyHash", "privateLinkHash", "submittedAt", "waitingSince")
      SELECT 'Queue' || substr(md5('q' || n), 1, 7), (SELECT id FROM "Call" ORDER BY slug LIMIT 1), 'PENDING', sha256(('q' || n)::bytea), sha256(('u' || n)::bytea),
             now() - n * interval '1 minute', now()
      FROM generate_series(1, ${WAITING.many + DECISIONS}) n;
    INSERT INTO "Revision" (id, "storyId", number, text, weight, subject)
      SELECT 'q' || n, 'Queue' || substr(md5('q' || n), 1, 7), 1,
             'Waiting ' || n || '. ' || md5('a' || n) || ' hummed while the kettle boiled, and nobody asked her to stop.', 120, 'MYSELF'
      FROM generate_series(1, ${WAITING.many + DECISIONS}) n;
    INSERT INTO "Consent" ("storyId", use) SELECT id, 'SITE' FROM "Story" WHERE id LIKE 'Queue%';
    UPDATE "Story" s SET "latestRevisionId" = r.id FROM "Revision" r WHERE r."storyId" = s.id AND s.id LIKE 'Queue%';
    COMMIT;`);
}

async function letWait(client: pg.Client, count: number): Promise<void> {
  await client.query(
    `WITH queued AS (SELECT id, row_number() OVER (ORDER BY "submittedAt" DESC) AS place FROM "Story" WHERE id LIKE 'Queue%')
     UPDATE "Story" s SET "waitingSince" = CASE WHEN queued.place <= $1 THEN s."submittedAt" END,
       "status" = CASE WHEN queued.place <= $1 THEN 'PENDING' ELSE 'REJECTED' END::"Status"
     FROM queued WHERE queued.id = s.id`,
    [count],
  );
}

type Opened = { html: string; url: string; ms: number };

/** As a moderator who has nothing open: the next story has to be found. */
const letGo = (client: pg.Client) => client.query(`DELETE FROM "Claim"`);

/** The queue, which leads to the story to read first. */
async function open(site: string): Promise<Opened> {
  const begun = performance.now();
  const answer = await fetch(`${site}/moderation`, { headers });
  const html = await answer.text();
  const ms = performance.now() - begun;
  if (!answer.ok || !html.includes('aria-label="Decision"')) {
    throw new Error(`The desk did not open: ${answer.status}`);
  }
  return { html, url: answer.url, ms };
}

/** Posts the decision form as a browser without JavaScript does, and opens what follows. */
async function approve(site: string, html: string, url: string) {
  const form = /<form[^>]*aria-label="Decision"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const body = new FormData();
  for (const [field] of form.matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(field)?.[1] ?? "";
    const value = /value="([^"]*)"/.exec(field)?.[1] ?? "";
    body.append(name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  body.append("decision", "APPROVE");
  const begun = performance.now();
  const answer = await fetch(url, {
    method: "POST",
    headers: { ...headers, origin: site },
    body,
    redirect: "manual",
  });
  await answer.arrayBuffer();
  const answered = performance.now() - begun;
  const next = answer.headers.get("location");
  if (answer.status !== 303 || !next) throw new Error(`Not decided: ${answer.status}`);
  const page = await fetch(new URL(next, site), { headers });
  const nextHtml = await page.text();
  return { answered, ms: performance.now() - begun, html: nextHtml, url: page.url };
}
