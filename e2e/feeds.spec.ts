import type { APIRequestContext, Page } from "@playwright/test";
import { query } from "./fixtures/database.ts";
import { publishStory, someWords } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

type Published = { id: string; words: string };

async function publish(
  request: APIRequestContext,
  fields: Record<string, string> = {},
): Promise<Published> {
  const words = someWords("The lamp over the door stayed on for her.");
  return { id: await publishStory(request, words, fields), words };
}

const feeds = { rss: "/feed.xml", json: "/feed.json" };

const textOf = async (request: APIRequestContext, path: string) => (await request.get(path)).text();

type Item = Record<"id" | "title" | "content_text" | "content_html", string> & {
  _vignette: { content_warnings: unknown[]; gated: boolean };
};

async function jsonItem(request: APIRequestContext, { id }: Published): Promise<Item | undefined> {
  const { items } = (await (await request.get(feeds.json)).json()) as { items: Item[] };
  return items.find((item) => item.id.endsWith(`/stories/${id}`));
}

/** What a browser's XML parser reads in it, which stops at whatever is not well-formed. */
async function rssItem(page: Page, { id }: Published) {
  const xml = await textOf(page.request, feeds.rss);
  return page.evaluate(
    ([text, link]) => {
      const read = new DOMParser().parseFromString(text, "application/xml");
      if (read.querySelector("parsererror")) throw new Error(read.documentElement.outerHTML);
      const item = [...read.querySelectorAll("rss > channel > item")].find((each) =>
        each.querySelector("guid[isPermaLink=true]")?.textContent.endsWith(link),
      );
      const of = (name: string) => item?.querySelector(name)?.textContent ?? "";
      return item && { title: of("title"), link: of("link"), html: of("description") };
    },
    [xml, `/stories/${id}`] as const,
  );
}

/** The server hears of it from PostgreSQL, a moment later. */
const appears = (request: APIRequestContext, { id }: Published) =>
  expect.poll(() => textOf(request, feeds.json)).toContain(id);

async function someList(): Promise<{ theme: string; call: string }> {
  const [found] = await query<{ theme: string; call: string }>(
    `SELECT t.slug AS theme, c.slug AS call FROM "Listing" l
       JOIN "Theme" t ON l.list = 'theme:' || t.slug JOIN "Call" c ON c.id = t."callId"
     WHERE EXISTS (SELECT FROM "Listing" WHERE list = 'call:' || c.slug) LIMIT 1`,
  );
  if (!found) throw new Error("No story is listed under a theme.");
  return found;
}

test("pages say that there are feeds of what they show", async ({ page }) => {
  await expect
    .poll(() => query(`SELECT FROM "Listing" WHERE list LIKE 'theme:%' LIMIT 1`))
    .not.toEqual([]);
  const { theme, call } = await someList();
  for (const home of ["", `/themes/${theme}`, `/calls/${call}`]) {
    await page.goto(home || "/");
    for (const [type, file] of [
      ["application/rss+xml", "feed.xml"],
      ["application/feed+json", "feed.json"],
    ] as const) {
      const link = page.locator(`link[rel="alternate"][type="${type}"]`);
      await expect(link).toHaveCount(1);
      expect(await link.getAttribute("title")).toBeTruthy();
      const url = new URL((await link.getAttribute("href")) ?? "");
      expect(url.pathname).toBe(`${home}/${file}`);
      const answer = await page.request.get(url.href);
      expect(answer.status()).toBe(200);
      expect(answer.headers()["content-type"]).toBe(`${type}; charset=utf-8`);
      const body = await answer.text();
      expect(body).toContain(url.href); // itself
      expect(body).toMatch(/\/stories\/\w{12}/);
    }
  }
});

test("an unwarned story is in the feeds with its words, until it is taken down", async ({
  page,
}) => {
  const { request } = page;
  const story = await publish(request);
  await appears(request, story);
  await page.goto("/");
  const { id, words } = story;
  expect(await jsonItem(request, story)).toMatchObject({
    content_text: words,
    _vignette: { content_warnings: [], gated: false },
  });
  const item = await rssItem(page, story);
  expect(item?.html).toContain(words);
  expect(item?.title).toContain("The lamp over the door");
  expect((await request.get(item?.link ?? "")).status()).toBe(200);

  await query(`UPDATE "Story" SET status = 'TAKEN_DOWN' WHERE id = $1`, [id]);
  const gone = async () => {
    const all = await Promise.all(
      [...Object.values(feeds), ...(await parts(request))].map((path) => textOf(request, path)),
    );
    return all.filter((text) => text.includes(id) || text.includes(words)).length;
  };
  await expect.poll(gone, { timeout: 5_000 }).toBe(0);
});

