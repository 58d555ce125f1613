import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import {
  answerWithCall,
  answerWithCalls,
  answerWithDescription,
  answerWithIndex,
  answerWithStories,
  answerWithStory,
  answerWithTheme,
  answerWithThemes,
} from "#lib/api/answers.ts";
import { operations } from "#lib/api/operations.ts";
import { problemOf } from "#lib/api/problem.ts";
import type { ApiStory, CallPage, PageLinks, Problem, StoryPage } from "#lib/api/schema.ts";
import { database } from "#lib/db.ts";
import { siteChannel } from "#lib/feeds/channels.ts";
import { answerWithFeed } from "#lib/feeds/answer.ts";
import { indexStories } from "#lib/finding/commands.ts";
import { decide } from "#lib/moderation/commands.ts";
import { withdrawStory } from "#lib/stories/own/commands.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";
import { answerChecker } from "#lib/testing/described.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

vi.mock("next/cache", () => ({ unstable_cache: (read: () => unknown) => read }));

const REQUESTS = vi.hoisted(() => Number((process.env.API_REQUESTS_PER_HOUR = "50")));

const SITE = "http://localhost:3000";

const { prisma, pool } = database();
let call: string;
let ines: Viewer;
let wrongWith: ReturnType<typeof answerChecker>;
beforeAll(async () => {
  call = await createCall();
  ines = await createUser({ name: "Ines", role: "MODERATOR" });
  const description = await answerWithDescription(ask("/api/v1/openapi.json"));
  wrongWith = answerChecker(await description.json());
});

let clients = 0;
const newClient = () => `2001:db8:${(++clients).toString(16)}::1`;

/** Each request from an address of its own, unless one is given. */
function ask(path: string, headers: Record<string, string> = {}): Request {
  const from = { "x-forwarded-for": newClient() };
  return new Request(new URL(path, SITE), { headers: { ...from, ...headers } });
}

type Name = keyof typeof operations;

/** As the folders under app/ send them on. */
const answers: Record<Name, (request: Request, at: string) => Promise<Response>> = {
  index: answerWithIndex,
  stories: answerWithStories,
  story: answerWithStory,
  themes: answerWithThemes,
  theme: answerWithTheme,
  calls: answerWithCalls,
  call: answerWithCall,
  description: answerWithDescription,
};

/** An answer, after it was compared with its description. */
async function get(name: Name, path: string, headers: Record<string, string> = {}) {
  const last = path.split("?", 1)[0]?.split("/").at(-1) ?? "";
  const answer = await answers[name](ask(path, headers), last);
  const body = await answer.clone().text();
  const { status } = answer;
  const told = { status, headers: answer.headers, body };
  expect(wrongWith(operations[name].path, told), `${path}: ${body}`).toEqual([]);
  expect(answer.headers.get("access-control-allow-origin")).toBe("*");
  expect(answer.headers.has("set-cookie")).toBe(false);
  return answer;
}

const readPage = async (path: string) => (await (await get("stories", path)).json()) as StoryPage;
const readStory = async ({ id }: { id: string }) =>
  (await (await get("story", `/api/v1/stories/${id}`)).json()) as ApiStory;
const problemAt = async (name: Name, path: string) =>
  (await (await get(name, path)).json()) as Problem;

type Form = NonNullable<Parameters<typeof createStory>[2]>;
type Story = Awaited<ReturnType<typeof createStory>>;

async function decideOn({ id, revisionId }: Story, kind: "APPROVE" | "TAKE_DOWN", over: Form = {}) {
  const reason = kind === "TAKE_DOWN" ? "harmful" : "";
  const { warnings = [], intensities = {} } = over;
  const given = { storyId: id, revisionId, kind, reason, warnings, intensities };
  const decided = await decide(ines, seededDecision(given));
  if (!decided.ok) throw new Error(decided.message);
}

async function publish(text: string, over: Form = {}): Promise<Story> {
  const story = await createStory(call, text, over);
  await decideOn(story, "APPROVE", over);
  await indexStories();
  return story;
}

const warnedOf: Form = { warnings: ["stillbirth"], intensities: { stillbirth: "DESCRIBED" } };

