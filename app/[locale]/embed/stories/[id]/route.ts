import { answerWithStoryFrame } from "#lib/embeds/answer.ts";

// The story is from the cache.
export const dynamic = "force-dynamic";

/** A published story, for other sites to show in a frame. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/embed/stories/[id]">,
): Promise<Response> {
  return answerWithStoryFrame(request, (await params).id);
}
