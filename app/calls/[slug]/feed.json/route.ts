import { answerWithFeed } from "#lib/feeds/answer.ts";
import { callChannel } from "#lib/feeds/channels.ts";

// The stories are from the cache.
export const dynamic = "force-dynamic";

/** The newest stories that answer a call, as JSON Feed 1.1. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/calls/[slug]/feed.json">,
): Promise<Response> {
  return answerWithFeed(request, await callChannel((await params).slug), "json");
}
