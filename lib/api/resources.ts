import "server-only";
import { type Background, readBackgrounds } from "#lib/api/queries.ts";
import type { ApiCall, ApiStory, ApiTheme } from "#lib/api/schema.ts";
import { spellOut } from "#lib/content-warnings/list.ts";
import { hashtagKey, hashtagsIn } from "#lib/finding/hashtags.ts";
import type { CallHeading } from "#lib/finding/headings/queries.ts";
import { renditionName, renditionWidths } from "#lib/pictures/renditions.ts";
import { previewSizes } from "#lib/previews/address.ts";
import { previewPath } from "#lib/previews/content.ts";
import { gateSentence } from "#lib/stories/gate.ts";
import type { StoryCard } from "#lib/stories/queries.ts";

/** Stories as the API tells them. One that is gone by now is left out. */
export async function toStories(cards: StoryCard[], siteUrl: string): Promise<ApiStory[]> {
  const backgrounds = await readBackgrounds(cards.map(({ id }) => id));
  return cards.flatMap((card) => {
    const background = backgrounds[card.id];
    return background ? [toStory(card, background, siteUrl)] : [];
  });
}

export function toStory(
  card: StoryCard,
  { call, writtenAt, demo }: Background,
  siteUrl: string,
): ApiStory {
  const { id, text, publishedAt } = card;
  const gate = gateSentence(card);
  return {
    id,
    url: new URL(`/stories/${id}`, siteUrl).href,
    gate,
    contentWarnings: card.warnings.map(spellOut),
    gated: card.gated,
    text,
    language: card.language,
    byline: { name: card.bylineName, role: card.bylineRole },
    theme: card.theme && toTheme(card.theme, siteUrl),
    call: call && { ...call, url: new URL(`/calls/${call.slug}`, siteUrl).href },
    // Of warned words they are a part.
    hashtags: gate === null ? tagsIn(text) : [],
    picture: card.picture && toPicture(card.picture, siteUrl),
    previewImage: { url: new URL(previewPath(card, "wide"), siteUrl).href, ...previewSizes.wide },
    hearts: card.hearts,
    publishedAt,
    updatedAt: writtenAt > publishedAt ? writtenAt : publishedAt,
    demo,
  };
}

/** Each once, however often and in whatever case it is written. */
function tagsIn(text: string): string[] {
  const tags = hashtagsIn(text).toReversed();
  return [...new Map(tags.map(({ tag }) => [hashtagKey(tag), tag])).values()].toReversed();
}

function toPicture(
  { id, width, height, alt }: NonNullable<StoryCard["picture"]>,
  siteUrl: string,
): ApiStory["picture"] {
  const largest = renditionName(renditionWidths(width).at(-1) ?? width, "jpg");
  return { url: new URL(`/pictures/${id}/${largest}`, siteUrl).href, width, height, alt };
}

export function toTheme(
  { slug, title }: { slug: string; title: string },
  siteUrl: string,
): ApiTheme {
  return { slug, title, url: new URL(`/themes/${slug}`, siteUrl).href };
}

export function toCall(call: CallHeading, siteUrl: string): ApiCall {
  const { slug, title, prompt, hashtag, opensAt, closesAt, open } = call;
  return {
    slug,
    title,
    url: new URL(`/calls/${slug}`, siteUrl).href,
    prompt,
    hashtag: hashtag?.replace(/^#/, "") ?? null,
    opensAt,
    closesAt,
    open,
    themes: call.themes.map((theme) => toTheme(theme, siteUrl)),
  };
}
