import "server-only";
import { PUBLIC_CACHE, answerUnlessHad, etagOf, notThere } from "#lib/answers.ts";
import { requiredSetting } from "#lib/env.ts";
import type { Channel } from "#lib/feeds/channels.ts";
import { hasVersion, lastModified } from "#lib/feeds/conditional.ts";
import { toItem } from "#lib/feeds/item.ts";
import { writeJsonFeed } from "#lib/feeds/json-feed.ts";
import { type FeedFormat, feedPath, feedTypes } from "#lib/feeds/links.ts";
import { readNewest } from "#lib/feeds/queries.ts";
import { writeRss } from "#lib/feeds/rss.ts";

const writers = { rss: writeRss, json: writeJsonFeed } as const;

/** Answers with the feed of a channel, or that whoever asks has it. */
export async function answerWithFeed(
  request: Request,
  channel: Channel | null,
  format: FeedFormat,
): Promise<Response> {
  if (!channel) return notThere();
  const path = feedPath(channel.home, format);
  const body = await write(channel, path, format);
  const etag = etagOf(body);
  const modified = lastModified(path, etag);
  const said = {
    "Content-Type": `${feedTypes[format]}; charset=utf-8`,
    "Last-Modified": modified.toUTCString(),
    "Cache-Control": PUBLIC_CACHE,
  };
  return answerUnlessHad(request, body, etag, said, hasVersion(request.headers, etag, modified));
}

async function write(channel: Channel, path: string, format: FeedFormat): Promise<string> {
  const siteUrl = requiredSetting("SITE_URL");
  const absolute = (address: string) => new URL(address, siteUrl).href;
  const stories = await readNewest(channel.list);
  return writers[format]({
    title: channel.title,
    description: channel.description,
    homeUrl: absolute(channel.home),
    feedUrl: absolute(path),
    items: stories.map((story) => toItem(story, siteUrl)),
  });
}
