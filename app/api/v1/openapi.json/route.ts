import { answerWithDescription } from "#lib/api/answers.ts";

export const dynamic = "force-dynamic";

/** What the API is, in OpenAPI 3.1. */
export function GET(request: Request): Promise<Response> {
  return answerWithDescription(request);
}
