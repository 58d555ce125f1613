import { answerWithCall } from "#lib/api/answers.ts";

export const dynamic = "force-dynamic";

/** A call, as JSON. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/calls/[slug]">,
): Promise<Response> {
  return answerWithCall(request, (await params).slug);
}
