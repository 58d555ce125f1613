import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { StoryData, storyData } from "#components/stories/story-data.tsx";

beforeAll(() => {
  process.env.SITE_URL = "https://stories.example";
});

const story = {
  id: "abcdefABCDEF",
  text: "The moon was still there.\nEvery night I wheeled him to the window, and every night he counted it.",
  weight: 97,
  bylineName: "Noor",
  bylineRole: "night nurse",
  theme: { slug: "nights", title: "Nights" },
  warnings: [],
  gated: false,
  hearts: 0,
  language: "en",
  publishedAt: "2026-11-21T08:00:00.000Z",
  picture: null,
};

const site = { name: "Vignette", url: "https://stories.example" };

const warned = {
  ...story,
  warnings: [{ warning: "stillbirth", intensity: "DESCRIBED" } as const],
};

test("an ungated story is described with its words", () => {
  expect(storyData(story, site)).toEqual({
    "@context": "https://schema.org",
    "@type": "SocialMediaPosting",
    "@id": "https://stories.example/stories/abcdefABCDEF",
    url: "https://stories.example/stories/abcdefABCDEF",
    headline: "The moon was still there. Every night I wheeled him to the…",
    articleBody: story.text,
    inLanguage: "en",
    articleSection: "Nights",
    author: { "@type": "Person", name: "Noor" },
    datePublished: "2026-11-21T08:00:00.000Z",
    isPartOf: { "@type": "WebSite", name: "Vignette", url: "https://stories.example/" },
  });
});

test.each([
  ["warned", warned, "Contains: stillbirth, described"],
  [
    "reported",
    { ...story, gated: true },
    "Readers have reported this story. Moderators are seeing to it.",
  ],
])("of a %s story, its label stands in for the words", (_what, gated, label) => {
  const data = storyData(gated, site);
  expect(data).toMatchObject({ headline: label, contentRating: label });
  expect(data).not.toHaveProperty("inLanguage");
  expect(JSON.stringify(data)).not.toMatch(/moon|wheeled|counted/);
});

test("nothing in a story ends the block, and it can be read back", () => {
  const text = `</script><script>alert("x")</script><!-- & "quoted" \\ \u2028`;
  const markup = renderToStaticMarkup(<StoryData story={{ ...story, text }} />);
  const [, json = ""] =
    /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(markup) ?? [];
  expect(JSON.parse(json)).toMatchObject({ articleBody: text });
});
