import { getViewer } from "#lib/accounts/viewer.ts";
import { answerWithPicture } from "#lib/pictures/answer.ts";
import { findPictureOf } from "#lib/pictures/queries.ts";
import { getOwnStory } from "#lib/stories/own/queries.ts";

export const dynamic = "force-dynamic";

/** A picture of any revision, for the storyteller. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/my/[token]/pictures/[id]/[file]">,
): Promise<Response> {
  const { token, id, file } = await params;
  const address = request.headers.get("x-forwarded-for") ?? "unknown";
  return answerWithPicture({ request, id, name: file }, async () => {
    const story = await getOwnStory({ viewer: await getViewer(), way: token, address });
    return story && findPictureOf(story.id, id);
  });
}
