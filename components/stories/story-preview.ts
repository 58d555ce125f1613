import type { Metadata } from "next";
import { bylineName } from "#components/stories/byline.tsx";
import { gateSentence } from "#lib/stories/gate.ts";
import type { StoryCard } from "#lib/stories/queries.ts";

const TITLE_LENGTH = 60;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= TITLE_LENGTH) return line;
  const cut = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  return `${cut
    .slice(0, TITLE_LENGTH)
    .join("")
    .replace(/\s+\S*$/, "")}…`;
}

/**
 * What tabs, search results and link previews say of a story. There no gate can stand: what would be
 * written on it stands in for the words.
 */
export function storyPreview(story: StoryCard): Metadata {
  const gate = gateSentence(story)?.replace("\n", " ");
  const title = gate ?? shorten(story.text);
  const description = gate
    ? `A story by ${bylineName(story.bylineName)}. ${gate.replace(/\.?$/, ".")}`
    : story.text;
  const url = `/stories/${story.id}`;
  return {
    title,
    description,
    alternates: { canonical: url },
    openGraph: { type: "article", url, title, description, publishedTime: story.publishedAt },
    twitter: { card: "summary", title, description },
  };
}
