/**
 * Public pages as they were last sent, for one second: a page that many ask for goes through Next
 * once a second, and not at all while nothing was forgotten in between. Asking Next each time, even
 * for a page that it has, costs twenty times as much (docs/performance.md).
 */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { isAmong } from "#lib/answers.ts";
import { isFrame } from "#lib/embeds/address.ts";
import { exchange } from "#lib/exchange.ts";
import { onForget } from "#server/cache-handler.ts";
import { type Document, chooseEncoding, encoded } from "#server/documents.ts";

type FinishedPage = {
  headers: OutgoingHttpHeaders;
  etag: string;
  type: string;
  document: Document;
};

const MAX_BYTES = 32 * 1024 * 1024;
const FRESH_MS = 1_000;

const pages = new LRUCache<string, FinishedPage>({
  maxSize: MAX_BYTES,
  sizeCalculation: ({ document }) => document.body.length + 4096,
  ttl: FRESH_MS,
});

let forgottenAt = -1;
onForget(() => {
  forgottenAt = performance.now();
  pages.clear();
});

/** Whether a request is for the document itself: Next answers its own client with other forms of it. */
export function asksForDocument({ method, headers }: IncomingMessage): boolean {
  const reads = method === "GET" || method === "HEAD";
  return reads && headers.rsc === undefined && headers["next-action"] === undefined;
}

/**
 * What a page is kept by. Of what stands after the question mark pages read nothing, and frames these
 * (lib/embeds/answer.ts).
 */
export function keyOf({ url = "" }: IncomingMessage, address: string): string {
  const [pathname = ""] = url.split("?", 1);
  if (!isFrame(pathname)) return address;
  const query = new URLSearchParams(url.slice(pathname.length));
  return JSON.stringify([address, ...["look", "theme", "call"].map((name) => query.get(name))]);
}

/** For pages that are the same for everyone, only. Not when it was begun before something changed. */
export function keepPage(key: string, res: ServerResponse, document: Document): void {
  if (forgottenAt >= (exchange.getStore()?.begun ?? -1)) return;
  const etag = String(res.getHeader("ETag"));
  const headers = res.getHeaders();
  for (const own of ["x-request-id", "content-length", "content-encoding"]) delete headers[own];
  pages.set(key, { headers, etag, type: String(res.getHeader("Content-Type")), document });
}

/** Sends the page if it is at hand; false when Next has to be asked. */
export async function sendKeptPage(
  req: IncomingMessage,
  res: ServerResponse,
  key: string,
): Promise<boolean> {
  const page = asksForDocument(req) ? pages.get(key) : undefined;
  if (!page) return false;
  const { headers, etag, type, document } = page;
  if (isAmong(req.headers["if-none-match"], etag)) {
    const { "content-type": _type, "content-security-policy": _policy, ...kept } = headers;
    res.writeHead(304, kept).end();
    return true;
  }
  const encoding = chooseEncoding(req.headers["accept-encoding"], type, document.body.length);
  const body = await encoded(document, encoding);
  res.writeHead(200, {
    ...headers,
    "content-length": body.length,
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
  });
  res.end(body);
  return true;
}
