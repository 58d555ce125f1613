import { expect, test, vi } from "vitest";
import { inLocale } from "#lib/in-locale.ts";
import { storyPreview } from "#components/stories/story-preview.ts";

vi.stubEnv("SITE_URL", "https://stories.example");

const story = {
  id: "abcdefABCDEF",
  text: "The moon was still there.\nEvery night I wheeled him to the window, and every night he counted it.",
  weight: 97,
  bylineName: null,
  bylineRole: "night nurse",
  theme: null,
  warnings: [],
  gated: false,
  hearts: 0,
  language: null,
  publishedAt: "2026-11-21T08:00:00.000Z",
  picture: null,
};

test("an ungated story is previewed by its words, on one line", () => {
  const { title, description, alternates } = storyPreview(story);
  expect(title).toBe("The moon was still there. Every night I wheeled him to the…");
  expect(description).toBe(story.text);
  expect(alternates?.canonical).toBe("/stories/abcdefABCDEF");
});

test.each([
  ["en", ""],
  ["es", "%2Fes"],
])("its page says how to ask for what embeds it, in its language: %s", (locale, place) => {
  const { types } = inLocale(locale, () => storyPreview(story)).alternates ?? {};
  const asked = `/api/oembed?url=https%3A%2F%2Fstories.example${place}%2Fstories%2FabcdefABCDEF`;
  expect(types).toEqual({
    "application/json+oembed": [expect.objectContaining({ url: `${asked}&format=json` })],
    "text/xml+oembed": [expect.objectContaining({ url: `${asked}&format=xml` })],
  });
});

test("its picture is large, and says what is on it", () => {
  const { openGraph, twitter } = storyPreview(story);
  const url = expect.stringMatching(/^\/previews\/abcdefABCDEF\/[0-9a-f]{16}\.png$/) as string;
  const images = [{ url, width: 1200, height: 630, alt: story.text }];
  expect(openGraph).toMatchObject({ images });
  expect(twitter).toMatchObject({ card: "summary_large_image", images });
});

test("of a gated story, the label stands in for the words everywhere", () => {
  const preview = storyPreview({
    ...story,
    warnings: [{ warning: "stillbirth", intensity: "DESCRIBED" }],
  });
  expect(preview.title).toBe("Contains: stillbirth, described");
  expect(JSON.stringify(preview)).not.toMatch(/moon|wheeled|counted/);
});

test("of a story that readers have reported, that sentence does", () => {
  const reported = storyPreview({ ...story, gated: true });
  expect(reported.title).toBe("Readers have reported this story. Moderators are seeing to it.");
  expect(reported.description).toBe(`A story by Anonymous. ${String(reported.title)}`);
  expect(JSON.stringify(reported)).not.toMatch(/moon|wheeled|counted/);
  const warned = storyPreview({
    ...{ ...story, gated: true },
    warnings: [{ warning: "stillbirth", intensity: "DESCRIBED" }],
  });
  expect(warned.description).toContain("seeing to it. Contains: stillbirth, described.");
  expect(JSON.stringify(warned)).not.toMatch(/moon|wheeled|counted/);
});

test("a title is cut between graphemes", () => {
  const { title } = storyPreview({ ...story, text: "👩🏽‍⚕️".repeat(70) });
  expect(title).toBe(`${"👩🏽‍⚕️".repeat(60)}…`);
});
