import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import {
  FRAMED_STORIES,
  answerWithFeedFrame,
  answerWithFrameFile,
  answerWithStoryFrame,
} from "#lib/embeds/answer.ts";
import { answerWithOembed } from "#lib/embeds/oembed.ts";
import { indexStories } from "#lib/finding/commands.ts";
import { decide } from "#lib/moderation/commands.ts";
import { withdrawStory } from "#lib/stories/own/commands.ts";
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

async function publish(text: string, over: Form = {}): Promise<Story> {
  const story = await createStory(call, text, over);
  await decideOn(story, "APPROVE", over);
  await indexStories();
  return story;
}

const warning: Form = { warnings: ["stillbirth"], intensities: { stillbirth: "DESCRIBED" } };

async function publishGated(text: string): Promise<Story[]> {
  const warned = await publish(text, warning);
  const reported = await publish(text);
  await prisma.story.update({ where: { id: reported.id }, data: { gatedAt: new Date() } });
  return [warned, reported];
}

const origin = "http://localhost:3000";
const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(origin + path, { headers });

const askForFrame = (id: string, query = "", headers: Record<string, string> = {}) =>
  answerWithStoryFrame(request(`/embed/stories/${id}${query}`, headers), id);

const askForFeed = (query = "") => answerWithFeedFrame(request(`/embed/feed${query}`));

const askByOembed = (query: string, headers: Record<string, string> = {}) =>
  answerWithOembed(request(`/api/oembed?${query}`, headers));

const urlOf = ({ id }: { id: string }) => `${origin}/stories/${id}`;
const oembedOf = (story: Story, more = "") =>
  askByOembed(`url=${encodeURIComponent(urlOf(story))}${more}`);

/** What stands outside of the gates. */
const outside = (html: string) =>
  html.replace(/<\/summary>.*?<\/details>/gs, "</summary></details>");

describe("the frame of a story", () => {
  test("has its words, and whoever has it is told so until they change", async () => {
    const { id } = await publish("The kettle sang all night.");
    const first = await askForFrame(id);
    expect(first.status).toBe(200);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "public, max-age=0, s-maxage=2, must-revalidate",
    });
    expect(first.headers.get("set-cookie")).toBeNull();
    expect(await first.text()).toContain("The kettle sang all night.");

    const etag = first.headers.get("etag") ?? "";
    const again = await askForFrame(id, "", { "if-none-match": etag });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    const dark = await askForFrame(id, "?look=dark", { "if-none-match": etag });
    expect([dark.status, (await dark.text()).includes(`class="dark"`)]).toEqual([200, true]);
    await prisma.story.update({ where: { id }, data: { gatedAt: new Date() } });
    expect((await askForFrame(id, "", { "if-none-match": etag })).status).toBe(200);
  });

  test("of a warned and of a reported one has the label, and its words behind the gate only", async () => {
    for (const { id } of await publishGated("Xylophones fell silent.")) {
      const html = await (await askForFrame(id)).text();
      expect(html).toContain("Xylophones fell silent.");
      expect(outside(html)).not.toContain("Xylophones");
      expect(outside(html)).toMatch(
        /gate-label">(Contains: stillbirth, desc|Readers have reported)/,
      );
    }
  });

  test("of what is not there is the same, to the byte, whatever the reason", async () => {
    const takenDown = await publish("It was there once.");
    await decideOn(takenDown, "TAKE_DOWN");
    const withdrawn = await publish("It was there for a while.");
    expect((await askForFrame(withdrawn.id)).status).toBe(200);
    expect(await withdrawStory(null, withdrawn.token)).toMatchObject({ ok: true });
    const waiting = await createStory(call, "It is not there yet.");
    const ids = [takenDown.id, withdrawn.id, waiting.id, "zzzzzzzzzzzz", "short", "../../x", "%00"];
    const answers = await Promise.all(ids.map((id) => askForFrame(id)));
    const told = await Promise.all(
      answers.map(async (answer) => ({
        ...{ status: answer.status, headers: Object.fromEntries(answer.headers) },
        html: await answer.text(),
      })),
    );
    for (const each of told) expect(each).toEqual(told[0]);
    expect(told[0]?.status).toBe(404);
    expect(told[0]?.html).toContain(`<h1 class="gone">This story is no longer here.</h1>`);
    expect(told[0]?.html).not.toMatch(/it was|it is not|canonical|stories\//i);
  });
});

