import { answerWithFeedFrame } from "#lib/embeds/answer.ts";

// The stories are from the cache.
export const dynamic = "force-dynamic";

/** The newest stories, for other sites to show in a frame. */
export function GET(request: Request): Promise<Response> {
  return answerWithFeedFrame(request);
}
