import { answerWithPageScript } from "#lib/embeds/answer.ts";

// Its origin is that of the running server, not of the build.
export const dynamic = "force-dynamic";

/** What other sites' pages include: puts frames in the place of quotations, as high as they need. */
export function GET(request: Request): Response {
  return answerWithPageScript(request);
}
