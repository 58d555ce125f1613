/**
 * The warning travels. Every place that shows a story, and how it shows one with a content warning:
 * behind a gate that says what is inside, with what the gate says in the place of the words, or with
 * both as fields. One without a warning has its words in each of them.
 */
import type { APIRequestContext, Page } from "@playwright/test";
import { aWord } from "#lib/testing/words.ts";
import { query } from "./fixtures/database.ts";
import { mailsTo } from "./fixtures/mail.ts";
import { decideOn, openAtDesk, publishStory, sendStory } from "./fixtures/steps.ts";
import { expect, test } from "./fixtures/test.ts";

const label = {
  en: "Contains: stillbirth, described",
  es: "Contiene: bebé nacido sin vida, descrito",
};
const warning = { warnings: "stillbirth", "intensities.stillbirth": "DESCRIBED" };

type Told = { id: string; words: string; tag: string };

/** Stories that only their words, and the warning, tell apart. */
async function tell(request: APIRequestContext, isWarned: boolean): Promise<Told> {
  const [words, tag] = [`She knitted all the same. ${aWord()}`, aWord()];
  const fields = { theme: "unexpected-wins", bylineRole: "night nurse" };
  const text = `${words} #${tag}`;
  const id = await publishStory(request, text, { ...fields, ...(isWarned && warning) });
  const read = 'SELECT FROM "PublishedStory" WHERE "id" = $1 AND "indexedAt" IS NOT NULL';
  await expect.poll(() => query(read, [id])).toHaveLength(1);
  return { id, words, tag };
}

type Place = [name: string, path: (story: Told) => string];

/** HTML with a gate. */
const gated: Place[] = [
  ["the feed", () => "/"],
  ["its own page", ({ id }) => `/stories/${id}`],
  ["its theme", () => "/themes/unexpected-wins"],
  ["its call", () => "/calls/the-ones-you-carry"],
  ["its hashtag", ({ tag }) => `/hashtags/${tag}`],
  ["its role", () => "/roles/nurse"],
  ["search", ({ tag }) => `/search?q=${tag}`],
  ["its page in Spanish", ({ id }) => `/es/stories/${id}`],
  ["its embed", ({ id }) => `/embed/stories/${id}`],
  ["the feed’s embed", () => "/embed/feed"],
];

/** Where no gate can stand. */
const labelled: Place[] = [
  ["RSS", () => "/feed.xml"],
  ["RSS of its theme", () => "/themes/unexpected-wins/feed.xml"],
  ["JSON Feed", () => "/feed.json"],
  ["JSON Feed of its call", () => "/calls/the-ones-you-carry/feed.json"],
  ["oEmbed in JSON", oEmbed("json")],
  ["oEmbed in XML", oEmbed("xml")],
  ["the code to embed it", ({ id }) => `/stories/${id}/embed`],
];

/** JSON with the words, the gate and the warnings as fields. */
const typed: Place[] = [
  ["the API’s story", ({ id }) => `/api/v1/stories/${id}`],
  ["the API’s list", () => "/api/v1/stories"],
];

function oEmbed(format: string) {
  return ({ id }: Told) => {
    const url = `${process.env.SITE_URL}/stories/${id}`;
    return `/api/oembed?format=${format}&url=${encodeURIComponent(url)}`;
  };
}

/** What a browser makes of HTML: what can be read, what waits behind gates, and what its head tells. */
function readHtml(page: Page, html: string) {
  return page.evaluate((source) => {
    const read = new DOMParser().parseFromString(source, "text/html");
    const told = [...read.querySelectorAll("title, script[type='application/ld+json']")];
    const metas = [...read.querySelectorAll("meta")].map((meta) => meta.content);
    const head = [...told.map((each) => each.textContent), ...metas].join("\n");
    for (const script of read.querySelectorAll("script, style")) script.remove();
    const behind = [...read.querySelectorAll("details > :not(summary)")];
    const gates = behind.map((each) => each.textContent).join("\n");
    for (const each of behind) each.remove();
    return { head, gates, open: read.body.textContent };
  }, html);
}

const textOf = async (request: APIRequestContext, path: string) => (await request.get(path)).text();

