import "server-only";
import { createHash } from "node:crypto";
import * as reading from "#lib/generated/messages/reading.ts";
import { requiredSetting } from "#lib/env.ts";
import { accentVariants } from "#lib/site/accent.ts";
import { siteSettings } from "#lib/site/settings.ts";
import { locales } from "#lib/locale.ts";
import { inLocale } from "#lib/in-locale.ts";
import { type PreviewShape, previewName } from "#lib/previews/address.ts";
import { gateSentence } from "#lib/stories/gate.ts";
import { MAX_WEIGHT } from "#lib/stories/length.ts";
import type { StoryCard } from "#lib/stories/queries.ts";

/** Another look: counted up, so that every preview has another address. */
const LOOK = 3;

/** All that is on a story's preview, and so all that its address tells of. */
export type PreviewContent = {
  /** What stands on its gate; the words of such a story are not here. */
  label: string | null;
  words: string;
  name: string;
  role: string | null;
  /** How far the thread reaches, 0 to 1. */
  reach: number;
  site: string;
  /** Where it is, for whoever sees only the picture: "stories.example". */
  host: string;
  accent: string;
};

/** In the language that is spoken now. */
export function previewContent(story: StoryCard): PreviewContent {
  const label = gateSentence(story);
  const site = siteSettings();
  return {
    label,
    words: label === null ? story.text : "",
    name: story.bylineName ?? reading.anonymous(),
    role: story.bylineRole,
    reach: Math.min(story.weight / MAX_WEIGHT, 1),
    site: site.name,
    host: new URL(requiredSetting("SITE_URL")).host,
    accent: accentVariants(site.accent ?? "#a8341f").light,
  };
}

export function previewDigest(content: PreviewContent): string {
  const shown = JSON.stringify([LOOK, content]);
  return createHash("sha256").update(shown).digest("hex").slice(0, 16);
}

/** What a story's preview with this digest shows: its address has no other language than that. */
export function contentWithDigest(story: StoryCard, digest: string): PreviewContent | undefined {
  return locales
    .map((locale) => inLocale(locale, () => previewContent(story)))
    .find((content) => previewDigest(content) === digest);
}

/** The address of a story's preview as it is now, in the language that is spoken now. */
export function previewPath(story: StoryCard, shape: PreviewShape): string {
  return `/previews/${story.id}/${previewName(previewDigest(previewContent(story)), shape)}`;
}
