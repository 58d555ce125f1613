import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { answerWithFeed } from "#lib/feeds/answer.ts";
import { type Channel, callChannel, siteChannel, themeChannel } from "#lib/feeds/channels.ts";
import type { FeedItem } from "#lib/feeds/item.ts";
import { writeJsonFeed } from "#lib/feeds/json-feed.ts";
import type { FeedFormat } from "#lib/feeds/links.ts";
import { FEED_SIZE } from "#lib/feeds/queries.ts";
import { type Feed, writeRss } from "#lib/feeds/rss.ts";
import { indexStories } from "#lib/finding/commands.ts";
import { decide } from "#lib/moderation/commands.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

vi.mock("next/cache", () => ({ unstable_cache: (read: () => unknown) => read }));

const { prisma, pool } = database();
let call: string;
let ines: Viewer;
beforeAll(async () => {
  call = await createCall();
  ines = await createUser({ name: "Ines", role: "MODERATOR" });
});

type Form = NonNullable<Parameters<typeof createStory>[2]>;
type Story = Awaited<ReturnType<typeof createStory>>;

async function decideOn({ id, revisionId }: Story, kind: "APPROVE" | "TAKE_DOWN", over: Form = {}) {
  const reason = kind === "TAKE_DOWN" ? "harmful" : "";
  const { warnings = [], intensities = {} } = over;
  const given = { storyId: id, revisionId, kind, reason, warnings, intensities };
  const decided = await decide(ines, seededDecision(given));
  if (!decided.ok) throw new Error(decided.message);
}

async function publish(text: string, over: Form = {}) {
  const story = await createStory(call, text, over);
  await decideOn(story, "APPROVE", over);
  await indexStories();
  return story;
}

const ask = (channel: Channel | null, format: FeedFormat, headers: Record<string, string> = {}) =>
  answerWithFeed(new Request("http://localhost:3000/", { headers }), channel, format);

/** https://www.jsonfeed.org/version/1.1/, and nothing that is not in it. */
const address = z.url({ protocol: /^https?$/ });
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/);
const author = z
  .strictObject({ name: z.string(), url: address, avatar: address })
  .partial()
  .refine((each) => Object.keys(each).length > 0);
const jsonItem = z
  .strictObject({
    id: z.string().min(1),
    url: address.optional(),
    external_url: address.optional(),
    title: z.string().optional(),
    content_html: z.string().optional(),
    content_text: z.string().optional(),
    summary: z.string().optional(),
    image: address.optional(),
    banner_image: address.optional(),
    date_published: z.iso.datetime({ offset: true }).optional(),
    date_modified: z.iso.datetime({ offset: true }).optional(),
    authors: z.array(author).optional(),
    tags: z.array(z.string()).optional(),
    language: language.optional(),
    attachments: z
      .array(
        z.strictObject({
          url: address,
          mime_type: z.string(),
          title: z.string().optional(),
          size_in_bytes: z.int().optional(),
          duration_in_seconds: z.number().optional(),
        }),
      )
      .optional(),
    // Ours: docs/feeds.md
    _vignette: z.strictObject({
      content_warnings: z.array(
        z.strictObject({
          slug: z.string().regex(/^[a-z-]+$/),
          label: z.string().min(1),
          intensity: z.enum(["mentioned", "described", "graphic"]),
        }),
      ),
      gated: z.boolean(),
    }),
  })
  .refine((item) => item.content_html !== undefined || item.content_text !== undefined);
const jsonFeed = z
  .strictObject({
    version: z.literal("https://jsonfeed.org/version/1.1"),
    title: z.string().min(1),
    home_page_url: address.optional(),
    feed_url: address.optional(),
    description: z.string().optional(),
    user_comment: z.string().optional(),
    next_url: address.optional(),
    icon: address.optional(),
    favicon: address.optional(),
    authors: z.array(author).optional(),
    language: language.optional(),
    expired: z.boolean().optional(),
    hubs: z.array(z.strictObject({ type: z.string(), url: address })).optional(),
    items: z.array(jsonItem),
  })
  .refine(({ items }) => new Set(items.map(({ id }) => id)).size === items.length);

async function readJson(channel: Channel | null) {
  const answer = await ask(channel, "json");
  expect(answer.headers.get("content-type")).toBe("application/feed+json; charset=utf-8");
  return jsonFeed.parse(await answer.json());
}

type RssItem = Record<"title" | "link" | "guid" | "permanent" | "at" | "html", string> &
  Record<"author" | "language" | "theme", string | null>;

