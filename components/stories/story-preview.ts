import type { Metadata } from "next";
import { bylineName } from "#components/stories/byline.tsx";
import { oembedLinks } from "#lib/embeds/links.ts";
import { requiredSetting } from "#lib/env.ts";
import * as reading from "#lib/generated/messages/reading.ts";
import { localized } from "#lib/locale.ts";
import { previewSizes } from "#lib/previews/address.ts";
import { previewPath } from "#lib/previews/content.ts";
import { alternatesOf } from "#lib/site/alternates.ts";
import { gateSentence } from "#lib/stories/gate.ts";
import type { StoryCard } from "#lib/stories/queries.ts";
import { titleOf } from "#lib/stories/title.ts";

/**
 * What tabs, search results and link previews say of a story. There no gate can stand: what would be
 * written on it stands in for the words.
 */
export function storyPreview(story: StoryCard): Metadata {
  const gate = gateSentence(story)?.replace("\n", " ");
  const title = gate ?? titleOf(story.text);
  const description = gate
    ? reading.aStoryBy({ name: bylineName(story.bylineName), gate: gate.replace(/\.?$/, ".") })
    : story.text;
  const path = `/stories/${story.id}`;
  const url = localized(path);
  const image = { url: previewPath(story, "wide"), ...previewSizes.wide, alt: description };
  return {
    title,
    description,
    alternates: alternatesOf(path, {
      types: oembedLinks(new URL(url, requiredSetting("SITE_URL")).href, title),
    }),
    openGraph: {
      type: "article",
      url,
      title,
      description,
      publishedTime: story.publishedAt,
      images: [image],
    },
    twitter: { card: "summary_large_image", title, description, images: [image] },
  };
}
