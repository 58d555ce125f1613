import { answerWithThemes } from "#lib/api/answers.ts";

export const dynamic = "force-dynamic";

/** Themes of calls that have opened, as JSON. */
export function GET(request: Request): Promise<Response> {
  return answerWithThemes(request);
}