test("a story is told with all that its page shows", async () => {
  const text = 'She said "<3 & more",\nand nobody answered that night. #oneShift #oneshift #kettle';
  const story = await publish(text, {
    ...{ theme: "small-wins", bylineName: "Noor", bylineRole: "night nurse" },
  });
  const told = await readStory(story);
  expect(told).toEqual({
    id: story.id,
    url: `${SITE}/stories/${story.id}`,
    gate: null,
    contentWarnings: [],
    gated: false,
    text,
    language: "en",
    byline: { name: "Noor", role: "night nurse" },
    theme: { slug: "small-wins", title: "Small wins", url: `${SITE}/themes/small-wins` },
    call: { slug: call, title: expect.any(String), url: `${SITE}/calls/${call}` },
    hashtags: ["oneShift", "kettle"],
    picture: null,
    previewImage: {
      url: expect.stringMatching(`^${SITE}/previews/${story.id}/[0-9a-f]{16}\\.png$`),
      width: 1200,
      height: 630,
    },
    hearts: 0,
    publishedAt: expect.stringMatching(/Z$/),
    updatedAt: told.publishedAt,
    demo: false,
  });
  const { stories } = await readPage("/api/v1/stories?limit=1");
  expect(stories).toEqual([told]);
});

test("a story's picture, and when its words were changed, are told", async () => {
  const story = await publish("The window was open.");
  const before = await readStory(story);
  const picture = { id: "p".repeat(24), storyId: story.id, width: 1600, height: 1067 };
  await prisma.picture.create({ data: { ...picture, uploadKeyHash: new Uint8Array(32) } });
  const createdAt = new Date(Date.now() + 60_000);
  const shown = { pictureId: picture.id, pictureAlt: "A window at night" };
  const { id } = await prisma.revision.create({
    data: { storyId: story.id, number: 2, text: "It was open.", weight: 12, createdAt, ...shown },
  });
  await prisma.story.update({
    where: { id: story.id },
    data: { latestRevisionId: id, publishedRevisionId: id },
  });
  expect(await readStory(story)).toMatchObject({
    text: "It was open.",
    picture: {
      url: `${SITE}/pictures/${picture.id}/1600.jpg`,
      ...{ width: 1600, height: 1067, alt: "A window at night" },
    },
    publishedAt: before.publishedAt,
    updatedAt: createdAt.toISOString(),
  });
});

describe("a content warning travels with its story", () => {
  test("words and warnings beside each other, and what is written on the gate", async () => {
    const text = "Xylophones fell silent in the #silentward.";
    const story = await publish(text, warnedOf);
    const told = {
      id: story.id,
      gate: "Contains: stillbirth, described",
      contentWarnings: [{ slug: "stillbirth", label: "stillbirth", intensity: "described" }],
      gated: false,
      text,
      hashtags: [],
    };
    expect(await readStory(story)).toMatchObject(told);
    const { stories } = await readPage("/api/v1/stories?limit=1");
    expect(stories).toMatchObject([told]);
  });

  test("a story that readers reported has a gate too", async () => {
    const story = await publish("Xylophones were played again.");
    await prisma.story.update({ where: { id: story.id }, data: { gatedAt: new Date() } });
    expect(await readStory(story)).toMatchObject({
      gate: "Readers have reported this story. Moderators are seeing to it.",
      contentWarnings: [],
      gated: true,
    });
  });

  test("the gate stands exactly where a feed has no words", async () => {
    await publish("A lamp was lit.");
    const feed = await answerWithFeed(ask("/feed.json"), siteChannel(), "json");
    const { items } = (await feed.json()) as { items: { id: string; content_text: string }[] };
    const inFeed = new Map(items.map((item) => [item.id, item.content_text]));
    const { stories } = await readPage("/api/v1/stories?limit=50");
    expect(new Set(stories.map(({ gate }) => gate === null))).toEqual(new Set([true, false]));
    for (const { url, text, gate } of stories) {
      expect(inFeed.get(url) === text, url).toBe(gate === null);
    }
  });
});

