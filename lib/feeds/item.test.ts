import { expect, test } from "vitest";
import { toItem } from "#lib/feeds/item.ts";

export const story = {
  id: "abcdefABCDEF",
  text: "The moon was still there.\nHe counted it <twice> & slept.",
  weight: 97,
  bylineName: null,
  bylineRole: "night nurse",
  theme: { slug: "nights", title: "Nights" },
  warnings: [],
  gated: false,
  hearts: 0,
  language: "en",
  publishedAt: "2026-11-21T08:00:00.000Z",
  picture: { id: "Ab3dEf6hIj9kAb3dEf6hIj9k", width: 480, height: 320, alt: "A moon over a roof" },
};
const url = "https://stories.example/stories/abcdefABCDEF";

test("an ungated story is in a feed with its words, in their language", () => {
  expect(toItem(story, "https://stories.example")).toEqual({
    url,
    title: "The moon was still there. He counted it <twice> & slept.",
    text: story.text,
    html: `<p dir="auto" lang="en">The moon was still there.<br>He counted it &lt;twice&gt; &amp; slept.</p>`,
    author: "Anonymous, night nurse",
    publishedAt: "2026-11-21T08:00:00.000Z",
    language: "en",
    theme: "Nights",
    warnings: [],
    gated: false,
  });
});

test("of a warned story, the label and a link are in the place of its words", () => {
  const warnings = [
    { warning: "stillbirth", intensity: "DESCRIBED" } as const,
    { warning: "needles", intensity: "MENTIONED" } as const,
  ];
  const item = toItem({ ...story, warnings }, "https://stories.example");
  expect(item).toMatchObject({
    title: "Contains: stillbirth, described; needles, mentioned",
    text: `Contains: stillbirth, described; needles, mentioned.\nThe story: ${url}`,
    html: `<p>Contains: stillbirth, described; needles, mentioned.</p><p><a href="${url}">Go to the story</a></p>`,
    language: null,
    warnings: [
      { slug: "stillbirth", label: "stillbirth", intensity: "described" },
      { slug: "needles", label: "needles", intensity: "mentioned" },
    ],
    gated: false,
  });
  expect(JSON.stringify(item)).not.toMatch(/moon|counted|slept/);
});

test("of a story that readers reported, that sentence is", () => {
  const item = toItem({ ...story, gated: true }, "https://stories.example");
  expect(item.title).toBe("Readers have reported this story. Moderators are seeing to it.");
  expect(item).toMatchObject({ gated: true, warnings: [] });
  expect(JSON.stringify(item)).not.toMatch(/moon|counted|slept/);
});
