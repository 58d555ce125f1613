/** What answers have in common, whoever gives them: a page, a picture, a feed, the API. */
import { createHash } from "node:crypto";

/**
 * For what anyone may see. A story that is taken down has to be gone within five seconds: a shared
 * cache keeps what shows it for less.
 */
export const PUBLIC_CACHE = "public, max-age=0, s-maxage=2, must-revalidate";

export const PRIVATE_CACHE = "private, no-store";

/** Weak: it is the same document however it is compressed. */
export function etagOf(body: string): string {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
}

/** Whether a version is among those that `If-None-Match` names: weak or not, it is the same. */
export function isAmong(asked: string | null | undefined, etag: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return (asked ?? "").split(",").some((tag) => tag.trim() === "*" || bare(tag) === bare(etag));
}

/**
 * Answers with a document, or that whoever asks `has` it, by what the request says of its ETag.
 * `said` is what is said of it either way.
 */
export function answerUnlessHad(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  etag: string,
  said: HeadersInit,
  has = isAmong(request.headers.get("if-none-match"), etag),
): Response {
  const headers = new Headers(said);
  headers.set("ETag", etag);
  if (!has) return new Response(body, { headers });
  headers.delete("Content-Type");
  headers.set("Vary", "Accept-Encoding"); // which server/answer.ts says of what it compresses
  return new Response(null, { status: 304, headers });
}

/** server/answer.ts makes the one 404 page of it. */
export function notThere(): Response {
  return new Response(null, {
    status: 404,
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });
}
