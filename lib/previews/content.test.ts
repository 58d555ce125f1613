import { beforeEach, describe, expect, test, vi } from "vitest";
import { inLocale } from "#lib/in-locale.ts";
import { previewName, readPreviewName } from "#lib/previews/address.ts";
import {
  contentWithDigest,
  previewContent,
  previewDigest,
  previewPath,
} from "#lib/previews/content.ts";
import type { StoryCard } from "#lib/stories/queries.ts";

beforeEach(() => {
  vi.stubEnv("SITE_URL", "https://stories.example");
});

const story: StoryCard = {
  ...{ id: "abcdefABCDEF", text: "The moon was still there.", weight: 25 },
  ...{ bylineName: null, bylineRole: "night nurse", theme: null, warnings: [], gated: false },
  ...{ hearts: 0, language: null, publishedAt: "2026-11-21T08:00:00.000Z", picture: null },
};
const digest = (over: Partial<StoryCard> = {}) =>
  previewDigest(previewContent({ ...story, ...over }));
const warned = { warnings: [{ warning: "stillbirth", intensity: "DESCRIBED" }] } as const;

describe("of a gated story", () => {
  test.each([
    ["warned", { warnings: [...warned.warnings] }, "Contains: stillbirth, described"],
    ["reported", { gated: true }, "Readers have reported this story. Moderators are seeing to it."],
  ])("that is %s there is its label and no word", (_, over, label) => {
    const content = previewContent({ ...story, ...over });
    expect(content.label).toBe(label);
    expect(JSON.stringify(content)).not.toMatch(/moon|still there/);
    // Not even its address tells of them.
    expect(digest({ ...over, text: "Another." })).toBe(digest(over));
  });
});

test("what is shown makes the address, what is not does not", () => {
  const before = digest();
  for (const over of [
    { text: "The moon was gone." },
    { bylineName: "Maria" },
    { bylineRole: null },
    { weight: 26 },
    { gated: true },
  ])
    expect(digest(over)).not.toBe(before);
  expect(digest({ hearts: 7, language: "en", publishedAt: "2026-11-22T08:00:00.000Z" })).toBe(
    before,
  );
});

test.each([
  ["SITE_NAME", "Nights"],
  ["SITE_URL", "https://nights.example"],
])("another site's is another: %s", async (name, value) => {
  const before = digest();
  vi.resetModules();
  vi.stubEnv(name, value);
  const again = await import("#lib/previews/content.ts");
  expect(again.previewDigest(again.previewContent(story))).not.toBe(before);
  vi.unstubAllEnvs();
});

test("the address leads back to what it is of", () => {
  const [, , id, file] = previewPath(story, "square").split("/");
  expect(id).toBe(story.id);
  expect(readPreviewName(file ?? "")).toEqual({ digest: digest(), shape: "square" });
  expect(readPreviewName(previewName(digest(), "wide"))?.shape).toBe("wide");
});

test.each(["", ".png", "0123456789abcdef", "0123456789abcde.png", "0123456789abcdef-wide.png"])(
  "%j is no preview's name",
  (name) => expect(readPreviewName(name)).toBeNull(),
);

test("a page names a preview in its language, if there is anything on it that has one", () => {
  const named = { ...story, bylineName: "Maria" };
  for (const each of [story, { ...named, warnings: [...warned.warnings] }]) {
    const spanish = inLocale("es", () => previewPath(each, "wide"));
    expect(spanish).not.toBe(previewPath(each, "wide"));
    const { digest = "" } = readPreviewName(spanish.split("/")[3] ?? "") ?? {};
    expect(contentWithDigest(each, digest)).toEqual(inLocale("es", () => previewContent(each)));
  }
  expect(inLocale("es", () => previewPath(named, "wide"))).toBe(previewPath(named, "wide"));
  expect(inLocale("es", () => previewContent(story)).name).toBe("Anónimo");
  expect(contentWithDigest(story, "0123456789abcdef")).toBeUndefined();
});
