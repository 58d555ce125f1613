import { answerWithStories } from "#lib/api/answers.ts";

export const dynamic = "force-dynamic";

/** Published stories, as JSON. */
export function GET(request: Request): Promise<Response> {
  return answerWithStories(request);
}
