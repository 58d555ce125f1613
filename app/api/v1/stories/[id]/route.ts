import { answerWithStory } from "#lib/api/answers.ts";

export const dynamic = "force-dynamic";

/** A published story, as JSON. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/stories/[id]">,
): Promise<Response> {
  return answerWithStory(request, (await params).id);
}
