/**
 * What Next leaves open about an answer: the policy with hashes (finished documents) or a nonce
 * (those written as they are rendered), compression once per ETag, how long others may keep it, and
 * one 404 for everything that is not there.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { constants, createGzip } from "node:zlib";
import { PRIVATE_CACHE, PUBLIC_CACHE } from "#lib/answers.ts";
import { isFrame } from "#lib/embeds/address.ts";
import { exchange } from "#lib/exchange.ts";
import { type Locale, withoutDefault } from "#lib/locale.ts";
import { chooseEncoding, documentFor, encoded } from "#server/documents.ts";
import { asksForDocument, keepPage, keyOf } from "#server/finished-pages.ts";
import { failed, sendPlainPage, unread } from "#server/plain-page.ts";
import { contentSecurityPolicy, securityHeaders } from "#server/security-headers.ts";

type Options = {
  locale: Locale;
  /** Without the language and the query. */
  pathname: string;
  /** With the language. */
  address: string;
  nonce: string;
  /** The body of the 404 page. */
  notFound: () => Promise<Buffer>;
};

type Write = ServerResponse["write"];
type End = ServerResponse["end"];

/** Takes the answer over: Next writes into it as before, what leaves is ours. */
export function takeOver(req: IncomingMessage, res: ServerResponse, options: Options): void {
  const raw = {
    writeHead: res.writeHead.bind(res),
    write: res.write.bind(res),
    end: res.end.bind(res),
  };
  const chunks: Buffer[] = [];
  let mode: "collect" | "stream" | "pass" | undefined;
  let gzip: ReturnType<typeof createGzip> | undefined;
  let ended = false;
  let cached = false;
  // The same for everyone as a cached page is, and it says itself what is not there.
  const framed = isFrame(options.pathname);
  const key = keyOf(req, options.address);

  for (const [name, value] of Object.entries(securityHeaders(options.pathname))) {
    res.setHeader(name, value);
  }

  function isHtml() {
    return String(res.getHeader("Content-Type") ?? "").startsWith("text/html");
  }

  /** Whether Next could make nothing of what was posted: cut off, made up, or from an older page. */
  function isUnread() {
    if (req.method !== "POST" || options.pathname.startsWith("/api/")) return false;
    if (exchange.getStore()?.acting) return false;
    const isPlain = String(res.getHeader("Content-Type") ?? "").startsWith("text/plain");
    return res.statusCode >= 500 || (isPlain && [400, 409].includes(res.statusCode));
  }

  /** Whether a person is about to see Next's own words for a failure, or none. */
  function brokeDown() {
    if (isUnread()) return isHtml() || asksForPage(req);
    if (res.statusCode < 500 || options.pathname.startsWith("/api/")) return false;
    return isHtml() || asksForPage(req);
  }

  function begin(): typeof mode {
    // Node calls writeHead itself when the first of the body leaves: from here on it is Node's again.
    res.writeHead = raw.writeHead;
    for (const name of ["X-Powered-By", "X-Nextjs-Prerender", "X-Nextjs-Stale-Time"])
      res.removeHeader(name);
    // Next knows every address with its language. English has none in front of readers.
    const onward = res.getHeader("Location");
    if (typeof onward === "string") res.setHeader("Location", withoutDefault(onward));
    const status = exchange.getStore()?.status;
    if (status && res.statusCode === 200) res.statusCode = status;
    cached = res.hasHeader("X-Nextjs-Cache");
    res.removeHeader("X-Nextjs-Cache");
    if ((isHtml() && res.statusCode === 404) || brokeDown()) return "collect";
    if (isUnread() && res.statusCode >= 500) res.statusCode = 400;
    // A 304 goes without a policy: the browser keeps the one of the page it has.
    if (cached) {
      const isPublic = [200, 304].includes(res.statusCode) && req.method !== "POST";
      res.setHeader("Cache-Control", isPublic ? PUBLIC_CACHE : PRIVATE_CACHE);
      // Nobody's cookie is anyone else's.
      res.removeHeader("Set-Cookie");
    }
    if (isHtml() && !cached && !framed) res.setHeader("Cache-Control", PRIVATE_CACHE);
    const type = String(res.getHeader("Content-Type") ?? "");
    const text = chooseEncoding("gzip", type, 4096) !== "identity";
    if (res.hasHeader("ETag") && text && res.statusCode === 200) return "collect";
    const acceptsGzip = chooseEncoding(req.headers["accept-encoding"], type, 4096) !== "identity";
    if (!isHtml()) {
      // A part of the sitemap: megabytes, too large to keep.
      if (!type.startsWith("application/xml") || !acceptsGzip) return "pass";
      beginGzip();
      return "stream";
    }
    res.setHeader(
      "Content-Security-Policy",
      contentSecurityPolicy([`'nonce-${options.nonce}'`], options.pathname),
    );
    if (acceptsGzip) beginGzip();
    return "stream";
  }

  function beginGzip() {
    res.removeHeader("Content-Length");
    res.setHeader("Content-Encoding", "gzip");
    res.appendHeader("Vary", "Accept-Encoding");
    gzip = createGzip({ level: 4, flush: constants.Z_SYNC_FLUSH });
    gzip.on("data", (chunk: Buffer) => raw.write(chunk));
    gzip.on("end", () => raw.end());
    gzip.on("error", () => res.destroy());
  }

  async function finish() {
    if (brokeDown()) {
      // Next's own is a page without a word until its scripts run.
      const page = isUnread() ? unread() : failed();
      Object.assign(res, raw);
      sendPlainPage(res, page);
      return;
    }
    let body: Buffer = Buffer.concat(chunks);
    if (isHtml() && res.statusCode === 404 && !framed) {
      body = await options.notFound();
      res.setHeader("Cache-Control", PRIVATE_CACHE);
      res.removeHeader("ETag");
      res.removeHeader("Set-Cookie");
      res.setHeader("X-Robots-Tag", "noindex, nofollow");
      res.setHeader("Referrer-Policy", "no-referrer");
      res.removeHeader("Link");
      res.setHeader("Vary", "Accept-Encoding");
    } else {
      res.appendHeader("Vary", "Accept-Encoding");
    }
    const etag = res.getHeader("ETag");
    // What is not there is the same wherever it is met, and has no ETag: there are a few such pages
    // and frames, however many addresses.
    const missing = framed ? body.toString() : options.locale;
    const named = res.statusCode === 404 ? `404 ${missing}` : `${options.address} ${String(etag)}`;
    const document = documentFor(named, body);
    if (isHtml()) {
      // One 404, wherever it is met.
      const pathname = res.statusCode === 404 && !framed ? "" : options.pathname;
      res.setHeader("Content-Security-Policy", contentSecurityPolicy(document.hashes(), pathname));
    }
    // One ETag for the page in all its encodings, so a weak one.
    if (typeof etag === "string" && !etag.startsWith("W/")) res.setHeader("ETag", `W/${etag}`);
    if ((cached || framed) && isHtml() && res.statusCode === 200 && asksForDocument(req)) {
      keepPage(key, res, document);
    }
    const encoding = chooseEncoding(
      req.headers["accept-encoding"],
      String(res.getHeader("Content-Type")),
      body.length,
    );
    const sent = await encoded(document, encoding);
    if (encoding !== "identity") res.setHeader("Content-Encoding", encoding);
    res.setHeader("Content-Length", sent.length);
    raw.end(sent);
  }

  res.writeHead = ((status: number, ...rest: unknown[]) => {
    res.statusCode = status;
    const headers = rest.find((each) => typeof each === "object" && each !== null);
    for (const [name, value] of Object.entries(headers ?? {})) res.setHeader(name, value as string);
    return res;
  }) as typeof res.writeHead;

  res.flushHeaders = () => {
    // The head leaves with the first of the body: until then it may still change.
  };

  res.write = ((chunk: Uint8Array | string, ...rest: unknown[]) => {
    mode ??= begin();
    const callback = rest.find((each) => typeof each === "function") as (() => void) | undefined;
    if (mode === "pass") return (raw.write as (...all: unknown[]) => boolean)(chunk, ...rest);
    if (mode === "stream" && !gzip)
      return (raw.write as (...all: unknown[]) => boolean)(chunk, ...rest);
    const bytes =
      typeof chunk === "string"
        ? Buffer.from(chunk, rest[0] as BufferEncoding)
        : Buffer.from(chunk);
    if (gzip) gzip.write(bytes);
    else chunks.push(bytes);
    callback?.();
    return true;
  }) as Write;

  res.end = ((...all: unknown[]) => {
    const [chunk] = all;
    const withBody = typeof chunk === "string" || chunk instanceof Uint8Array;
    mode ??= begin();
    if (mode === "pass" || (mode === "stream" && !gzip))
      return (raw.end as (...rest: unknown[]) => typeof res)(...all);
    if (ended) return res;
    ended = true;
    if (withBody) res.write(chunk);
    const callback = all.find((each) => typeof each === "function") as (() => void) | undefined;
    if (callback) res.once("finish", callback);
    if (gzip) gzip.end();
    else finish().catch(() => res.destroy());
    return res;
  }) as End;
}

/** A browser that goes to a page or posts a form, not one of Next's scripts in it. */
function asksForPage({ headers }: IncomingMessage): boolean {
  const byScript = headers.rsc !== undefined || headers["next-action"] !== undefined;
  return !byScript && (headers.accept ?? "").includes("text/html");
}
