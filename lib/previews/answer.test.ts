import { beforeEach, expect, test, vi } from "vitest";
import { answerWithPreview } from "#lib/previews/answer.ts";
import { previewPath } from "#lib/previews/content.ts";
import { drawPreview } from "#lib/previews/draw.ts";
import { type StoryCard, getPublishedStory } from "#lib/stories/queries.ts";

// Before the log reads its settings.
vi.hoisted(() => vi.stubEnv("SITE_URL", "https://stories.example"));
vi.mock("#lib/stories/queries.ts", () => ({ getPublishedStory: vi.fn() }));
vi.mock("#lib/previews/draw.ts", () => ({ drawPreview: vi.fn() }));

const draw = vi.mocked(drawPreview);
const find = vi.mocked(getPublishedStory);
const drawn = () => Promise.resolve(Buffer.from("a picture"));

let stories = 0;
/** A story that nobody has asked about before. */
function aStory(): StoryCard {
  stories += 1;
  return {
    ...{ id: `abcdefABC${String(stories).padStart(3, "0")}`, text: "The moon.", weight: 9 },
    ...{ bylineName: null, bylineRole: null, theme: null, warnings: [], gated: false },
    ...{ hearts: 0, language: null, publishedAt: "2026-11-21T08:00:00.000Z", picture: null },
  };
}

function ask(story: StoryCard, headers: Record<string, string> = {}) {
  const [, , id = "", file = ""] = previewPath(story, "wide").split("/");
  return answerWithPreview(new Request("http://localhost/", { headers }), { id, file });
}

const known = new Map<string, StoryCard>();
const tell = (story: StoryCard) => known.set(story.id, story);

beforeEach(() => {
  draw.mockReset().mockImplementation(drawn);
  find.mockReset().mockImplementation((id) => Promise.resolve(known.get(id) ?? null));
});

test("is drawn once, however often and by how many it is asked for", async () => {
  const story = aStory();
  tell(story);
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask(story)));
  answers.push(await ask(story));
  for (const answer of answers) {
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("a picture");
  }
  expect(draw).toHaveBeenCalledTimes(1);
});

test("is not sent again to whoever has it, and then not drawn either", async () => {
  const story = aStory();
  tell(story);
  const etag = `"${previewPath(story, "wide").split("/")[3]?.replace(".png", "")}"`;
  expect((await ask(story, { "if-none-match": `W/${etag}, "x"` })).status).toBe(304);
  expect(draw).not.toHaveBeenCalled();
});

test("is not there without its story, also when it was drawn before", async () => {
  const story = aStory();
  tell(story);
  expect((await ask(story)).status).toBe(200);
  tell({ ...story, text: "The sun." });
  expect((await ask(story)).status).toBe(404);
  known.delete(story.id);
  expect((await ask(story, { "if-none-match": "*" })).status).toBe(404);
});

test("is drawn one at a time; whoever is too many comes again", async () => {
  let atOnce = 0;
  let most = 0;
  draw.mockImplementation(async () => {
    most = Math.max(most, (atOnce += 1));
    await new Promise((resolve) => setImmediate(resolve));
    atOnce -= 1;
    return drawn();
  });
  const all = Array.from({ length: 40 }, aStory);
  all.forEach(tell);
  const statuses = (await Promise.all(all.map((story) => ask(story)))).map(({ status }) => status);
  expect(most).toBe(1);
  expect(statuses.filter((status) => status === 200)).toHaveLength(33);
  expect(statuses.filter((status) => status === 503)).toHaveLength(7);
  const late = all[39] as StoryCard;
  expect((await ask(late)).status).toBe(200);
});

test("that could not be drawn is tried again by the next who asks", async () => {
  const story = aStory();
  tell(story);
  draw.mockRejectedValueOnce(new Error("no font"));
  const failed = await ask(story);
  expect(failed.status).toBe(503);
  expect(failed.headers.get("cache-control")).toBe("private, no-store");
  expect((await ask(story)).status).toBe(200);
});
