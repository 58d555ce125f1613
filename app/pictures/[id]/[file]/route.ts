import { answerWithPicture } from "#lib/pictures/answer.ts";
import { findPublishedPicture } from "#lib/pictures/queries.ts";

export const dynamic = "force-dynamic";

/** A picture that readers see, for as long as they do. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/pictures/[id]/[file]">,
): Promise<Response> {
  const { id, file } = await params;
  return answerWithPicture({ request, id, name: file, isPublic: true }, findPublishedPicture);
}
