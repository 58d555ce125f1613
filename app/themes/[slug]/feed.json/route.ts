import { answerWithFeed } from "#lib/feeds/answer.ts";
import { themeChannel } from "#lib/feeds/channels.ts";

// The stories are from the cache.
export const dynamic = "force-dynamic";

/** The newest stories under a theme, as JSON Feed 1.1. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/themes/[slug]/feed.json">,
): Promise<Response> {
  return answerWithFeed(request, await themeChannel((await params).slug), "json");
}
