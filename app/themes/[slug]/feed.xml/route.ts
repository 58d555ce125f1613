import { answerWithFeed } from "#lib/feeds/answer.ts";
import { themeChannel } from "#lib/feeds/channels.ts";

// The stories are from the cache.
export const dynamic = "force-dynamic";

/** The newest stories under a theme, as RSS 2.0. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/themes/[slug]/feed.xml">,
): Promise<Response> {
  return answerWithFeed(request, await themeChannel((await params).slug), "rss");
}
