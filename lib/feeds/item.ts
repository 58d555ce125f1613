import { type SpelledWarning, spellOut } from "#lib/content-warnings/list.ts";
import * as feeds from "#lib/generated/messages/feeds.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { gateSentence } from "#lib/stories/gate.ts";
import type { StoryCard } from "#lib/stories/queries.ts";
import { titleOf } from "#lib/stories/title.ts";
import { escapeXml } from "#lib/xml.ts";

export type FeedItem = {
  /** Absolute, and what the story is told apart by for ever. */
  url: string;
  title: string;
  text: string;
  html: string;
  author: string;
  /** ISO 8601. */
  publishedAt: string;
  /** Of the words above; null where it is not known, or where they are not the storyteller's. */
  language: string | null;
  theme: string | null;
  warnings: SpelledWarning[];
  gated: boolean;
};

type Words = Pick<FeedItem, "title" | "text" | "html" | "language">;

/**
 * A story in a feed. There no gate can stand: of a warned or often reported story, what would be
 * written on it, and the way to where it stands, are in the place of the words.
 */
export function toItem(story: StoryCard, siteUrl: string): FeedItem {
  const url = new URL(`/stories/${story.id}`, siteUrl).href;
  const gate = gateSentence(story);
  return {
    url,
    ...(gate === null ? wordsOf(story) : gateInPlace(gate, url)),
    author: [story.bylineName ?? reading.anonymous(), story.bylineRole].filter(Boolean).join(", "),
    publishedAt: story.publishedAt,
    theme: story.theme?.title ?? null,
    warnings: story.warnings.map(spellOut),
    gated: story.gated,
  };
}

function wordsOf({ text, language }: StoryCard): Words {
  const lang = language ? ` lang="${escapeXml(language)}"` : "";
  const html = `<p dir="auto"${lang}>${escapeXml(text).replaceAll("\n", "<br>")}</p>`;
  return { title: titleOf(text), text, html, language };
}

function gateInPlace(gate: string, url: string): Words {
  const lines = gate.split("\n").map((line) => line.replace(/\.?$/, "."));
  const html = lines.map((line) => `<p>${escapeXml(line)}</p>`).join("");
  return {
    title: gate.replace("\n", " "),
    text: `${lines.join("\n")}\n${feeds.theStory({ url })}`,
    html: `${html}<p><a href="${escapeXml(url)}">${escapeXml(feeds.goToStory())}</a></p>`,
    language: null,
  };
}
