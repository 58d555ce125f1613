import { type ChildProcess, spawn } from "node:child_process";
import { get } from "node:http";
import path from "node:path";
import pg from "pg";
import { createDatabase, query } from "./fixtures/database.ts";
import { freePort } from "./fixtures/port.ts";
import { openForm, post } from "./fixtures/posting.ts";
import { someWords } from "./fixtures/steps.ts";
import { expect, newAddress, test } from "./fixtures/test.ts";

test.describe("every HTML answer has the strict policy", () => {
  const paths = [
    "/",
    "/share",
    "/helplines",
    "/sign-in",
    "/stories/zzzzzzzzzzzz",
    "/no-such-page",
    "/%E0%A4%A",
    "/my/nonsense",
    `/${"a".repeat(3000)}`,
  ];
  for (const encoding of ["identity", "gzip", "br"]) {
    test(encoding, async ({ request }) => {
      for (const where of paths) {
        const answer = await request.get(where, { headers: { "accept-encoding": encoding } });
        const headers = answer.headers();
        const policy = headers["content-security-policy"] ?? "";
        expect(headers["content-type"], where.slice(0, 30)).toContain("text/html");
        expect(policy, where.slice(0, 30)).toContain("default-src 'none'");
        expect(policy).not.toContain("unsafe");
        expect(policy).toContain("frame-ancestors 'none'");
        expect(headers["strict-transport-security"]).toBeTruthy();
        expect(headers["x-content-type-options"]).toBe("nosniff");
        expect(headers["referrer-policy"]).toBeTruthy();
        expect(headers["permissions-policy"]).toBeTruthy();
        expect((await answer.text()).length).toBeGreaterThan(100);
      }
    });
  }

  test("refusals too", async ({ request }) => {
    const refused = [
      await request.fetch("/", { method: "DELETE" }),
      await request.post("/share", {
        headers: { "sec-fetch-site": "cross-site" },
        form: { text: "x" },
      }),
      await request.post("/share", {
        data: "x".repeat(300_000),
        headers: { "content-type": "text/plain" },
      }),
    ];
    expect(refused.map((answer) => answer.status())).toEqual([405, 403, 413]);
    for (const answer of refused)
      expect(answer.headers()["content-security-policy"]).toContain("default-src 'none'");
  });
});

test("public pages are for everyone: no cookie is read or set, and shared caches keep them briefly", async ({
  request,
}) => {
  const plain = await request.get("/");
  const withCookie = await request.get("/", { headers: { cookie: "next-auth.session-token=abc" } });
  expect(await withCookie.text()).toBe(await plain.text());
  expect(plain.headers()["set-cookie"]).toBeUndefined();
  const age = Number(/s-maxage=(\d+)/.exec(plain.headers()["cache-control"] ?? "")?.[1]);
  expect(age).toBeLessThan(5);
});

