export const feedFiles = { rss: "feed.xml", json: "feed.json" } as const;

export type FeedFormat = keyof typeof feedFiles;

export const feedTypes = { rss: "application/rss+xml", json: "application/feed+json" } as const;

/** The address of the feed of what a page shows. */
export function feedPath(home: string, format: FeedFormat): string {
  return `${home.replace(/\/$/, "")}/${feedFiles[format]}`;
}

/** How a page says that there are feeds of what it shows, for its metadata. */
export function feedLinks(home: string, title: string) {
  const links = (["rss", "json"] as const).map((format) => [
    feedTypes[format],
    [{ url: feedPath(home, format), title }],
  ]);
  return { types: Object.fromEntries(links) as Record<string, { url: string; title: string }[]> };
}
