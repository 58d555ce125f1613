import { PUBLIC_CACHE, etagOf, isAmong } from "#lib/answers.ts";
import { readHelplines, toHelpline } from "#lib/helplines/told/queries.ts";

// From the cache; what has no parameters would be rendered by the build.
export const dynamic = "force-dynamic";

/** Every helpline, for a device that knows where it is: nobody has to tell us. */
export async function GET(request: Request): Promise<Response> {
  const body = JSON.stringify((await readHelplines()).map(toHelpline));
  const etag = etagOf(body);
  const headers = new Headers({ ETag: etag, "Cache-Control": PUBLIC_CACHE });
  if (isAmong(request.headers.get("if-none-match"), etag)) {
    headers.set("Vary", "Accept-Encoding"); // which server/answer.ts says of what it compresses
    return new Response(null, { status: 304, headers });
  }
  headers.set("Content-Type", "application/json; charset=utf-8");
  return new Response(body, { headers });
}
