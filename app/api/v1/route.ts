import { answerWithIndex } from "#lib/api/answers.ts";

export const dynamic = "force-dynamic";

/** Where a program that reads stories begins. */
export function GET(request: Request): Promise<Response> {
  return answerWithIndex(request);
}
