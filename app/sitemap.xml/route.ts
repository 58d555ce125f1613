import { answerWithParts } from "#lib/sitemap/answer.ts";

// Not by the build, which has no database.
export const dynamic = "force-dynamic";

/** The parts of the sitemap. */
export function GET(): Promise<Response> {
  return answerWithParts();
}
