import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SimilarStories } from "#components/screening/similar-stories.tsx";
import { gateSentence } from "#lib/stories/gate.ts";
import type { SimilarStory } from "#lib/screening/similar/queries.ts";

const text = "The porter carried her coat down twelve floors.";

const like = { text: text.replace("twelve", "four"), gated: false };
const theSame = { like: { text, gated: false }, percent: 100 };

const similar = (over: Partial<SimilarStory> = {}): SimilarStory => ({
  ...{ id: "aaaaaaaaaaaa", status: "PUBLISHED", submittedAt: "2026-10-22T19:11:00.000Z" },
  ...{ percent: 87, text, bylineName: "Imani", bylineRole: "ward sister" },
  ...{ warnings: [], gated: false, like },
  ...over,
});

const render = (...stories: SimilarStory[]) =>
  renderToStaticMarkup(<SimilarStories stories={stories} />);

const asText = (html: string) => html.replace(/<[^>]+>/g, "");

test("the words are there to compare, with what differs marked, and how they stand", () => {
  const html = render(similar());
  expect(html).toMatch(
    /down <mark class="desk-mark">twelve<span[^>]*> \[differs\] <\/span><\/mark>/,
  );
  expect(html).not.toContain("<details");
  expect(asText(html)).toContain("87 % alike\u00a0· Published\u00a0· 22 October 2026\u00a0· Imani");
});

test("each link says which story it opens", () => {
  const html = render(
    similar(),
    similar({ id: "bbbbbbbbbbbb", bylineName: null, submittedAt: "2026-10-22T19:12:00.000Z" }),
    similar({ id: "cccccccccccc", status: "PENDING", bylineName: null }),
  );
  const links = [...html.matchAll(/<a href="([^"]+)">(.*?)<\/a>/g)];
  expect(links.map(([, href, words = ""]) => [href, asText(words)])).toEqual([
    [
      "/moderation/stories/aaaaaaaaaaaa",
      "Open the story from Imani, published, 22 October 2026 at 19:11 UTC",
    ],
    [
      "/moderation/stories/bbbbbbbbbbbb",
      "Open the story from Anonymous, published, 22 October 2026 at 19:12 UTC",
    ],
    [
      "/moderation/stories/cccccccccccc",
      "Open the story from Anonymous, waiting, 22 October 2026 at 19:11 UTC",
    ],
  ]);
});

test.each([
  ["it is warned", { warnings: [{ warning: "death", intensity: "DESCRIBED" }] }, "Contains: death"],
  ["readers reported it", { gated: true }, "Readers have reported this story"],
  ["the story that it is like is", { like: { ...like, gated: true } }, "Show its words"],
] satisfies [string, Partial<SimilarStory>, string][])(
  "where %s, its words are folded",
  (_when, over, label) => {
    const html = render(similar(over));
    const [before = "", folded = ""] = html.split("<details");
    expect(before).not.toContain("twelve");
    expect(folded).toMatch(/^[^>]*><summary>.*<\/summary>.*twelve.*<\/details>/s);
    expect(folded).not.toMatch(/^[^>]*open/);
    expect(asText(folded)).toContain(label);
  },
);

test("the very same words are said to be, not repeated", () => {
  const html = render(similar(theSame));
  expect(html).toContain("Its words are the very same.");
  expect(html).not.toContain("twelve");
  expect(html).not.toContain("underlined");
});

test("and what the very same words are warned of elsewhere", () => {
  const warnings: SimilarStory["warnings"] = [{ warning: "death", intensity: "DESCRIBED" }];
  const html = render(similar({ ...theSame, warnings }), similar({ ...theSame, gated: true }));
  expect(html).toContain("very same. Contains: death, described.</p>");
  expect(html).toContain(`very same. ${gateSentence({ warnings: [], gated: true })}</p>`);
});

test("the two most alike are open, the others a press away", () => {
  const many = ["a", "b", "c", "d", "e"].map((letter) => similar({ id: letter.repeat(12) }));
  const [open = "", folded = ""] = render(...many).split("<details");
  expect(open.match(/<li>/g)).toHaveLength(2);
  expect(asText(`<${folded}`)).toMatch(/^3 more/);
  expect(folded.match(/<li>/g)).toHaveLength(3);
  expect(render(...many.slice(0, 3))).not.toContain("<details");
});

test("of none, nothing", () => {
  expect(render()).toBe("");
});