test("what is not published is not there, and nothing tells why", async () => {
  const gone = await Promise.all(["One.", "Two.", "Three."].map((text) => publish(text)));
  const [takenDown, withdrawn] = gone;
  if (!takenDown || !withdrawn) throw new Error("Nothing was published.");
  const ids = async () => (await readPage("/api/v1/stories?limit=100")).stories.map(({ id }) => id);
  expect(await ids()).toEqual(expect.arrayContaining(gone.map(({ id }) => id)));
  await decideOn(takenDown, "TAKE_DOWN");
  await withdrawStory(null, withdrawn.token);
  const waiting = await createStory(call, "Nobody has read this yet.");
  for (const id of [takenDown.id, withdrawn.id, waiting.id, "zzzzzzzzzzzz", "short"]) {
    const path = `/api/v1/stories/${id}`;
    const answer = await get("story", path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe(JSON.stringify(problemOf(404, path)));
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(await ids()).not.toContain(id);
  }
});

describe("lists", () => {
  /** Goes along a link until there is none, and tells every page's stories. */
  async function walk(from: string, way: "next" | "prev", between = async () => {}) {
    const pages: string[][] = [];
    let path: string | null = from;
    let links: PageLinks | undefined;
    while (path) {
      const answer: Response = await get("stories", path);
      const page = (await answer.json()) as StoryPage;
      ({ links } = page);
      for (const rel of ["first", "next", "prev"] as const) {
        const named = answer.headers.get("link")?.includes(`<${links[rel]}>; rel="${rel}"`);
        expect(named, rel).toBe(links[rel] !== null);
      }
      pages.push(page.stories.map(({ id }) => id));
      path = links[way];
      await between();
    }
    return { pages, links };
  }

  test("each story is met once, whatever comes meanwhile; and back again the same ones", async () => {
    const { id: callId } = await prisma.call.findUniqueOrThrow({ where: { slug: call } });
    // Three at a time.
    for (let at = 0; at < 21; at++) {
      const submittedAt = new Date(Date.UTC(2026, 0, 1, 0, 0, Math.floor(at / 3)));
      await tellStory({ callId, status: "PUBLISHED", submittedAt, text: "In the #corridor." });
    }
    await indexStories();
    const { rows } = await pool.query<{ storyId: string }>(
      `SELECT "storyId" FROM "Listing" WHERE "list" = 'hashtag:corridor'
       ORDER BY "publishedAt" DESC, "storyId" DESC`,
    );
    const all = rows.map(({ storyId }) => storyId);
    const come = () => publish("Another in the #corridor.").then(() => undefined);
    const on = await walk("/api/v1/stories?hashtag=Corridor&limit=5", "next", come);
    expect(on.pages.map((page) => page.length)).toEqual([5, 5, 5, 5, 1]);
    expect(on.pages.flat()).toEqual(all);
    // The first page had none before it; by now it has.
    const back = await walk(on.links?.self ?? "", "prev");
    const backwards = back.pages.toReversed().flat();
    expect(backwards.slice(-21)).toEqual(all);
    expect(new Set(backwards).size).toBe(backwards.length);
    expect(backwards).toHaveLength(21 + on.pages.length);
    expect(back.links).toMatchObject({ prev: null, next: expect.any(String) });
    expect(back.links?.first).toBe(`${SITE}/api/v1/stories?hashtag=corridor&limit=5`);
  });

  test("of a theme, a call, a hashtag and a role have those that stand in them", async () => {
    const listed = await publish("A #harp was heard.", {
      ...{ theme: "small-wins", bylineRole: "Midwife" },
    });
    const other = await publish("A drum was heard.");
    for (const asked of ["theme=small-wins", "hashtag=%23HARP", "role=midwife"]) {
      const ids = (await readPage(`/api/v1/stories?${asked}`)).stories.map(({ id }) => id);
      expect(ids[0], asked).toBe(listed.id);
      expect(ids, asked).not.toContain(other.id);
    }
    const { stories } = await readPage(`/api/v1/stories?call=${call}&limit=2`);
    expect(stories.map(({ id }) => id)).toEqual([other.id, listed.id]);
    expect((await readPage("/api/v1/stories?theme=no-such-theme")).stories).toEqual([]);
  });

  test("by hearts begin with those that have the most", async () => {
    const stories = await Promise.all(["One.", "Two.", "Three."].map((text) => publish(text)));
    for (const [hearts, { id }] of stories.entries()) {
      await prisma.heartCount.update({ where: { storyId: id }, data: { hearts } });
    }
    const first = await readPage("/api/v1/stories?sort=hearts&limit=1");
    expect(first.stories).toMatchObject([{ id: stories[2]?.id, hearts: 2 }]);
    const second = await readPage(first.links.next ?? "");
    expect(second.stories).toMatchObject([{ id: stories[1]?.id, hearts: 1 }]);
    expect(second.links.next).toBeNull();
    expect(await readPage(second.links.prev ?? "")).toMatchObject({ stories: first.stories });
  });
});

test("calls and themes are told once they have opened, page by page", async () => {
  const opened: string[] = [];
  for (let day = 1; day <= 3; day++) {
    const slug = await createCall();
    const opensAt = new Date(Date.UTC(2026, 0, day));
    await prisma.call.update({ where: { slug }, data: { opensAt, hashtag: "#OneShift" } });
    opened.unshift(slug);
  }
  const later = await createCall();
  const opensAt = new Date(Date.now() + 60_000);
  await prisma.call.update({ where: { slug: later }, data: { opensAt } });
  const closed = opened[0] ?? "";
  const closesAt = new Date(Date.UTC(2026, 1, 1));
  await prisma.call.update({ where: { slug: closed }, data: { closesAt } });
  await prisma.theme.updateMany({
    where: { call: { slug: opened[1] ?? "" } },
    data: { slug: "long-nights", title: "Long nights" },
  });

  const met: string[] = [];
  let path: string | null = "/api/v1/calls?limit=2";
  while (path) {
    const page = (await (await get("calls", path)).json()) as CallPage;
    met.push(...page.calls.map(({ slug }) => slug));
    path = page.links.next;
  }
  expect(met).toEqual([call, ...opened]);
  expect(await (await get("call", `/api/v1/calls/${closed}`)).json()).toEqual({
    slug: closed,
    title: "What did you learn on the night shift?",
    url: `${SITE}/calls/${closed}`,
    prompt: "Tell us.",
    hashtag: "OneShift",
    opensAt: "2026-01-03T00:00:00.000Z",
    closesAt: "2026-02-01T00:00:00.000Z",
    open: false,
    themes: [{ slug: "small-wins", title: "Small wins", url: `${SITE}/themes/small-wins` }],
  });
  expect((await get("call", `/api/v1/calls/${later}`)).status).toBe(404);

  // Two calls share one theme, which stands where the one that opened last does.
  const themes = await get("themes", "/api/v1/themes?limit=1");
  expect(await themes.json()).toMatchObject({
    themes: [{ slug: "small-wins" }],
    links: { prev: null, next: expect.any(String) },
  });
  const all = await get("themes", "/api/v1/themes");
  expect(await all.json()).toMatchObject({
    themes: [{ slug: "small-wins" }, { slug: "long-nights", title: "Long nights" }],
    links: { next: null },
  });
  expect(await (await get("theme", "/api/v1/themes/long-nights")).json()).toMatchObject({
    url: `${SITE}/themes/long-nights`,
  });
  expect((await get("theme", "/api/v1/themes/no-such-theme")).status).toBe(404);
});

test("a story's call is not told of before it opens", async () => {
  const story = await publish("We were early.");
  await prisma.call.update({ where: { slug: call }, data: { opensAt: new Date(2200, 0) } });
  expect(await readStory(story)).toMatchObject({ call: null });
  await prisma.call.update({ where: { slug: call }, data: { opensAt: new Date(2026, 9) } });
});

test("it begins with an index of what there is", async () => {
  const index = (await (await get("index", "/api/v1")).json()) as { links: Record<string, string> };
  for (const url of Object.values(index.links)) {
    const { pathname } = new URL(url);
    expect(Object.values(operations).map(({ path }) => path)).toContain(pathname);
  }
  const { headers } = await get("index", "/api/v1");
  expect(headers.get("link")).toBe(
    '</api/v1/openapi.json>; rel="service-desc"; type="application/json"',
  );
});

describe("whoever has an answer", () => {
  test("is told so, until a story is gone from it", async () => {
    const story = await publish("A lamp was left on.");
    for (const [name, path] of [
      ["stories", "/api/v1/stories"],
      ["story", `/api/v1/stories/${story.id}`],
    ] as const) {
      const first = await get(name, path);
      expect(first.headers.get("cache-control")).toMatch(/^public, max-age=0, s-maxage=2/);
      const has = { "if-none-match": first.headers.get("etag") ?? "" };
      const again = await get(name, path, has);
      expect([again.status, await again.text()]).toEqual([304, ""]);
      for (const header of ["etag", "cache-control", "link"])
        expect(again.headers.get(header)).toBe(first.headers.get(header));
      expect((await get(name, path, { "if-none-match": '"other"' })).status).toBe(200);
    }
    const { headers } = await get("stories", "/api/v1/stories");
    await decideOn(story, "TAKE_DOWN");
    const etag = { "if-none-match": headers.get("etag") ?? "" };
    const after = await get("stories", "/api/v1/stories", etag);
    expect(after.status).toBe(200);
    expect(await after.text()).not.toContain(story.id);
  });
});

test("parameters that can't be read are named, with what to do", async () => {
  const path = "/api/v1/stories?limit=0&cursor=nowhere&tehme=nights";
  expect(await problemAt("stories", path)).toEqual({
    type: `${SITE}/api/v1/openapi.json#/components/responses/InvalidParameters`,
    title: "Bad Request",
    status: 400,
    detail: expect.any(String),
    instance: "/api/v1/stories",
    errors: expect.arrayContaining([
      { parameter: "limit", detail: "Please ask for a whole number from 1 to 100." },
      { parameter: "tehme", detail: "There is no such parameter here." },
    ]),
  });
  for (const name of ["index", "themes", "calls"] as const) {
    expect(await problemAt(name, `${operations[name].path}?page=2`)).toMatchObject({ status: 400 });
  }
});

test(`an address may ask ${REQUESTS} times an hour, whatever it is answered`, async () => {
  const from = { "x-forwarded-for": newClient() };
  const first = await get("stories", "/api/v1/stories", from);
  expect(first.headers.get("ratelimit-policy")).toBe(`"api";q=${REQUESTS};w=3600`);
  expect(first.headers.get("ratelimit")).toBe(`"api";r=${REQUESTS - 1};t=3600`);
  const has = { ...from, "if-none-match": first.headers.get("etag") ?? "" };
  for (const [name, path, headers, status] of [
    ["stories", "/api/v1/stories", has, 304],
    ["stories", "/api/v1/stories?limit=0", from, 400],
    ["story", "/api/v1/stories/zzzzzzzzzzzz", from, 404],
  ] as const) {
    expect((await get(name, path, headers)).status).toBe(status);
  }
  let last = await get("index", "/api/v1", from);
  expect(last.headers.get("ratelimit")).toMatch(
    new RegExp(`^"api";r=${REQUESTS - 5};t=3[56]\\d\\d$`),
  );
  expect(last.headers.get("cache-control")).toMatch(/^public/);
  for (let asked = 5; asked < REQUESTS; asked++) last = await get("index", "/api/v1", from);
  expect(last.status).toBe(200);
  expect(last.headers.get("ratelimit")).toMatch(/^"api";r=0;t=\d+$/);
  // That this one should wait is no other's business.
  expect(last.headers.get("cache-control")).toBe("private, no-store");

  const refused = await get("index", "/api/v1", from);
  expect(refused.status).toBe(429);
  expect(refused.headers.get("content-type")).toBe("application/problem+json");
  const wait = Number(refused.headers.get("retry-after"));
  expect(wait).toBeGreaterThan(3_000);
  expect(wait).toBeLessThanOrEqual(3_600);
  expect(refused.headers.get("ratelimit")).toBe(`"api";r=0;t=${wait}`);
  expect(await refused.json()).toMatchObject({
    type: "https://iana.org/assignments/http-problem-types#quota-exceeded",
    status: 429,
    instance: "/api/v1",
    "violated-policies": ["api"],
  });
  // A line of IPv6 is one address; its neighbour is another.
  const { "x-forwarded-for": address } = from;
  const sameLine = { "x-forwarded-for": address.replace("::1", "::2:3") };
  expect((await get("index", "/api/v1", sameLine)).status).toBe(429);
  expect((await get("index", "/api/v1")).status).toBe(200);
});

test("a failure says nothing of what failed", async () => {
  await pool.query('ALTER TABLE "Listing" RENAME TO "Mislaid"');
  try {
    const answer = await answerWithStories(ask("/api/v1/stories?theme=small-wins"));
    expect(answer.status).toBe(500);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(await answer.json()).toEqual(problemOf(500, "/api/v1/stories"));
  } finally {
    await pool.query('ALTER TABLE "Mislaid" RENAME TO "Listing"');
  }
});
