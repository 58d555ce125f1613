import { PUBLIC_CACHE, answerUnlessHad, etagOf } from "#lib/answers.ts";
import { readHelplines, toHelpline } from "#lib/helplines/told/queries.ts";

// From the cache; what has no parameters would be rendered by the build.
export const dynamic = "force-dynamic";

/** Every helpline, for a device that knows where it is: nobody has to tell us. */
export async function GET(request: Request): Promise<Response> {
  const body = JSON.stringify((await readHelplines()).map(toHelpline));
  return answerUnlessHad(request, body, etagOf(body), {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": PUBLIC_CACHE,
  });
}
