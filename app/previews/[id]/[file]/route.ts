import { answerWithPreview } from "#lib/previews/answer.ts";

export const dynamic = "force-dynamic";

/** A published story as a picture, for previews of its link and to pass on. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/previews/[id]/[file]">,
): Promise<Response> {
  return answerWithPreview(request, await params);
}
