import { answerWithFeed } from "#lib/feeds/answer.ts";
import { siteChannel } from "#lib/feeds/channels.ts";

// The stories are from the cache; a page without parameters would be rendered by the build.
export const dynamic = "force-dynamic";

/** The newest stories, as JSON Feed 1.1. */
export function GET(request: Request): Promise<Response> {
  return answerWithFeed(request, siteChannel(), "json");
}