test("a page that has not changed is not sent again", async ({ request }) => {
  const first = await request.get("/helplines");
  const again = await request.get("/helplines", {
    headers: { "if-none-match": first.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
});

test("an address is answered as what it says, and whoever offers another protocol in ours", async ({
  baseURL,
}) => {
  // As it is, which neither fetch nor a browser would send.
  const ask = (where: string, headers: Record<string, string> = {}) =>
    new Promise<{ status?: number; body: string }>((resolve, reject) => {
      const options = { path: where, headers, agent: false, signal: AbortSignal.timeout(20_000) };
      get(baseURL ?? "", options, (answer) => {
        let body = "";
        answer.setEncoding("utf8").on("data", (part: string) => (body += part));
        answer.on("end", () => resolve({ status: answer.statusCode, body }));
      }).on("error", reject);
    });
  for (const where of ["/share/../es", "/share/%2e%2e/es", "/_next/../es", "/es/share/../../en"])
    expect((await ask(where)).status, where).toBe(404);
  for (const [where, language] of [
    ["/", "en"],
    ["/es", "es"],
  ] as const) {
    const { status, body } = await ask(where, { connection: "Upgrade", upgrade: "websocket" });
    expect([status, body.includes(`<html lang="${language}"`)], where).toEqual([200, true]);
  }
  // A part of a file, which nobody needs, is all of it.
  expect((await ask("/plain.css", { range: "bytes=999999-" })).status).toBe(200);
  expect((await ask("/plain.css", { "if-match": '"x"' })).status).toBe(200);
});

test("HEAD answers like GET, without the body", async ({ request }) => {
  const [head, full] = [await request.head("/helplines"), await request.get("/helplines")];
  expect(head.status()).toBe(200);
  expect(head.headers()["content-security-policy"]).toBe(full.headers()["content-security-policy"]);
  expect((await head.body()).length).toBe(0);
});

test("health", async ({ request }) => {
  expect((await request.get("/api/health/live")).status()).toBe(200);
  expect((await request.get("/api/health/ready")).status()).toBe(200);
});

async function openCall(databaseUrl: string): Promise<void> {
  await query(
    `INSERT INTO "Call" (id, slug, title, prompt, "opensAt") VALUES ('c', 'nights', 'What happened on the night shift?', 'Tell us.', now() - interval '1 day')`,
    [],
    databaseUrl,
  );
}

/** A server of our own. */
async function startServer(port: number, databaseUrl: string): Promise<ChildProcess> {
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    SITE_URL: `http://localhost:${port}`,
    SUBMISSIONS_PER_HOUR: "1000",
    DATA_DIR: path.join(".test", `server-${port}`),
  };
  const child = spawn(process.execPath, ["server.ts"], { env, stdio: "ignore" });
  const ready = () =>
    new Promise<boolean>((resolve) => {
      get(`http://127.0.0.1:${port}/api/health/ready`, (answer) =>
        resolve(answer.resume().statusCode === 200),
      ).on("error", () => resolve(false));
    });
  await expect.poll(ready, { timeout: 20_000 }).toBe(true);
  return child;
}

/** From here on no revision can be written: stories wait in the middle of their transactions. */
async function holdRevisions(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('BEGIN; LOCK TABLE "Revision" IN EXCLUSIVE MODE');
  const waiting = async () => {
    const { rowCount } = await client.query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    return rowCount ?? 0;
  };
  return { waiting, letGo: () => client.end() };
}

const gone = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once("exit", resolve));

test("killed in the middle of 50 submissions, then retried: every acknowledged story is there once", async ({
  playwright,
}) => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const request = await playwright.request.newContext({
    extraHTTPHeaders: { "x-forwarded-for": newAddress() },
  });
  const databaseUrl = await createDatabase();
  let server = await startServer(port, databaseUrl);
  try {
    await openCall(databaseUrl);
    const forms = await Promise.all(
      Array.from({ length: 50 }, async () => ({
        ...(await openForm(request, origin)),
        text: someWords("Half the ward was asleep."),
      })),
    );
    const links = new Map<(typeof forms)[number], string>();
    const send = async (form: (typeof forms)[number]) => {
      const answer = await post(request, form, origin);
      expect(answer.status()).toBe(303);
      links.set(form, answer.headers().location ?? "");
    };
    const sent = forms.slice(0, 20).map((form) => send(form));
    await Promise.all(sent.slice(0, 5));
    const held = await holdRevisions(databaseUrl);
    const settled = Promise.allSettled([...sent, ...forms.slice(20).map((form) => send(form))]);
    // In the middle of writing, as PostgreSQL sees it.
    await expect.poll(held.waiting).toBeGreaterThan(0);
    const died = gone(server);
    server.kill("SIGKILL");
    await died;
    await held.letGo();
    await settled;
    const acknowledged = new Map(links);
    expect(acknowledged.size).toBeGreaterThanOrEqual(5);
    expect(acknowledged.size).toBeLessThan(50);

    server = await startServer(port, databaseUrl);
    for (const form of forms) await send(form);
    expect(new Set(links.values()).size).toBe(50);
    for (const [form, link] of acknowledged) expect(links.get(form)).toBe(link);
    for (const [form, link] of links) {
      const page = await request.get(new URL(link, origin).href);
      expect(await page.text()).toContain(form.text);
    }
    const kept = await query<{ text: string }>(
      'SELECT r.text FROM "Story" s LEFT JOIN "Revision" r ON r."storyId" = s.id',
      [],
      databaseUrl,
    );
    expect(kept.map(({ text }) => text).sort()).toEqual(forms.map(({ text }) => text).sort());
    const stopped = gone(server);
    server.kill("SIGTERM");
    expect(await stopped).toBe(0);
  } finally {
    server.kill("SIGKILL");
    await request.dispose();
  }
});

test("a breakdown is a page with words and the policy, not an empty shell", async ({
  playwright,
}) => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const databaseUrl = await createDatabase();
  const server = await startServer(port, databaseUrl);
  const request = await playwright.request.newContext({
    extraHTTPHeaders: { accept: "text/html" },
  });
  try {
    await openCall(databaseUrl);
    const form = { ...(await openForm(request, origin)), text: someWords() };
    await query('ALTER TABLE "Call" RENAME TO "Mislaid"', [], databaseUrl);
    for (const answer of [
      await request.get(`${origin}/calls/nights/share`),
      await post(request, form, origin),
    ]) {
      expect(answer.status()).toBe(500);
      expect(await answer.text()).toContain("Something went wrong here");
      expect(answer.headers()["content-security-policy"]).toContain("default-src 'none'");
    }
    expect((await request.get(`${origin}/api/health/ready`)).status()).toBe(200);
  } finally {
    server.kill("SIGKILL");
    await request.dispose();
  }
});
