import { describe, expect, test } from "vitest";
import { codeForOembed, codeOfFeed, codeWithScript, codeWithoutScript } from "#lib/embeds/code.ts";
import type { StoryCard } from "#lib/stories/queries.ts";
import { storyCard } from "#lib/testing/story-cards.ts";

const site = { name: "Vignette", url: "https://stories.example" };
const size = { width: 550, height: 300 };
const url = "https://stories.example/stories/abcdefABCDEF";

const codes = (over: Partial<StoryCard> = {}) => {
  const coded = { story: storyCard(over), look: "auto", site } as const;
  return {
    "with a script": codeWithScript(coded),
    "without one": codeWithoutScript(coded),
    "for oEmbed": codeForOembed(coded, size),
  };
};

/** As a system leaves it that takes scripts and frames out, and knows a few elements only. */
const sanitised = (code: string) =>
  code
    .replace(/<(script|iframe|style)\b[^>]*>.*?<\/\1>/gs, "")
    .replace(/<(?!\/?(p|a|br|blockquote)\b)[^>]*>/g, "");

const textOf = (code: string) => code.replace(/<[^>]+>/g, "").trim();

describe.each(Object.keys(codes()) as (keyof ReturnType<typeof codes>)[])("the code %s", (kind) => {
  test("has the words in their language, who tells it, and the way to it", () => {
    const code = codes()[kind];
    expect(code).toContain(
      `<p dir="auto" lang="en">The moon was still there.<br> He counted it &lt;twice&gt; &amp; slept.</p>`,
    );
    expect(code).toContain(
      `<p>— <a href="${url}"><bdi>Noor</bdi>, <bdi>night nurse</bdi>, on Vignette</a></p>`,
    );
  });

  test("has not the article's language where nobody knows that of the words", () => {
    expect(codes({ language: null })[kind]).toContain(`<p dir="auto" lang="">The moon`);
  });

  test.each<[string, Partial<StoryCard>, string]>([
    [
      "warned",
      { warnings: [{ warning: "stillbirth", intensity: "DESCRIBED" }] },
      "<p>Contains: stillbirth, described.</p>",
    ],
    ["reported", { gated: true }, "<p>Readers have reported this story."],
  ])("of a %s story has the label in the place of the words", (_what, over, label) => {
    const code = codes(over)[kind];
    expect(code).toContain(label);
    expect(code).toContain(`A story by <a href="${url}">`);
    expect(code).not.toMatch(/moon|counted/);
  });

  test("still has words and link where all but a few elements are taken out", () => {
    const left = sanitised(codes()[kind]);
    expect(left).not.toMatch(/iframe|script/);
    expect(left).toContain(`href="${url}"`);
    expect(textOf(left)).toMatch(
      /The moon was still there\. He counted it &lt;twice&gt; &amp; slept\.\s+— Noor, night nurse, on Vignette$/,
    );
  });

  test("can't be ended or added to by what is in it", () => {
    const hostile = `</blockquote></textarea><script>alert("x")</script>' onload='x\n👩🏽‍⚕️ سلام`;
    const over = { text: hostile, bylineName: hostile, bylineRole: hostile };
    const code = codes(over)[kind];
    const ours = codes()[kind];
    for (const name of ["blockquote", "iframe", "script", "details"]) {
      const tags = (html: string) => html.match(new RegExp(`</?${name}\\b`, "g"))?.length;
      expect(tags(code), name).toBe(tags(ours));
    }
    for (const [tag] of code.matchAll(/<[a-z][^>]*>/g))
      expect(tag, tag).toMatch(/^<[a-z]+( [a-z-]+(="[^"]*")?)*>$/);
    expect(code).toContain("👩🏽‍⚕️ سلام");
  });
});

test("the script's code keeps the colours that were chosen, the frame's has them in its address", () => {
  const coded = { story: storyCard(), look: "dark", site } as const;
  expect(codeWithScript(coded)).toContain(
    `<blockquote class="vignette-story" cite="${url}" data-look="dark">`,
  );
  expect(codeWithScript(coded)).toMatch(
    /\n<script async src="https:\/\/stories\.example\/embed\.js"><\/script>$/,
  );
  const unscripted = codeWithoutScript(coded);
  expect(unscripted).toContain(
    `src="https://stories.example/embed/stories/abcdefABCDEF?look=dark"`,
  );
  // Another embed's script on the page would else take the quotation for one of its own.
  expect(unscripted).not.toContain("vignette-story");
  expect(unscripted).toContain(`title="A story by Noor, night nurse, on Vignette"`);
});

/**
 * What WordPress leaves of what an address that it was not told to trust says by oEmbed, as its
 * documentation has it: links, quotations and frames, with few attributes; of those a quotation, if
 * it comes first, and the last frame, which has to be there.
 */
function asWordPressLeavesIt(html: string): [quotation: string, frame: string] | null {
  const kept = html
    .replace(/<(?!\/?(a|blockquote|iframe)\b)[^>]*>/g, "")
    .replace(/<blockquote[^>]*>/g, "<blockquote>")
    .replace(/ (style|loading)="[^"]*"/g, "");
  const [, quotation = "", frame = ""] =
    /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(kept) ?? [];
  return frame === "" ? null : [quotation, frame];
}

test("of what oEmbed says, WordPress keeps the quotation and the frame", () => {
  const [quotation, frame] = asWordPressLeavesIt(codes()["for oEmbed"]) ?? [];
  expect(textOf(quotation ?? "")).toBe(
    "The moon was still there. He counted it &lt;twice&gt; &amp; slept. — Noor, night nurse, on Vignette",
  );
  expect(frame).toBe(
    `<iframe src="https://stories.example/embed/stories/abcdefABCDEF" title="A story by Noor, night nurse, on Vignette" width="550" height="300"></iframe>`,
  );
});

test("the newest stories are a frame, and a link where frames are taken out", () => {
  const code = codeOfFeed("light", site);
  expect(code).toContain(`<iframe src="https://stories.example/embed/feed?look=light"`);
  expect(sanitised(code).trim()).toBe(
    `<p><a href="https://stories.example/">Stories on Vignette</a></p>`,
  );
});
