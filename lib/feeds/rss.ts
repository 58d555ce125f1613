import type { FeedItem } from "#lib/feeds/item.ts";
import { feedTypes } from "#lib/feeds/links.ts";
import { escapeXml } from "#lib/xml.ts";

export type Feed = {
  title: string;
  description: string;
  /** Absolute addresses: of the page that shows the same, and of the feed itself. */
  homeUrl: string;
  feedUrl: string;
  items: FeedItem[];
};

type Attributes = Record<string, string>;

function open(name: string, attributes: Attributes): string {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${all.join("")}`;
}

function element(name: string, text: string | null, attributes: Attributes = {}): string {
  return text === null ? "" : `${open(name, attributes)}>${escapeXml(text)}</${name}>\n`;
}

/** RSS 2.0, https://www.rssboard.org/rss-specification. */
export function writeRss({ title, description, homeUrl, feedUrl, items }: Feed): string {
  const self = open("atom:link", { href: feedUrl, rel: "self", type: feedTypes.rss });
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">\n',
    "<channel>\n",
    element("title", title),
    element("link", homeUrl),
    element("description", description),
    `${self}/>\n`,
    ...items.map(writeItem),
    "</channel>\n</rss>\n",
  ].join("");
}

function writeItem(item: FeedItem): string {
  return [
    "<item>\n",
    element("title", item.title),
    element("link", item.url),
    element("guid", item.url, { isPermaLink: "true" }),
    // As RFC 822 has it.
    element("pubDate", new Date(item.publishedAt).toUTCString()),
    element("dc:creator", item.author),
    element("dc:language", item.language),
    element("category", item.theme),
    // HTML, so it is escaped twice.
    element("description", item.html),
    "</item>\n",
  ].join("");
}
