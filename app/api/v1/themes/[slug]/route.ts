import { answerWithTheme } from "#lib/api/answers.ts";

export const dynamic = "force-dynamic";

/** A theme, as JSON. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/v1/themes/[slug]">,
): Promise<Response> {
  return answerWithTheme(request, (await params).slug);
}