describe("the frame of the newest stories", () => {
  test("has so many of all, of a theme or of a call, the newest first", async () => {
    const { id: callId } = await prisma.call.findUniqueOrThrow({ where: { slug: call } });
    const told: string[] = [];
    for (let ago = 0; ago < FRAMED_STORIES + 2; ago++) {
      const submittedAt = new Date(Date.now() + 3_600_000 - ago * 1000);
      told.push(urlOf(await tellStory({ callId, status: "PUBLISHED", submittedAt })));
    }
    await indexStories();
    for (const query of ["", `?call=${call}`]) {
      const html = await (await askForFeed(query)).text();
      const found = [...html.matchAll(/<a href="([^"]*\/stories\/\w+)"/g)].map(([, url]) => url);
      expect(found, query).toEqual(told.slice(0, FRAMED_STORIES));
    }
    const themed = await publish("A small win.", { theme: "small-wins" });
    const html = await (await askForFeed("?theme=small-wins&look=light")).text();
    expect(html.match(/<article /g)).toHaveLength(1);
    expect(html).toContain(urlOf(themed));
    expect(html).toContain(`class="light"`);
    expect(html).toContain(`<h1 class="title">Small wins`);
  });

  test("of what is no list says so, and of which it is no word", async () => {
    for (const query of [
      "?theme=no-such-theme",
      "?call=",
      `?theme=${"a".repeat(61)}`,
      "?call=%00",
    ]) {
      const answer = await askForFeed(query);
      expect([answer.status, query]).toEqual([404, query]);
      expect(await answer.text()).toContain("These stories are no longer here.");
    }
  });
});

test("what a frame needs is there by its name, for good, and nothing else is", async () => {
  const { id } = await publish("A lamp was left on.");
  const html = await (await askForFrame(id)).text();
  const names = [...html.matchAll(/\/embed\/files\/([\w.]+)/g)].map(([, name = ""]) => name);
  expect(names).toHaveLength(2);
  const get = (name: string, headers = {}) => answerWithFrameFile(request("/", headers), name);
  const css = await (await get(names[0] ?? "")).text();
  const fonts = [...css.matchAll(/url\("([^"]+)"\)/g)].map(([, name = ""]) => name);
  expect(fonts).toHaveLength(4);
  for (const name of [...names, ...fonts]) {
    const answer = await get(name);
    expect(answer.headers.get("cache-control"), name).toContain("immutable");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("content-type")).toMatch(/^(text\/(css|javascript)|font\/woff2)/);
    const again = await get(name, { "if-none-match": answer.headers.get("etag") });
    expect(again.status).toBe(304);
  }
  for (const name of ["0123456789abcdef.css", "frame.css", "../frame.css", "__proto__"])
    expect((await get(name)).status).toBe(404);
});

/** https://oembed.com, 2.3.4: of the type "rich", and nothing that is not in it. */
const address = z.url({ protocol: /^https?$/ });
const oembed = z
  .strictObject({
    type: z.literal("rich"),
    version: z.literal("1.0"),
    title: z.string().min(1).optional(),
    author_name: z.string().min(1).optional(),
    author_url: address.optional(),
    provider_name: z.string().min(1).optional(),
    provider_url: address.optional(),
    cache_age: z.int().positive().optional(),
    thumbnail_url: address.optional(),
    thumbnail_width: z.int().positive().optional(),
    thumbnail_height: z.int().positive().optional(),
    html: z.string().min(1),
    width: z.int().positive(),
    height: z.int().positive(),
  })
  .refine(
    ({ thumbnail_url: url, thumbnail_width: width, thumbnail_height: height }) =>
      new Set([url, width, height].map((each) => each === undefined)).size === 1,
  );

