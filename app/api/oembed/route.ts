import { answerWithOembed } from "#lib/embeds/oembed.ts";

// The story is from the cache.
export const dynamic = "force-dynamic";

/** How to embed a story, by oEmbed. */
export function GET(request: Request): Promise<Response> {
  return answerWithOembed(request);
}