async function imageOf(request: APIRequestContext, { id }: Told): Promise<Buffer> {
  const html = await textOf(request, `/stories/${id}`);
  const image = /<meta property="og:image" content="([^"]*)"/.exec(html)?.[1] ?? "";
  return (await request.get(image)).body();
}

type ApiStory = { id: string; text: string; gate: string | null; contentWarnings: unknown[] };

function storyIn(answer: ApiStory | { stories: ApiStory[] }, { id }: Told): ApiStory | undefined {
  return "stories" in answer ? answer.stories.find((story) => story.id === id) : answer;
}

test("a story without a warning has its words everywhere", async ({ page, request }) => {
  const story = await tell(request, false);
  for (const [name, path] of gated) {
    const { open } = await readHtml(page, await textOf(request, path(story)));
    expect.soft(open, name).toContain(story.words);
  }
  for (const [name, path] of labelled) {
    expect.soft(await textOf(request, path(story)), name).toContain(story.words);
  }
  for (const [name, path] of typed) {
    const told = storyIn(await (await request.get(path(story))).json(), story);
    expect.soft(told, name).toMatchObject({ gate: null, contentWarnings: [] });
    expect.soft(told?.text, name).toContain(story.words);
  }
  const { head } = await readHtml(page, await textOf(request, `/stories/${story.id}`));
  expect.soft(head, "link previews and structured data").toContain(story.words);
  const images = [
    await imageOf(request, story),
    await imageOf(request, await tell(request, false)),
  ];
  expect.soft(images[0]?.equals(images[1] ?? Buffer.of()), "preview images").toBe(false);
  await page.emulateMedia({ media: "print" });
  await page.goto(`/stories/${story.id}`);
  await expect.soft(page.getByRole("article").first(), "in print").toContainText(story.words);
});

test("one with a warning has the warning everywhere, and its words nowhere before it", async ({
  page,
  request,
}) => {
  const story = await tell(request, true);
  for (const [name, path] of gated) {
    const { open, gates, head } = await readHtml(page, await textOf(request, path(story)));
    expect.soft(open, name).toContain(name.endsWith("Spanish") ? label.es : label.en);
    expect.soft(open, name).not.toContain(story.words);
    expect.soft(gates, name).toContain(story.words);
    expect.soft(head, `${name}: link previews and structured data`).not.toContain(story.words);
  }
  for (const [name, path] of labelled) {
    const text = await textOf(request, path(story));
    expect.soft(text, name).toContain(label.en);
    expect.soft(text, name).not.toContain(story.words);
  }
  for (const [name, path] of typed) {
    const told = storyIn(await (await request.get(path(story))).json(), story);
    const contentWarnings = [{ slug: "stillbirth", intensity: "described" }];
    expect.soft(told, name).toMatchObject({ gate: label.en, contentWarnings });
    expect.soft(told?.text, name).toContain(story.words);
  }
  const { head } = await readHtml(page, await textOf(request, `/stories/${story.id}`));
  expect.soft(head, "link previews").toContain(label.en);
  const images = [await imageOf(request, story), await imageOf(request, await tell(request, true))];
  expect.soft(images[0]?.equals(images[1] ?? Buffer.of()), "preview images").toBe(true);
  await page.emulateMedia({ media: "print" });
  await page.goto(`/stories/${story.id}`);
  const printed = page.getByRole("article").first();
  await expect.soft(printed.getByText(label.en), "in print").toBeVisible();
  await expect.soft(printed.getByText(story.words), "in print").toBeHidden();
});

for (const isWarned of [false, true]) {
  test(`mail quotes a story ${isWarned ? "with its warning alone" : "as a moderator does"}`, async ({
    request,
    moderator,
  }) => {
    const words = `She knitted all the same. ${aWord()}`;
    const email = `teller-${aWord()}@example.org`;
    await sendStory(request, words, { email, ...(isWarned && warning) });
    await openAtDesk(moderator, words);
    await moderator.getByLabel("Message to the storyteller").fill(`“${words}” stays with me.`);
    await decideOn(moderator, "Approve");
    await expect.poll(() => mailsTo(email), { timeout: 25_000 }).toHaveLength(2);
    const mail = (await mailsTo(email)).at(-1) ?? "";
    if (isWarned) {
      expect(mail).toContain(label.en);
      expect(mail).not.toContain(words);
    } else expect(mail).toContain(words);
  });
}
