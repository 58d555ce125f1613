import type { FeedItem } from "#lib/feeds/item.ts";
import type { Feed } from "#lib/feeds/rss.ts";

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/. docs/feeds.md says what `_vignette` is. */
export function writeJsonFeed({ title, description, homeUrl, feedUrl, items }: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: homeUrl,
    feed_url: feedUrl,
    description,
    items: items.map(toJsonItem),
  });
}

function toJsonItem(item: FeedItem) {
  return {
    id: item.url,
    url: item.url,
    title: item.title,
    content_html: item.html,
    content_text: item.text,
    date_published: item.publishedAt,
    authors: [{ name: item.author }],
    ...(item.language ? { language: item.language } : {}),
    ...(item.theme ? { tags: [item.theme] } : {}),
    _vignette: { content_warnings: item.warnings, gated: item.gated },
  };
}
