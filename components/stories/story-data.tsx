import { bylineName } from "#components/stories/byline.tsx";
import { requiredSetting } from "#lib/env.ts";
import { siteSettings } from "#lib/site/settings.ts";
import { storyAddress } from "#lib/stories/address.ts";
import { gateSentence } from "#lib/stories/gate.ts";
import type { StoryCard } from "#lib/stories/queries.ts";
import { titleOf } from "#lib/stories/title.ts";

type Site = { name: string; url: string };

/**
 * A story as https://schema.org/SocialMediaPosting. What would be written on its gate stands in for
 * the words that are behind it.
 */
export function storyData(story: StoryCard, site: Site) {
  const url = storyAddress(story.id, site.url);
  const gate = gateSentence(story)?.replace("\n", " ");
  return {
    "@context": "https://schema.org",
    "@type": "SocialMediaPosting",
    "@id": url,
    url,
    headline: gate ?? titleOf(story.text),
    ...(gate ? { contentRating: gate } : { articleBody: story.text }),
    ...(!gate && story.language ? { inLanguage: story.language } : {}),
    ...(story.theme ? { articleSection: story.theme.title } : {}),
    author: { "@type": "Person", name: bylineName(story.bylineName) },
    datePublished: story.publishedAt,
    isPartOf: { "@type": "WebSite", name: site.name, url: new URL("/", site.url).href },
  };
}

/** For search engines. A block of data that no browser runs; nothing in it can end it. */
export function StoryData({ story }: { story: StoryCard }) {
  const site = { name: siteSettings().name, url: requiredSetting("SITE_URL") };
  const json = JSON.stringify(storyData(story, site)).replaceAll("<", "\\u003c");
  return <script type="application/ld+json">{json}</script>;
}
