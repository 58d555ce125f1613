import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StoryCard } from "#components/stories/story-card.tsx";
import { StoryWhole } from "#components/stories/story-whole.tsx";
import { inLocale } from "#lib/in-locale.ts";

const story = {
  id: "abcdefABCDEF",
  text: "The moon was still there.",
  weight: 25,
  bylineName: null,
  bylineRole: null,
  theme: null,
  warnings: [],
  gated: false,
  hearts: 0,
  language: null,
  publishedAt: "2026-11-21T08:00:00.000Z",
  picture: null,
};

test.each([
  ["in a list", StoryCard],
  ["on a page of its own", StoryWhole],
])("%s a story stands behind a gate once readers' reports put it there", (_where, Story) => {
  const open = renderToStaticMarkup(<Story story={story} />);
  expect(open).not.toContain("<details");
  const gated = renderToStaticMarkup(<Story story={{ ...story, gated: true }} />);
  const [summary = "", behind = ""] = gated.split("</summary>");
  expect(summary).toContain("Readers have reported this story. Moderators are seeing to it.");
  expect(summary).toContain("Show story");
  expect(summary).not.toContain("moon");
  expect(behind.split("</details>")[0]).toContain("The moon was still there.");
  expect(behind.split("</details>")[1]).not.toContain("moon");
  for (const html of [open, gated]) {
    expect(html).toMatch(/<a href="\/stories\/abcdefABCDEF\/report"[^>]*>Report<\/a>/);
  }
});

test("in Spanish its words stay in their own language, or in none that anyone knows", () => {
  const inSpanish = (language: string | null) =>
    inLocale("es", () => renderToStaticMarkup(<StoryCard story={{ ...story, language }} />));
  const html = inSpanish(null);
  expect(html).toContain('<p dir="auto" lang="" class="words">');
  expect(html).toContain('aria-label="Historia de Anónimo"');
  expect(html).toContain('href="/es/stories/abcdefABCDEF/report"');
  expect(html).toMatch(/>21 nov 2026<\/time>/);
  expect(inSpanish("ar")).toContain('<p dir="auto" lang="ar" class="words">');
});
