import { getViewer } from "#lib/accounts/viewer.ts";
import { releaseClaim, renewClaim } from "#lib/moderation/claims/commands.ts";

export const dynamic = "force-dynamic";

/**
 * From an open page at the desk: that someone is at work on a story, or with `?left=<mark>` that they
 * have left it. Says the same to everyone: whose claim it is shows on the page.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/[locale]/moderation/stories/[id]/claim">,
): Promise<Response> {
  const { id } = await params;
  const viewer = await getViewer();
  const mark = new URL(request.url).searchParams.get("left");
  if (mark !== null) await releaseClaim(viewer, { storyId: id, mark });
  else await renewClaim(viewer, id);
  return new Response(null, { status: 204, headers: { "Cache-Control": "private, no-store" } });
}
