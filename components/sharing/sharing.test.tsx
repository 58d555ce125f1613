import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { readMastodonServer } from "#components/sharing/mastodon-server.ts";
import { ShareStory } from "#components/sharing/share-story.tsx";
import { mastodonLink, waysToShare } from "#components/sharing/ways.ts";
import type { StoryCard } from "#lib/stories/queries.ts";

vi.stubEnv("SITE_URL", "https://stories.example.org");

const story: StoryCard = {
  ...{ id: "abcdefABCDEF", text: "The moon & I.\nShe said: 100 %", weight: 29 },
  ...{ bylineName: null, bylineRole: null, theme: null, warnings: [], gated: false },
  ...{ hearts: 0, language: null, publishedAt: "2026-11-21T08:00:00.000Z", picture: null },
};
const url = "https://stories.example.org/stories/abcdefABCDEF";
const shared = { id: story.id, text: "“The moon & I. She said: 100 %”", url, site: "Vignette" };

test("each way takes a short quotation and the link along", () => {
  for (const { name, href } of waysToShare(shared)) {
    if (name === "Mastodon") continue;
    const said = decodeURIComponent(href);
    expect(said).toContain(shared.text);
    expect(said).toContain(url);
    expect(href).not.toMatch(/[ +\n]|& /);
  }
  expect(mastodonLink("mastodon.social", shared)).toMatch(
    /^https:\/\/mastodon\.social\/share\?text=%E2%80%9CThe%20moon%20%26/,
  );
});

describe("of a gated story", () => {
  test.each([
    [{ warnings: [{ warning: "stillbirth", intensity: "DESCRIBED" }] }, "Contains: stillbirth"],
    [{ gated: true }, "Readers have reported this story."],
  ] as [Partial<StoryCard>, string][])("the label goes along, never the words", (over, label) => {
    const html = renderToStaticMarkup(<ShareStory story={{ ...story, ...over }} />);
    expect(decodeURIComponent(html.replaceAll("%25", ""))).toContain(label);
    expect(html).not.toMatch(/moon|She%20said|She said/);
  });
});

test("there are only plain links, and none opens by itself", () => {
  const html = renderToStaticMarkup(<ShareStory story={story} />);
  expect(html).not.toMatch(/<(script|iframe|img|form)/);
  expect(html).toContain(`value="${url}"`);
  expect(html).toContain(`href="/stories/abcdefABCDEF/embed"`);
  expect(html).toMatch(/href="\/previews\/abcdefABCDEF\/[0-9a-f]{16}-square\.png" download=/);
});

test.each([
  ["mastodon.social", "mastodon.social"],
  [" Mastodon.Social ", "mastodon.social"],
  ["https://mastodon.social/", "mastodon.social"],
  ["https://mastodon.social/@me/112", "mastodon.social"],
  ["@me@mastodon.social", "mastodon.social"],
  ["me@mastodon.social", "mastodon.social"],
  ["zürich.social", "xn--zrich-kva.social"],
  ["social.example.co.uk", "social.example.co.uk"],
])("%j names %s", (typed, server) => expect(readMastodonServer(typed)).toBe(server));

test.each([
  "",
  "mastodon",
  "localhost",
  "router.local",
  "127.0.0.1",
  "2130706433",
  "0x7f.1",
  "[::1]",
  "http://mastodon.social",
  "javascript:alert(1)",
  "https://mastodon.social:8080",
  "https://a@b@c.social",
  "mastodon.social#x",
  "mastodon.social?x",
  "mastodon social",
  "mastodon.social\\@evil.example",
  "mastodon.social%2f@evil.example",
  "-a.social",
  "a..social",
  `${"a".repeat(64)}.social`,
  "a.".repeat(140),
  "a".repeat(301),
])("%j names no server", (typed) => expect(readMastodonServer(typed)).toBeNull());