/** Reads it with the XML parser that PostgreSQL has, libxml2, which refuses what is not well-formed. */
async function parseRss(xml: string) {
  const { rows } = await pool.query<Record<"title" | "link" | "description" | "self", string>>(
    `SELECT * FROM xmltable(xmlnamespaces('http://www.w3.org/2005/Atom' AS atom),
      '/rss[@version="2.0"]/channel' PASSING xmlparse(DOCUMENT $1) COLUMNS
      title text PATH 'title', link text PATH 'link', description text PATH 'description',
      self text PATH 'atom:link[@rel="self" and @type="application/rss+xml"]/@href')`,
    [xml],
  );
  const items = await pool.query<RssItem>(
    `SELECT * FROM xmltable(xmlnamespaces('http://purl.org/dc/elements/1.1/' AS dc),
      '/rss/channel/item' PASSING xmlparse(DOCUMENT $1) COLUMNS
      title text PATH 'title', link text PATH 'link', guid text PATH 'guid',
      permanent text PATH 'guid/@isPermaLink', at text PATH 'pubDate', html text PATH 'description',
      author text PATH 'dc:creator', language text PATH 'dc:language', theme text PATH 'category')`,
    [xml],
  );
  return { channels: rows, items: items.rows };
}

// RFC 822 with a year of four digits, as RSS 2.0 asks.
const rfc822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** What RSS 2.0 and the Advisory Board's profile ask for. */
function expectRss({ channels, items }: Awaited<ReturnType<typeof parseRss>>) {
  expect(channels).toHaveLength(1);
  for (const channel of channels) {
    expect(channel.title).not.toBe("");
    expect(channel.description).not.toBe("");
    for (const url of [channel.link, channel.self])
      expect(address.safeParse(url).success).toBe(true);
  }
  expect(new Set(items.map(({ guid }) => guid)).size).toBe(items.length);
  for (const item of items) {
    expect(item.title).not.toBe("");
    expect(item.html).not.toBe("");
    expect(address.safeParse(item.link).success).toBe(true);
    expect([item.guid, item.permanent]).toEqual([item.link, "true"]);
    expect(item.at).toMatch(rfc822);
  }
}

