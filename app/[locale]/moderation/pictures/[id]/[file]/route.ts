import { getViewer } from "#lib/accounts/viewer.ts";
import { answerWithPicture } from "#lib/pictures/answer.ts";
import { findPictureForModeration } from "#lib/pictures/queries.ts";

export const dynamic = "force-dynamic";

/** A picture of any revision that was sent, for who decides on it. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/[locale]/moderation/pictures/[id]/[file]">,
): Promise<Response> {
  const { id, file } = await params;
  return answerWithPicture({ request, id, name: file }, async () =>
    findPictureForModeration(await getViewer(), id),
  );
}
