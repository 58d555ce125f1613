/** What a request must be before Next sees it, and what it may not bring along. */
import { readdirSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { readCursor } from "#lib/pagination.ts";
import { readRendition } from "#lib/pictures/renditions.ts";
import { readPreviewName } from "#lib/previews/address.ts";
import { readPartName } from "#lib/sitemap/xml.ts";
import { isStoryId } from "#lib/stories/id.ts";
import { MAX_BODY, MAX_PICTURE_BODY, bodyLength, takesPicture } from "#server/bodies.ts";
import { isListAddress, isOfLists } from "#server/list-addresses.ts";

const MAX_URL = 2_048;

// Headers that Next, next-auth or a proxy in between act on. From outside they are only attempts.
const internal =
  /^(x-(forwarded|middleware|nextjs|next|invoke|matched|prerender|now|vercel|real|original|rewrite|http-method|powered)(-|$)|forwarded$|content-security-policy|x-request-id$|trailer$)/;

// The exception: `next dev` finds a page's messages by these.
const harmless = /^x-nextjs-(html-)?request-id$/;

export function dropInternalHeaders(req: IncomingMessage): void {
  for (const name of Object.keys(req.headers)) {
    if (internal.test(name) && !harmless.test(name)) delete req.headers[name];
  }
}

export type Refusal = { status: number; title: string; sentence: string };

/** Why a request goes no further; null when it may. */
export function refusal(req: IncomingMessage): Refusal | null {
  const method = req.method ?? "";
  if (!["GET", "HEAD", "POST"].includes(method)) {
    return {
      status: 405,
      title: "Not like this",
      sentence: "This address can't be used in that way.",
    };
  }
  if (!req.url?.startsWith("/")) {
    return {
      status: 400,
      title: "This is no address",
      sentence: "Please check the link and try again.",
    };
  }
  if (req.url.length > MAX_URL) {
    return {
      status: 414,
      title: "This address is too long",
      sentence: "Please check the link and try again.",
    };
  }
  if (method !== "POST") return null;
  if (isForeign(req)) {
    return {
      status: 403,
      title: "This came from another site",
      sentence: "Please open the page here and send it again. Nothing was saved.",
    };
  }
  if (req.headers["content-length"] === undefined) {
    return {
      status: 411,
      title: "We can't take this",
      sentence: "Your browser did not say how long it is.",
    };
  }
  if (takesPicture(req) && bodyLength(req) > MAX_PICTURE_BODY) {
    return {
      status: 413,
      title: "This picture is too large",
      sentence:
        "Go back with your browser: what you wrote should still be there. Choose a picture of up to 10 MB, or send it without.",
    };
  }
  if (!takesPicture(req) && bodyLength(req) > MAX_BODY) {
    return {
      status: 413,
      title: "This is far too much",
      sentence:
        "Go back with your browser: what you wrote should still be there. A story has up to 280 characters.",
    };
  }
  return null;
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
    ["robots.txt", "sitemap.xml", "sitemaps", "feed.xml", "feed.json", "site.css"],
    readdirSync(path.join(import.meta.dirname, "..", "public")),
  ),
);

const ownPages = new Set(["account", "export", "lost-link"]);

/**
 * Whether there is nothing behind a path, whatever the database says. Decided before anything is
 * rendered: each path that Next renders stays in memory for a while, also when there is nothing.
 */
export function isNowhere(pathname: string): boolean {
  const [, first = "", second, third, fourth] = pathname.split("/");
  if (!canBeDecoded(pathname) || !known.has(first)) return true;
  if (first === "stories") return !isStoryId(second ?? "") || !isStoryPlace(third, fourth);
  if (first === "api" && second === "hearts")
    return !isStoryId(third ?? "") || fourth !== undefined;
  if (first === "api" && second === "helplines") return third !== undefined;
  if (first === "pictures")
    return fourth !== undefined || readRendition(second ?? "", third ?? "") === null;
  if (first === "previews")
    return (
      fourth !== undefined || !isStoryId(second ?? "") || readPreviewName(third ?? "") === null
    );
  if (first === "calls" && third === "share") return fourth !== undefined;
  if (isOfLists(first)) return !isListAddress(pathname.slice(1).split("/"));
  if (/^(random|search|(feed|sitemap)\.\w+)$/.test(first)) return second !== undefined;
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

/** What stands after `/stories/<id>/`: nothing, the form to report it, the way to Mastodon, or what came of a heart. */
function isStoryPlace(third?: string, fourth?: string): boolean {
  return third === undefined || (/^(heart|mastodon|report)$/.test(third) && fourth === undefined);
}

/** What stands after `/my/`: a page of its own, a private link, or the id of a story in an account. */
function isOwnPlace(segment: string): boolean {
  return ownPages.has(segment) || /^[\w-]{32}$/.test(segment) || isStoryId(segment);
}

function canBeDecoded(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes("\0");
  } catch {
    return false;
  }
}
