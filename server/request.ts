/** What a request must be before Next sees it, and what it may not bring along. */
import { readdirSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { feedFiles } from "#lib/feeds/links.ts";
import { type Locale, defaultLocale } from "#lib/locale.ts";
import * as server from "#lib/generated/messages/server.ts";
import { isApiAddress, isOfApi } from "#lib/api/operations.ts";
import { isFilePath, isFrame, isLook } from "#lib/embeds/address.ts";
import { readCursor } from "#lib/pagination.ts";
import { readRendition } from "#lib/pictures/renditions.ts";
import { readPreviewName } from "#lib/previews/address.ts";
import { readPartName } from "#lib/sitemap/xml.ts";
import { isStoryId } from "#lib/stories/id.ts";
import { MAX_BODY, MAX_PICTURE_BODY, bodyLength, takesPicture } from "#server/bodies.ts";
import { isListAddress, isOfLists, plainHashtagAddress } from "#server/list-addresses.ts";

const MAX_URL = 2_048;

// Headers that Next, next-auth or a proxy in between act on. From outside they are only attempts. Of
// a file Next would send a part, or none, and fails where it can't; nobody needs that of files so small.
const internal =
  /^(range$|if-(match|range|unmodified-since)$|x-(forwarded|middleware|nextjs|next|invoke|matched|prerender|now|vercel|real|original|rewrite|http-method|powered)(-|$)|forwarded$|content-security-policy|x-request-id$|trailer$)/;

// The exception: `next dev` finds a page's messages by these.
const harmless = /^x-nextjs-(html-)?request-id$/;

export function dropInternalHeaders(req: IncomingMessage): void {
  for (const name of Object.keys(req.headers)) {
    if (internal.test(name) && !harmless.test(name)) delete req.headers[name];
  }
}

export type Refusal = { status: number; title: string; sentence: string };

/** What can be asked of a page. */
export const pageMethods = ["GET", "HEAD", "POST"];

/** Why a request goes no further; null when it may. */
export function refusal(req: IncomingMessage, locale?: Locale): Refusal | null {
  const method = req.method ?? "";
  const ofApi = isForPrograms(pathOf(req));
  if (!(ofApi ? ["GET", "HEAD", "OPTIONS"] : pageMethods).includes(method)) {
    return {
      status: 405,
      title: server.notLikeThis(),
      sentence: server.notLikeThisWhy(),
    };
  }
  if (!req.url?.startsWith("/")) {
    return {
      status: 400,
      title: server.noAddress(),
      sentence: server.checkLink(),
    };
  }
  if (req.url.length > MAX_URL) {
    return {
      status: 414,
      title: server.addressTooLong(),
      sentence: server.checkLink(),
    };
  }
  // Of all else, guarded (server/http.ts) makes the one 404 page.
  if (ofApi && isNowhere(pathOf(req), locale)) return nothingHere();
  if (method !== "POST") return null;
  if (isForeign(req)) {
    return {
      status: 403,
      title: server.foreign(),
      sentence: server.foreignWhy(),
    };
  }
  if (req.headers["content-length"] === undefined) {
    return {
      status: 411,
      title: server.noLength(),
      sentence: server.noLengthWhy(),
    };
  }
  if (takesPicture(req) && bodyLength(req) > MAX_PICTURE_BODY) {
    return {
      status: 413,
      title: server.pictureTooLarge(),
      sentence: server.pictureTooLargeWhy(),
    };
  }
  if (!takesPicture(req) && bodyLength(req) > MAX_BODY) {
    return {
      status: 413,
      title: server.farTooMuch(),
      sentence: server.farTooMuchWhy(),
    };
  }
  return null;
}

const nothingHere = (): Refusal => ({
  status: 404,
  title: server.noAddress(),
  sentence: server.checkLink(),
});

/** What programs of other sites read: never with POST, and what is wrong is not said on a page. */
export function isForPrograms(pathname: string): boolean {
  return isOfApi(pathname) || pathname === "/api/oembed";
}

/** Without what stands behind "?". */
export function pathOf(req: IncomingMessage): string {
  return (req.url ?? "/").split("?", 1)[0] ?? "/";
}

/** Whether another site's page made the browser send this form. */
function isForeign(req: IncomingMessage): boolean {
  const site = req.headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  const origin = req.headers.origin;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== req.headers.host;
}

/** The pages that are rendered for each request, whose scripts carry its nonce. All others are cached. */
export function isPerRequest(pathname: string): boolean {
  return /^\/((share|search|calls\/[^/]+\/share|my|stop-mail|moderation|sign-in)(\/|$)|stories\/[^/]+\/(heart|mastodon|report)$)/.test(
    pathname,
  );
}

/**
 * What stands behind "?", with it, of the API and of a page that is rendered for each request; nothing
 * of a cached one, which is the same for all queries. A page's is without what Next's client adds.
 */
export function searchOf(req: IncomingMessage): string {
  const path = pathOf(req);
  const ofApi = isOfApi(path);
  const isRead = isPerRequest(path) || ofApi;
  const query = isRead ? (req.url ?? "").split("?").slice(1).join("?") : "";
  const kept = query
    .split("&")
    .filter((each) => each !== "" && (ofApi || !each.startsWith("_rsc=")));
  return kept.length > 0 ? `?${kept.join("&")}` : "";
}

/** The first segments of all that Next serves. */
const known = new Set(
  [
    "",
    "older",
    "stories",
    "pictures",
    "previews",
    "themes",
    "hashtags",
    "roles",
    "hearted",
    "random",
    "embed",
    "search",
    "share",
    "calls",
    "my",
    "stop-mail",
    "sign-in",
    "moderation",
    "content-warnings",
    "helplines",
    "log",
    "api",
    "_next",
  ].concat(
    ["robots.txt", "sitemap.xml", "sitemaps", "feed.xml", "feed.json", "site.css", "embed.js"],
    readdirSync(path.join(import.meta.dirname, "..", "public")),
  ),
);

const files = new Set(readdirSync(path.join(import.meta.dirname, "..", "public")));

/** Whether what is at a path has words for people: it is there in every language (app/[locale]). */
export function isSpoken(pathname: string): boolean {
  const [, first = ""] = pathname.split("/");
  const last = pathname.slice(pathname.lastIndexOf("/") + 1);
  return (
    !isFilePath(pathname) &&
    !unspoken.has(first) &&
    !files.has(first) &&
    last !== feedFiles.rss &&
    last !== feedFiles.json
  );
}

const unspoken = new Set([
  "embed.js",
  "_next",
  "api",
  "pictures",
  "previews",
  "robots.txt",
  "site.css",
  "sitemap.xml",
  "sitemaps",
]);

const ownPages = new Set(["account", "export", "lost-link"]);

/**
 * Whether there is nothing behind a path, whatever the database says. Decided before anything is
 * rendered: each path that Next renders stays in memory for a while, also when there is nothing.
 */
export function isNowhere(pathname: string, locale: Locale = defaultLocale): boolean {
  const [, first = "", second, third, ...rest] = pathname.split("/");
  const [fourth] = rest;
  if (!isPlain(pathname) || !known.has(first)) return true;
  if (locale !== defaultLocale && !isSpoken(pathname)) return true;
  if (first === "stories") return !isStoryId(second ?? "") || !isStoryPlace(third, rest);
  if (isOfApi(pathname)) return !isApiAddress(pathname);
  if (first === "api") return !isApiPlace(pathname);
  if (first === "_next") return second !== "static";
  if (first === "pictures")
    return fourth !== undefined || readRendition(second ?? "", third ?? "") === null;
  if (first === "previews")
    return (
      fourth !== undefined || !isStoryId(second ?? "") || readPreviewName(third ?? "") === null
    );
  // A story's frame says itself that it is not there.
  if (first === "embed") return !isFrame(pathname) && !isFilePath(pathname);
  if (first === "calls" && third === "share") return fourth !== undefined;
  if (isOfLists(first)) return !isListAddress(pathname.slice(1).split("/"));
  // A file has nothing below it.
  if (/^(random|search)$|\./.test(first)) return second !== undefined;
  if (first === "sitemaps") return third !== undefined || readPartName(second ?? "") === null;
  if (first === "older") return third !== undefined || readCursor(second ?? "") === null;
  if (first === "helplines" || first === "content-warnings") return second !== undefined;
  if (first === "log")
    return third !== undefined || (second !== undefined && !/^20\d\d$/.test(second));
  if (first === "my") return second !== undefined && !isOwnPlace(second);
  // lib/notifications/stop-link.ts
  if (first === "stop-mail") return third !== undefined || !/^[\w-]{36}$/.test(second ?? "");
  return false;
}

/** Where that is which a path means, though nothing is behind it as it is written; null for most. */
export function movedTo(pathname: string): string | null {
  return isPlain(pathname) ? plainHashtagAddress(pathname) : null;
}

/** What programs and forms ask, beside the API. */
function isApiPlace(pathname: string): boolean {
  const [, heart] = /^\/api\/hearts\/([^/]+)$/.exec(pathname) ?? [];
  if (heart !== undefined) return isStoryId(heart);
  return /^\/api\/(auth\/.+|health\/(live|ready)|helplines|oembed|stop-mail\/[^/]+)$/.test(
    pathname,
  );
}

/**
 * What stands after `/stories/<id>/`: nothing, the form to report it, the way to Mastodon, what came
 * of a heart, or the code to embed it, in one look or another.
 */
function isStoryPlace(place: string | undefined, rest: string[]): boolean {
  if (place === undefined) return true;
  if (place === "embed") return rest.length === 0 || (rest.length === 1 && isChosenLook(rest[0]));
  return /^(heart|mastodon|report)$/.test(place) && rest.length === 0;
}

/** Nothing is said in an address of what nobody has to choose. */
const isChosenLook = (look = "") => look !== "auto" && isLook(look);

/** What stands after `/my/`: a page of its own, a private link, or the id of a story in an account. */
function isOwnPlace(segment: string): boolean {
  return ownPages.has(segment) || /^[\w-]{32}$/.test(segment) || isStoryId(segment);
}

/**
 * Whether a path is what it seems: it can be decoded, and nothing in it would lead elsewhere once it is
 * resolved. What is rendered for one path and in one language would be kept under another.
 */
function isPlain(pathname: string): boolean {
  try {
    return !/[\\\p{Cc}]|\/(\/|\.{1,2}(\/|$))/u.test(decodeURIComponent(pathname));
  } catch {
    return false;
  }
}
