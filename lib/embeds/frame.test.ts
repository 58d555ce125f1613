import { describe, expect, test } from "vitest";
import {
  type FramedList,
  type FrameSite,
  writeGoneFrame,
  writeListFrame,
  writeStoryFrame,
} from "#lib/embeds/frame.ts";
import type { StoryCard } from "#lib/stories/queries.ts";
import { storyCard } from "#lib/testing/story-cards.ts";

const site: FrameSite = {
  name: "Vignette",
  url: "https://stories.example",
  styleSheet: "0123456789abcdef.css",
  script: "0123456789abcdef.js",
};
const frame = (over: Partial<StoryCard> = {}) => writeStoryFrame(storyCard(over), "auto", site);
const picture = { id: "Ab3dEf6hIj9kAb3dEf6hIj9k", width: 960, height: 640, alt: "A “lamp”" };
const warnings = [{ warning: "stillbirth", intensity: "DESCRIBED" }] as const;

/** What stands outside of the gate. */
const outside = (html: string) => html.replace(/<\/summary>.*<\/details>/s, "</summary></details>");

test("an ungated story stands there with its words in their language, who tells it, when, and where", () => {
  const html = frame();
  expect(html).toContain(
    `<p class="words" dir="auto" lang="en">The moon was still there.\nHe counted it &lt;twice&gt; &amp; slept.</p>`,
  );
  expect(html).toContain("<bdi>Noor</bdi>, <bdi>night nurse</bdi>");
  expect(html).toContain(`<time datetime="2026-11-21T08:00:00.000Z" dir="ltr">21 November 2026<`);
  expect(html).toContain(`href="https://stories.example/stories/abcdefABCDEF"`);
  expect(html).toContain("<title>Story by Noor · Vignette</title>");
  expect(html).not.toContain("<details");
});

test("without a byline it is anonymous, where nobody knows its language it has not that of the frame", () => {
  const html = frame({ bylineName: null, bylineRole: null, language: null, picture });
  expect(html).toContain(`<span class="by"><bdi>Anonymous</bdi></span>`);
  expect(html).toContain(`<p class="words" dir="auto" lang="">`);
  expect(html).toContain(`<picture lang="">`);
});

test.each<[string, Partial<StoryCard>, string]>([
  ["warned", { warnings: [...warnings] }, "Contains: stillbirth, described"],
  ["reported", { gated: true }, "Readers have reported this story. Moderators are seeing to it."],
])("a %s story is behind its gate, words and picture", (_what, over, label) => {
  const html = frame({ ...over, picture });
  expect(html).toContain(`<span class="gate-label">${label}</span>`);
  expect(html).toContain("moon");
  expect(outside(html)).not.toMatch(/moon|counted|<img|lamp/);
  expect(outside(html)).toContain("<bdi>Noor</bdi>");
});

test("where it is called for, there is the way to a helpline", () => {
  expect(frame({ warnings: [...warnings] })).toContain("https://stories.example/helplines");
  expect(frame({ warnings: [{ warning: "needles", intensity: "GRAPHIC" }] })).not.toContain(
    "helplines",
  );
});

test("a picture comes with its words, from here, when it is seen", () => {
  const html = frame({ picture });
  expect(html).toContain(`<picture lang="en">`);
  expect(html).toContain(`alt="A “lamp”"`);
  expect(html).toContain(`srcset="/pictures/${picture.id}/480.webp 480w, /pictures/`);
  expect(html).toContain(`loading="lazy"`);
});

test("each frame is in the colours that were asked for", () => {
  expect(frame()).toContain(`<html lang="en">`);
  for (const look of ["light", "dark"] as const) {
    const html = writeStoryFrame(storyCard(), look, site);
    expect(html).toContain(`<html lang="en" class="${look}">`);
    expect(html).toContain(`<meta name="color-scheme" content="${look}">`);
  }
});

describe("a list", () => {
  const list: FramedList = {
    ...{ title: "Nights · Vignette", home: "/themes/nights", list: "theme:nights" },
    stories: [storyCard(), storyCard({ id: "ABCDEFabcdef", warnings: [...warnings] })],
  };

  test("has its stories, each with the way to it, and the way to all", () => {
    const html = writeListFrame(list, "dark", site);
    expect(html.match(/<article /g)).toHaveLength(2);
    expect(html.match(/<details /g)).toHaveLength(1);
    for (const path of ["/stories/abcdefABCDEF", "/stories/ABCDEFabcdef", "/themes/nights"])
      expect(html).toContain(`href="https://stories.example${path}"`);
    expect(html).toContain(`<h1 class="title">Nights · Vignette</h1>`);
  });

  test("scrolls in the room that it has: no script tells a height", () => {
    expect(writeListFrame(list, "auto", site)).not.toContain("<script");
    expect(frame()).toContain(`<script src="/embed/files/${site.script}" defer></script>`);
  });

  test("without stories says so", () => {
    expect(writeListFrame({ ...list, stories: [] }, "auto", site)).toContain(
      "No story is here yet.",
    );
  });
});

test("of a story that is gone nothing is said but that", () => {
  const html = writeGoneFrame("This story is no longer here.", "auto", site);
  const words = html
    .replace(/<head>.*<\/head>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
  expect(words.trim()).toBe("This story is no longer here. Vignette");
  expect(html.match(/href="[^"]*"/g)).toEqual([
    `href="/embed/files/${site.styleSheet}"`,
    `href="https://stories.example"`,
  ]);
});

describe("whatever is in it", () => {
  const hostile = `</p></div></main><script>alert('x')</script>"' onerror=x <!-- \u0000 سلام 👩🏽‍⚕️`;
  const everywhere = storyCard({
    ...{ text: hostile, bylineName: hostile, bylineRole: hostile, language: hostile },
    picture: { ...picture, alt: hostile },
  });
  const list = { title: hostile, home: "/", list: null, stories: [everywhere] };
  const named = { ...site, name: hostile };

  test.each([
    ["a story", writeStoryFrame(everywhere, "auto", named)],
    ["a list", writeListFrame(list, "auto", named)],
    ["none", writeGoneFrame("This story is no longer here.", "auto", named)],
  ])("no element and no attribute comes of it: %s", (_what, html) => {
    expect(html).not.toContain("<script>");
    expect(html).not.toContain("<!--");
    expect(html).not.toContain("\u0000");
    // Within tags, quotes open and close what we wrote.
    for (const [tag] of html.matchAll(/<[a-z][^>]*>/g))
      expect(tag, tag).toMatch(/^<[a-z][\w-]*( [a-z][\w-]*(="[^"]*")?)*\/?>$/);
    expect(html).toContain("👩🏽‍⚕️");
  });

  test("every link leaves the frame and gives nothing away", () => {
    const html = writeListFrame(list, "auto", named);
    const links = [...html.matchAll(/<a [^>]*>/g)].map(([tag]) => tag);
    expect(links.length).toBeGreaterThan(2);
    for (const tag of links) expect(tag).toContain(`target="_blank" rel="noopener"`);
  });
});

test("no frame is found by search engines, which are told where the story stands", () => {
  expect(frame()).toContain(`<meta name="robots" content="noindex">`);
  expect(frame()).toContain(
    `<link rel="canonical" href="https://stories.example/stories/abcdefABCDEF">`,
  );
});