async function readRss(channel: Channel | null) {
  const answer = await ask(channel, "rss");
  expect(answer.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8");
  const feed = await parseRss(await answer.text());
  expectRss(feed);
  return feed;
}

const urlOf = ({ id }: { id: string }) => `http://localhost:3000/stories/${id}`;

test("an unwarned story is in both feeds of all stories, of its theme and its call, with its words", async () => {
  const text = `She said "<3 & more",\nand nobody in the corridor dared to answer her that night.`;
  const story = await publish(text, {
    ...{ theme: "small-wins", bylineName: "Noor", bylineRole: "night nurse" },
  });
  const channels = [siteChannel(), await themeChannel("small-wins"), await callChannel(call)];
  for (const channel of channels) {
    const json = await readJson(channel);
    expect(json.feed_url).toBe(`${json.home_page_url?.replace(/\/$/, "")}/feed.json`);
    expect(json.items.find(({ id }) => id === urlOf(story))).toMatchObject({
      url: urlOf(story),
      title: expect.stringContaining('She said "<3 & more", and nobody'),
      content_text: text,
      content_html: expect.stringContaining("&quot;&lt;3 &amp; more&quot;,<br>and nobody"),
      authors: [{ name: "Noor, night nurse" }],
      language: "en",
      tags: ["Small wins"],
      _vignette: { content_warnings: [], gated: false },
    });
    const rss = await readRss(channel);
    expect(rss.channels[0]?.self).toBe(json.feed_url?.replace(/json$/, "xml"));
    expect(rss.items.find(({ guid }) => guid === urlOf(story))).toMatchObject({
      title: expect.stringContaining('She said "<3 & more", and nobody'),
      html: json.items.find(({ id }) => id === urlOf(story))?.content_html,
      author: "Noor, night nurse",
      language: "en",
      theme: "Small wins",
    });
  }
});

test("of a warned and of a reported story, there is the label and a link, and none of their words", async () => {
  const warned = await publish("Xylophones fell silent in the ward.", {
    ...{ warnings: ["stillbirth"], intensities: { stillbirth: "DESCRIBED" } },
  });
  const reported = await publish("Xylophones were played again.");
  await prisma.story.update({ where: { id: reported.id }, data: { gatedAt: new Date() } });
  for (const format of ["rss", "json"] as const) {
    for (const channel of [siteChannel(), await callChannel(call)]) {
      expect(await (await ask(channel, format)).text()).not.toMatch(/xylophone/i);
    }
  }
  const rss = await readRss(siteChannel());
  expect(rss.items.find(({ guid }) => guid === urlOf(warned))).toMatchObject({
    title: "Contains: stillbirth, described",
    html: expect.stringContaining(`<a href="${urlOf(warned)}">`),
    language: null,
  });
  const { items } = await readJson(siteChannel());
  expect(items.find(({ id }) => id === urlOf(warned))?._vignette).toEqual({
    content_warnings: [{ slug: "stillbirth", label: "stillbirth", intensity: "described" }],
    gated: false,
  });
  expect(items.find(({ id }) => id === urlOf(reported))).toMatchObject({
    title: "Readers have reported this story. Moderators are seeing to it.",
    _vignette: { content_warnings: [], gated: true },
  });
});

test("there is no feed of a theme or call that is not there", async () => {
  const opening = await createCall();
  const opensAt = new Date(Date.now() + 60_000);
  await prisma.call.update({ where: { slug: opening }, data: { opensAt } });
  for (const channel of [
    await themeChannel("no-such-theme"),
    await callChannel("no-such-call"),
    await callChannel(opening),
  ]) {
    const answer = await ask(channel, "rss");
    expect([answer.status, await answer.text()]).toEqual([404, ""]);
  }
});

describe("whoever has a feed", () => {
  const validators = async (format: FeedFormat) => {
    const { headers } = await ask(siteChannel(), format);
    expect(headers.get("cache-control")).toMatch(/max-age=0.*s-maxage=2.*must-revalidate/);
    return {
      "if-none-match": headers.get("etag") ?? "",
      "if-modified-since": headers.get("last-modified") ?? "",
    };
  };

  test.each(["rss", "json"] as const)(
    "is told so, until a story is gone from it: %s",
    async (format) => {
      const story = await publish("A lamp was left on.");
      const has = await validators(format);
      for (const [name, value] of Object.entries(has)) {
        const answer = await ask(siteChannel(), format, { [name]: value });
        expect([answer.status, await answer.text()], name).toEqual([304, ""]);
        expect(answer.headers.get("etag")).toBe(has["if-none-match"]);
        expect(answer.headers.get("last-modified")).toBe(has["if-modified-since"]);
      }
      await decideOn(story, "TAKE_DOWN");
      for (const [name, value] of Object.entries(has)) {
        const answer = await ask(siteChannel(), format, { [name]: value });
        expect(answer.status, name).toBe(200);
        expect(await answer.text(), name).not.toContain(story.id);
      }
    },
  );
});

test("the newest fifty are in it, the newest first", async () => {
  const { id: callId } = await prisma.call.findUniqueOrThrow({ where: { slug: call } });
  const told: string[] = [];
  for (let ago = 0; ago < FEED_SIZE + 2; ago++) {
    const submittedAt = new Date(Date.now() + 3_600_000 - ago * 1000);
    told.push(urlOf(await tellStory({ callId, status: "PUBLISHED", submittedAt })));
  }
  await indexStories();
  for (const channel of [siteChannel(), await callChannel(call)]) {
    const { items } = await readJson(channel);
    expect(items.map(({ id }) => id)).toEqual(told.slice(0, FEED_SIZE));
    const rss = await readRss(channel);
    expect(rss.items.map(({ guid }) => guid)).toEqual(told.slice(0, FEED_SIZE));
  }
});

describe("whatever a title or story has in it", () => {
  const hostile = [
    `</title></item><script>alert('x')</script>`,
    `]]> <![CDATA[ <!-- --> <?php ?> <!DOCTYPE x [<!ENTITY e "x">]> &e; &amp; &#0;`,
    "\u0000\u0001\u0008\u000b\u001b\ufffe\uffff",
    "سلام नमस्ते こんにちは 👩🏽‍⚕️ e\u0301 \u2028 \u00a0",
  ].join(" ");
  const item: FeedItem = {
    url: "https://stories.example/stories/abcdefABCDEF?a=1&b='2'",
    ...{ title: hostile, text: hostile, html: hostile, author: hostile, theme: hostile },
    publishedAt: "2026-11-21T08:00:00.000Z",
    language: "en",
    warnings: [],
    gated: false,
  };
  const feed: Feed = {
    title: hostile,
    description: hostile,
    homeUrl: "https://stories.example/themes/a",
    feedUrl: "https://stories.example/themes/a/feed.xml",
    items: [item],
  };

  test("RSS is read back as it was, without what XML can't hold", async () => {
    const readable = hostile.replace(/[\u0000-\u0008\u000b\u001b\ufffe\uffff]/g, "");
    const parsed = await parseRss(writeRss(feed));
    expectRss(parsed);
    expect(parsed.channels[0]).toMatchObject({ title: readable, description: readable });
    expect(parsed.items).toEqual([
      {
        ...{ title: readable, html: readable, author: readable, theme: readable },
        ...{ link: item.url, guid: item.url, permanent: "true", language: "en" },
        at: "Sat, 21 Nov 2026 08:00:00 GMT",
      },
    ]);
  });

  test("JSON is read back as it was", () => {
    const parsed = jsonFeed.parse(JSON.parse(writeJsonFeed(feed)));
    expect(parsed.items[0]).toMatchObject({ title: hostile, content_html: hostile });
  });
});