test("of a warned story, the feeds have the label and a link; of a reported one, that it is", async ({
  page,
}) => {
  const { request } = page;
  const warned = await publish(request, {
    warnings: "stillbirth",
    "intensities.stillbirth": "DESCRIBED",
  });
  const reported = await publish(request);
  await query(`UPDATE "Story" SET "gatedAt" = now() WHERE id = $1`, [reported.id]);
  await appears(request, warned);
  await expect.poll(async () => (await jsonItem(request, reported))?._vignette.gated).toBe(true);
  await page.goto("/");
  expect(await jsonItem(request, warned)).toMatchObject({
    title: "Contains: stillbirth, described",
    _vignette: {
      content_warnings: [{ slug: "stillbirth", label: "stillbirth", intensity: "described" }],
      gated: false,
    },
  });
  const label = { [warned.id]: "Contains: stillbirth", [reported.id]: "Readers have reported" };
  for (const story of [warned, reported]) {
    const item = await rssItem(page, story);
    expect(item?.title).toContain(label[story.id]);
    expect(item?.html).toContain(`/stories/${story.id}">`);
    for (const path of Object.values(feeds))
      expect(await textOf(request, path)).not.toContain(story.words);
  }
});

for (const path of Object.values(feeds)) {
  test(`whoever has ${path} is told so`, async ({ request }) => {
    // Again, should a story of another test come in between.
    await expect(async () => {
      const first = await request.get(path);
      const { etag = "", "last-modified": modified = "", ...headers } = first.headers();
      expect(headers["cache-control"]).toBe("public, max-age=0, s-maxage=2, must-revalidate");
      expect(headers["set-cookie"]).toBeUndefined();
      for (const [name, value] of [
        ["if-none-match", etag],
        ["if-modified-since", modified],
      ] as const) {
        const again = await request.get(path, { headers: { [name]: value } });
        expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
        expect(again.headers().etag).toBe(etag);
        expect(again.headers()["cache-control"]).toBe(headers["cache-control"]);
      }
      const head = await request.head(path);
      expect([head.status(), (await head.body()).length]).toEqual([200, 0]);
      expect([head.headers().etag, head.headers()["last-modified"]]).toEqual([etag, modified]);
      const other = await request.get(path, { headers: { "if-none-match": '"another"' } });
      expect([other.status(), await other.text()]).toEqual([200, await first.text()]);
    }).toPass();
  });
}

test("where there is no list, there is no feed", async ({ request }) => {
  const unknown = await request.get("/stories/zzzzzzzzzzzz");
  for (const path of [
    "/themes/no-such-theme/feed.xml",
    "/calls/no-such-call/feed.json",
    "/roles/nurse/feed.xml",
    "/feed.xml/more",
    "/sitemaps/9999.xml",
  ]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect((await answer.body()).equals(await unknown.body()), path).toBe(true);
  }
});

/** The addresses in a sitemap, as paths. */
const locations = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = ""]) => new URL(url).pathname);

const parts = async (request: APIRequestContext) =>
  locations(await textOf(request, "/sitemap.xml"));

test("robots.txt names the sitemap, which has the lists and every story", async ({
  page,
  baseURL,
}) => {
  const { request } = page;
  const robots = await textOf(request, "/robots.txt");
  for (const line of ["/moderation", "/my", "/api"])
    expect(robots).toContain(`Disallow: ${line}\n`);
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);

  const story = await publish(request);
  await appears(request, story);
  const { theme, call } = await someList();
  const [lists = "", ...stories] = await parts(request);
  expect(locations(await textOf(request, lists))).toEqual(
    expect.arrayContaining(["/", "/hearted", `/themes/${theme}`, `/calls/${call}`]),
  );
  const listed: string[] = [];
  for (const path of stories) {
    const answer = await request.get(path);
    expect(answer.headers()["content-encoding"]).toBe("gzip");
    listed.push(...locations(await answer.text()));
  }
  expect(listed).toContain(`/stories/${story.id}`);
  expect(new Set(listed).size).toBe(listed.length);
  await page.goto("/");
  for (const path of ["/sitemap.xml", lists, ...stories]) {
    const root = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, "application/xml").documentElement.nodeName,
      await textOf(request, path),
    );
    expect(root, path).toBe(path === "/sitemap.xml" ? "sitemapindex" : "urlset");
  }
});

test("a story's structured data has its words, or its label and none of them", async ({ page }) => {
  const { request } = page;
  const plain = await publish(request);
  const warned = await publish(request, { warnings: "needles" });
  await appears(request, warned);
  for (const { id, words } of [plain, warned]) {
    await page.goto(`/stories/${id}`);
    const source = page.locator('script[type="application/ld+json"]');
    const json = (await source.textContent()) ?? "";
    const data = JSON.parse(json) as Record<string, unknown>;
    expect(data).toMatchObject({
      "@context": "https://schema.org",
      "@type": "SocialMediaPosting",
      url: expect.stringMatching(new RegExp(`^http.*/stories/${id}$`)),
      author: { "@type": "Person", name: "Anonymous" },
      datePublished: expect.stringMatching(/^2\d{3}-.*Z$/),
    });
    const preview = page.locator('meta[property="og:description"]');
    if (id === plain.id) {
      expect(data.articleBody).toBe(words);
      await expect(preview).toHaveAttribute("content", words);
    } else {
      expect(data).toMatchObject({ headline: "Contains: needles, mentioned" });
      expect(json).not.toContain(words);
      await expect(preview).toHaveAttribute("content", /Contains: needles, mentioned\.$/);
    }
  }
});
