import { answerWithFrameFile } from "#lib/embeds/answer.ts";

export const dynamic = "force-dynamic";

/** A style sheet, script or font of a frame. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/embed/files/[name]">,
): Promise<Response> {
  return answerWithFrameFile(request, (await params).name);
}