describe("oEmbed", () => {
  test("describes a story by its address, however that is decorated", async () => {
    const story = await publish(`She said "<3 & more",\nand nobody answered.`, {
      ...{ bylineName: "Noor", bylineRole: "night nurse" },
    });
    const answer = await oembedOf(story);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "access-control-allow-origin": "*",
      "cache-control": "public, max-age=0, s-maxage=2, must-revalidate",
    });
    const said = oembed.parse(await answer.json());
    expect(said).toMatchObject({
      title: `She said "<3 & more", and nobody answered.`,
      author_name: "Noor",
      provider_name: "Vignette",
      provider_url: origin,
      thumbnail_url: expect.stringMatching(`^${origin}/previews/${story.id}/[0-9a-f]{16}.png$`),
      html: expect.stringContaining("&quot;&lt;3 &amp; more&quot;,<br> and nobody answered."),
      width: 550,
    });
    for (const more of ["/", "?utm_source=x&a=b", "#words", "/?a#b"]) {
      const same = await askByOembed(`url=${encodeURIComponent(urlOf(story) + more)}`);
      expect(await same.json(), more).toEqual(said);
    }
  });

  test("says the same as XML, and which it is", async () => {
    const story = await publish(`]]> <b>"'&amp;\u00a0سلام 👩🏽‍⚕️`);
    const answer = await oembedOf(story, "&format=xml");
    expect(answer.headers.get("content-type")).toBe("text/xml; charset=utf-8");
    const json = oembed.parse(await (await oembedOf(story, "&format=json")).json());
    const names = Object.keys(json);
    const { rows } = await pool.query<{ name: string; value: string }>(
      `SELECT * FROM xmltable('/oembed/*' PASSING xmlparse(DOCUMENT $1)
         COLUMNS name text PATH 'name()', value text PATH 'text()')`,
      [await answer.text()],
    );
    expect(rows).toEqual(names.map((name) => ({ name, value: String(Object(json)[name]) })));
  });

  test("of a warned and of a reported story has the label, and no word", async () => {
    for (const story of await publishGated("Xylophones were heard.")) {
      const text = await (await oembedOf(story)).text();
      expect(text).not.toMatch(/xylophone/i);
      const said = oembed.parse(JSON.parse(text));
      expect(said.title).toMatch(/^(Contains: stillbirth, described|Readers have reported .*)$/);
      expect(said).not.toHaveProperty("author_name");
    }
  });

  test("speaks the language of the address, in all that it says", async () => {
    const [story, reported] = (await publishGated("It stood.")) as [Story, Story];
    const ask = async ({ id }: Story, place: string, headers = {}) =>
      askByOembed(`url=${encodeURIComponent(`${origin}${place}/stories/${id}`)}`, headers);
    const [english, spanish] = [await ask(story, ""), await ask(story, "/es")];
    const said = oembed.parse(await spanish.json());
    expect(said.title).toMatch(/^Contiene: /);
    expect(said.html).toMatch(/title="Una historia de /);
    const places = [...said.html.matchAll(/ (?:cite|href|src)="([^"]+)"/g)].map(([, url]) => url);
    expect(places).toEqual([
      ...Array.from({ length: 2 }, () => `${origin}/es/stories/${story.id}`),
      ...[`${origin}/es/embed/stories/${story.id}`, `${origin}/embed.js`],
    ]);
    expect(oembed.parse(await english.json()).title).toMatch(/^Contains: /);
    const has = { "if-none-match": english.headers.get("etag") };
    expect((await ask(story, "", has)).status).toBe(304);
    expect((await ask(story, "/es", has)).status).toBe(200);
    expect(await (await ask(reported, "/es")).text()).not.toContain("Readers");
  });

  test.each([
    ["&maxwidth=320", { width: 320 }],
    ["&maxwidth=2000&maxheight=100", { width: 550, height: 100 }],
    ["&maxwidth=1&maxheight=1", { width: 1, height: 1 }],
  ])("is no larger than it may be: %s", async (query, size) => {
    const story = await publish("He kept the receipts.");
    const said = oembed.parse(await (await oembedOf(story, query)).json());
    expect(said).toMatchObject(size);
    expect(said.html).toContain(` width="${said.width}" height="${said.height}"`);
    expect(said).not.toHaveProperty("thumbnail_url");
  });

  test("tells whoever has it so, until the story is gone", async () => {
    const story = await publish("The porter sang.");
    const etag = (await oembedOf(story)).headers.get("etag") ?? "";
    const url = `url=${encodeURIComponent(urlOf(story))}`;
    const again = await askByOembed(url, { "if-none-match": etag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(again.headers.get("access-control-allow-origin")).toBe("*");
    await decideOn(story, "TAKE_DOWN");
    const [gone, unknown] = await Promise.all([
      askByOembed(url, { "if-none-match": etag }),
      askByOembed(`url=${origin}/stories/zzzzzzzzzzzz`),
    ]);
    expect([gone.status, await gone.text()]).toEqual([404, await unknown.text()]);
  });

  test.each([
    ["", 400],
    ["url=", 400],
    ["url=not%20a%20url", 400],
    [`url=${origin}/stories/abcdefABCDEF&maxwidth=0`, 400],
    [`url=${origin}/stories/abcdefABCDEF&maxwidth=-5`, 400],
    [`url=${origin}/stories/abcdefABCDEF&maxheight=1e9`, 400],
    [`url=${origin}/stories/abcdefABCDEF&maxheight=999999999999`, 400],
    [`url=${origin}/stories/abcdefABCDEF&format=yaml`, 501],
    [`url=${origin}/stories/abcdefABCDEF&format=constructor`, 501],
    ["format=", 501],
    [`url=${origin}/stories/abcdefABCDEF`, 404],
    [`url=${origin}/stories/short`, 404],
    [`url=${origin}/`, 404],
    ["url=https://evil.example/stories/abcdefABCDEF", 404],
    ["url=http://localhost:3000@evil.example/stories/abcdefABCDEF", 404],
    ["url=javascript:alert(1)", 404],
    [`url=${origin}/stories/%00`, 404],
  ])("answers %s with %d", async (query, status) => {
    const answer = await askByOembed(query);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  });
});
