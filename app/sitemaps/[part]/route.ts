import { answerWithPart } from "#lib/sitemap/answer.ts";

// The addresses are from the cache.
export const dynamic = "force-dynamic";

/** A part of the sitemap. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/sitemaps/[part]">,
): Promise<Response> {
  return answerWithPart((await params).part);
}
