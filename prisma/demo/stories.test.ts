import { describe, expect, test } from "vitest";
import { intensities, isWarningSlug } from "#lib/content-warnings/list.ts";
import { weightedLength } from "#lib/stories/length.ts";
import { emptyStoryForm, storyFormSchema } from "#lib/stories/schema.ts";
import { normaliseText } from "#lib/stories/text.ts";
import { demoThemes } from "./call.ts";
import { DEMO_DAYS, demoHistories } from "./history.ts";
import { demoStories } from "./stories.ts";
import { type DemoRevision, contentWarnings, decidedWarnings, words } from "./story.ts";

const { published, waiting, returned, rejected, takenDown } = demoStories;
const stories = Object.values(demoStories).flat();
const revisions = stories.flatMap((story): DemoRevision[] =>
  story.returned ? [story.returned.revision, story] : [story],
);
const publicWords = published.map(words);
const written = (script: RegExp) => publicWords.filter((text) => script.test(text)).length;

describe("each demo story", () => {
  test.each(revisions.map((revision) => [words(revision), revision] as const))(
    "could have been sent: %s",
    (text, revision) => {
      const { theme = "", name = "", role = "", about } = revision;
      expect(normaliseText(text)).toBe(text);
      const warnings = contentWarnings(revision);
      const sent = storyFormSchema.safeParse({
        ...emptyStoryForm,
        text,
        warnings: warnings.map(({ warning }) => warning),
        intensities: revision.warnings ?? {},
        bylineName: name,
        bylineRole: role,
        theme,
        subject: about === "MYSELF" ? "MYSELF" : "SOMEONE_ELSE",
        subjectConsent: about === "MYSELF" ? "" : about,
        consent: true,
      });
      expect(sent.error).toBeUndefined();
      expect(sent.data).toMatchObject({ bylineName: name || null, bylineRole: role || null });
    },
  );

  test("says something that no other says", () => {
    expect(new Set(revisions.map(words)).size).toBe(revisions.length);
  });

  test("has content warnings of the list, and a theme of the call", () => {
    const slugs = demoThemes.map(({ slug }) => slug);
    for (const story of stories) {
      for (const slug of Object.keys({ ...story.warnings, ...story.decided })) {
        expect(slug).toSatisfy(isWarningSlug);
      }
      if (story.theme) expect(slugs).toContain(story.theme);
    }
  });
});

describe("the demo stories together", () => {
  test("are of every kind that a moderator meets", () => {
    expect(stories.length).toBeGreaterThanOrEqual(96);
    expect(published.length).toBeGreaterThanOrEqual(70);
    expect(waiting.length).toBeGreaterThanOrEqual(10);
    expect([returned.length, rejected.length, takenDown.length]).toEqual([5, 5, 2]);
  });

  test("are short, long, and as long as they may be", () => {
    const weights = stories.map((story) => weightedLength(words(story)));
    expect(weights.filter((weight) => weight === 280).length).toBeGreaterThanOrEqual(6);
    expect(weights.filter((weight) => weight < 60).length).toBeGreaterThanOrEqual(8);
    expect(publicWords.filter((text) => text.includes("\n")).length).toBeGreaterThan(40);
  });

  test("are written in several languages, with emoji of every make and an address", () => {
    expect(written(/\p{Script=Devanagari}/u)).toBeGreaterThanOrEqual(2);
    expect(written(/\p{Script=Arabic}/u)).toBeGreaterThanOrEqual(2);
    expect(written(/\p{Script=Hiragana}/u)).toBeGreaterThanOrEqual(2);
    expect(written(/¿/)).toBe(1);
    expect(written(/👩🏽‍⚕️/u)).toBe(1);
    expect(written(/👨‍👩‍👧/u)).toBeGreaterThanOrEqual(1);
    expect(written(/[“‘]/)).toBeGreaterThan(10);
    expect(written(/https:\/\/example\.org\//)).toBe(1);
  });

  test("carry warnings of each intensity, and most carry none", () => {
    const gated = published.map(decidedWarnings).filter((warnings) => warnings.length > 0);
    expect(gated.length).toBeGreaterThan(published.length * 0.25);
    expect(gated.length).toBeLessThan(published.length * 0.45);
    const seen = gated.flat().map(({ intensity }) => intensity);
    expect(new Set(seen)).toEqual(new Set(intensities));
  });

  test("answer every theme", () => {
    const answered = new Set(published.map(({ theme }) => theme));
    for (const { slug } of demoThemes) expect(answered).toContain(slug);
  });
});

describe("their histories", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  const histories = demoHistories(now);

  test("lie within the days of the call, each in order", () => {
    const opensAt = now.getTime() - DEMO_DAYS * 24 * 60 * 60_000;
    for (const { steps } of histories) {
      const times = [opensAt, ...steps.map(({ at }) => at.getTime()), now.getTime()];
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });

  test("keep the order of the feed and of the queue", () => {
    const times = (status: string) =>
      histories.filter((history) => history.status === status).map(({ steps }) => steps);
    const publishedAt = times("PUBLISHED").map((steps) => Number(steps.at(-1)?.at));
    expect(publishedAt).toEqual(publishedAt.toSorted((a, b) => b - a));
    expect(new Set(publishedAt).size).toBe(published.length);
    const submittedAt = times("PENDING").map(([first]) => Number(first.at));
    expect(submittedAt).toEqual(submittedAt.toSorted((a, b) => a - b));
  });
});
