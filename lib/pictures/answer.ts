import "server-only";
import { PRIVATE_CACHE, PUBLIC_CACHE, isAmong, notThere } from "#lib/answers.ts";
import { log } from "#lib/log.ts";
import type { Picture } from "#lib/pictures/queries.ts";
import {
  type Rendition,
  hasRendition,
  readRendition,
  renditionTypes,
} from "#lib/pictures/renditions.ts";
import { pictureStore } from "#lib/pictures/store.ts";

type Asked = { request: Request; id: string; name: string; isPublic?: boolean };

/**
 * Answers a request for a rendition. `find` says whether whoever asks may see the picture, and is
 * asked every time. What may not be seen, and what is not there, looks like any unknown address.
 */
export async function answerWithPicture(
  { request, id, name, isPublic = false }: Asked,
  find: (id: string) => Promise<Picture | null>,
): Promise<Response> {
  const rendition = readRendition(id, name);
  const picture = rendition && (await find(id));
  if (!picture || !hasRendition(picture, rendition)) return notThere();
  const headers = headersOf(rendition, isPublic);
  const etag = headers.get("ETag");
  if (etag && isAmong(request.headers.get("if-none-match"), etag)) {
    headers.delete("Content-Type");
    return new Response(null, { status: 304, headers });
  }
  const bytes = await pictureStore().getPicture(id, name);
  if (!bytes) {
    // Withdrawn in this instant; or lost, which whoever runs the server should know.
    log.warn("a picture has no files");
    return notThere();
  }
  headers.set("Content-Length", String(bytes.length));
  return new Response(bytes, { headers });
}

function headersOf({ id, name, extension }: Rendition, isPublic: boolean): Headers {
  const headers = new Headers({
    "Content-Type": renditionTypes[extension],
    "Cache-Control": isPublic ? PUBLIC_CACHE : PRIVATE_CACHE,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
    // Shown on our pages, and not on anybody else's.
    "Cross-Origin-Resource-Policy": "same-origin",
  });
  // Under one address there are never other bytes.
  if (isPublic) headers.set("ETag", `"${id}-${name}"`);
  return headers;
}
