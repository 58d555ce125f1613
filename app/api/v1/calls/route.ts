import { answerWithCalls } from "#lib/api/answers.ts";

export const dynamic = "force-dynamic";

/** Calls that have opened, as JSON. */
export function GET(request: Request): Promise<Response> {
  return answerWithCalls(request);
}
