import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { dropInternalHeaders, isNowhere, movedTo, refusal, searchOf } from "#server/request.ts";

const request = (method: string, headers: Record<string, string> = {}, url = "/share") =>
  ({ method, url, headers: { host: "stories.example", ...headers } }) as unknown as IncomingMessage;

const form = { "content-length": "120" };
const multipart = { "content-type": "multipart/form-data; boundary=x" };

test.each([
  { what: "reading", req: request("GET"), status: undefined },
  {
    what: "a form from our own page",
    req: request("POST", { ...form, "sec-fetch-site": "same-origin" }),
    status: undefined,
  },
  {
    what: "a form from an older browser",
    req: request("POST", { ...form, origin: "https://stories.example" }),
    status: undefined,
  },
  {
    what: "a form that says nothing of where it is from",
    req: request("POST", form),
    status: undefined,
  },
  {
    what: "a form from another site",
    req: request("POST", { ...form, "sec-fetch-site": "cross-site" }),
    status: 403,
  },
  {
    what: "a form from a sibling site",
    req: request("POST", { ...form, "sec-fetch-site": "same-site" }),
    status: 403,
  },
  {
    what: "a form from another origin",
    req: request("POST", { ...form, origin: "https://evil.example" }),
    status: 403,
  },
  { what: "a form from nowhere", req: request("POST", { ...form, origin: "null" }), status: 403 },
  {
    what: "a mail program that stops mail",
    req: request("POST", { "content-length": "26" }, `/api/stop-mail/${"a".repeat(36)}`),
    status: undefined,
  },
  { what: "a body of unknown length", req: request("POST"), status: 411 },
  {
    what: "a body that is too large",
    req: request("POST", { "content-length": "262145" }),
    status: 413,
  },
  {
    what: "a form with a picture",
    req: request("POST", { ...multipart, "content-length": "10747904" }),
    status: undefined,
  },
  {
    what: "a form with a picture that is too large",
    req: request("POST", { ...multipart, "content-length": "10747905" }),
    status: 413,
  },
  {
    what: "a picture where none is asked for",
    req: request("POST", { ...multipart, "content-length": "262145" }, "/sign-in"),
    status: 413,
  },
  { what: "another method", req: request("DELETE"), status: 405 },
  { what: "asking what may be asked", req: request("OPTIONS"), status: 405 },
  {
    what: "asking what may be asked of the API",
    req: request("OPTIONS", {}, "/api/v1/stories?limit=5"),
    status: undefined,
  },
  {
    what: "reading the API",
    req: request("GET", {}, "/api/v1/stories?limit=5"),
    status: undefined,
  },
  { what: "a form for the API", req: request("POST", form, "/api/v1/stories"), status: 405 },
  { what: "what the API has not", req: request("GET", {}, "/api/v1/search"), status: 404 },
  { what: "a very long address", req: request("GET", {}, `/${"a".repeat(2048)}`), status: 414 },
])("$what", ({ req, status }) => {
  expect(refusal(req)?.status).toBe(status);
});

test("of the API there is nothing in another language, however it is asked for", () => {
  for (const [method, status] of [
    ["GET", 404],
    ["OPTIONS", 404],
    ["PUT", 405],
  ] as const) {
    const req = request(method, {}, "/api/v1/stories");
    expect([method, refusal(req, "es")?.status]).toEqual([method, status]);
  }
});

test("headers that only the inside may set are dropped, the others stay", () => {
  const req = request("GET", {
    "x-forwarded-for": "1.1.1.1",
    "x-forwarded-host": "evil.example",
    forwarded: "for=1.1.1.1",
    "x-real-ip": "1.1.1.1",
    "x-middleware-subrequest": "proxy",
    "x-nextjs-data": "1",
    "x-nextjs-request-id": "a",
    "x-next-revalidated-tags": "stories",
    "x-prerender-revalidate": "1",
    "x-matched-path": "/moderation",
    "x-request-id": "chosen",
    "content-security-policy": "script-src 'nonce-known'",
    "next-action": "abc",
    rsc: "1",
    cookie: "a=b",
    "accept-encoding": "br",
  });
  dropInternalHeaders(req);
  expect(Object.keys(req.headers).sort()).toEqual([
    "accept-encoding",
    "cookie",
    "host",
    "next-action",
    "rsc",
    "x-nextjs-request-id",
  ]);
});

test.each([
  "/stories/short",
  "/stories/Ab3dEf6hIj9k/more",
  "/stories/Ab3dEf6hIj9k/heart/more",
  "/api/hearts",
  "/api/hearts/short",
  "/api/v1/",
  "/api/v1/stories/short",
  "/api/v1/stories/Ab3dEf6hIj9k/more",
  "/api/v1/themes/%zz",
  "/api/hearts/Ab3dEf6hIj9k/more",
  "/api/helplines/",
  "/api/helplines/GB",
  "/stories/",
  "/stories/Ab3dEf6hIj9%6b",
  "/older/x",
  "/my/token",
  "/my/accounts",
  "/%zz",
  "/%00",
  "/no-such-page",
  "/index.rsc",
  "/_global-error",
  "/helplines/more",
  "/content-warnings/death",
  "/log/",
  "/log/1999",
  "/log/2026/11",
  "/log/now",
  "/pictures",
  "/pictures/Ab3dEf6hIj9kAb3dEf6hIj9k",
  "/pictures/Ab3dEf6hIj9kAb3dEf6hIj9k/480.svg",
  "/pictures/Ab3dEf6hIj9kAb3dEf6hIj9k/480.webp/more",
  "/pictures/Ab3dEf6hIj9k/480.webp",
  "/previews",
  "/previews/Ab3dEf6hIj9k",
  "/previews/Ab3dEf6hIj9k/0123456789ABCDEF.png",
  "/previews/Ab3dEf6hIj9k/0123456789abcdef-tall.png",
  "/previews/short/0123456789abcdef.png",
  "/previews/Ab3dEf6hIj9k/0123456789abcdef.png/more",
  "/stories/Ab3dEf6hIj9k/mastodon/more",
  "/stories/Ab3dEf6hIj9k/embed/auto",
  "/stories/Ab3dEf6hIj9k/embed/blue",
  "/stories/Ab3dEf6hIj9k/embed/dark/more",
  "/embed",
  "/embed/feed/more",
  "/embed/stories",
  "/embed/stories/Ab3dEf6hIj9k/more",
  "/embed/stories/Ab3dEf6hIj9k%20",
  "/embed/files/0123456789abcdef.html",
  "/embed/files/0123456789ABCDEF.css",
  "/embed.js/more",
  "/api/oembed/more",
  "/feed.xml/more",
  "/feed.json/older",
  "/feed",
  "/sitemap.xml/1",
  "/sitemaps",
  "/sitemaps/1",
  "/sitemaps/01.xml",
  "/sitemaps/-1.xml",
  "/sitemaps/10000.xml",
  "/sitemaps/1.xml/more",
  "/themes/nights/feed.xml/more",
  "/roles/nurse/feed.xml",
  "/stop-mail",
  `/stop-mail/${"a".repeat(35)}`,
  `/stop-mail/${"a".repeat(36)}/more`,
  "/share/../../es/stories/Ab3dEf6hIj9k",
  "/share/%2e%2e/%2E%2e/es",
  "/moderation/..%2F../es",
  "/moderation/..",
  "/_next/../es",
  "/_next/static/../../es",
  "/_next/image",
  "/share//",
  "//share",
  "/share\\..",
  "/share/.%09./",
  "/api",
  "/api/nothing",
  "/api/stories/Ab3dEf6hIj9k",
  "/api/share",
  "/api/search",
  "/api/helplines/more",
  "/api/hearts/short",
  "/api/oembed/more",
  "/favicon.svg/moderation",
  "/robots.txt/helplines",
  "/site.css/helplines",
])("there is nothing at %s", (path) => {
  expect(isNowhere(path)).toBe(true);
});

test.each([
  "/",
  "/share",
  "/search",
  "/random",
  "/hearted/week",
  "/themes/small-wins",
  "/calls/nights",
  "/calls/nights/share",
  "/hashtags/n%C3%A4chte",
  "/roles/nurse",
  "/favicon.svg",
  "/api/v1",
  "/api/v1/stories/Ab3dEf6hIj9k",
  "/api/v1/openapi.json",
  "/feed.xml",
  "/feed.json",
  "/themes/nights/feed.xml",
  "/calls/nights/feed.json",
  "/robots.txt",
  "/sitemap.xml",
  "/sitemaps/0.xml",
  "/sitemaps/9999.xml",
  "/previews/Ab3dEf6hIj9k/0123456789abcdef.png",
  "/previews/Ab3dEf6hIj9k/0123456789abcdef-square.png",
  "/stories/Ab3dEf6hIj9k/mastodon",
  "/stories/Ab3dEf6hIj9k/embed",
  "/stories/Ab3dEf6hIj9k/embed/dark",
  "/embed/feed",
  "/embed/stories/Ab3dEf6hIj9k",
  "/embed/stories/which-says-that-it-is-not-there",
  "/embed/files/0123456789abcdef.css",
  "/embed.js",
  "/api/oembed",
  "/log",
  "/log/2026",
  "/moderation/log/export",
  "/stories/Ab3dEf6hIj9k",
  "/older/mabcdefg-Ab3dEf6hIj9k",
  "/my",
  `/my/${"a".repeat(32)}`,
  `/my/${"a".repeat(32)}/withdraw`,
  "/my/Ab3dEf6hIj9k",
  "/my/account/delete",
  "/my/export",
  "/my/lost-link",
  `/stop-mail/${"a".repeat(36)}`,
  "/pictures/Ab3dEf6hIj9kAb3dEf6hIj9k/480.webp",
  "/_next/static/chunks/a~b.js",
  "/share/",
  "/api/auth/callback/email",
  "/api/health/ready",
  "/api/hearts/Ab3dEf6hIj9k",
  "/api/helplines",
  `/api/stop-mail/${"a".repeat(36)}`,
])("there may be something at %s", (path) => {
  expect(isNowhere(path)).toBe(false);
});

test.each([
  ["/search?q=kettle&list=x", "?q=kettle&list=x"],
  ["/search?q=a?b", "?q=a?b"],
  ["/search?q=kettle&_rsc=1a2b3", "?q=kettle"],
  ["/search?_rsc=1a2b3", ""],
  ["/search", ""],
  ["/search?", ""],
  ["/sign-in/confirm?token=t&email=e", "?token=t&email=e"],
  ["/api/v1/stories?__proto__=1&limit=5", "?__proto__=1&limit=5"],
  // Which refuses what it does not know.
  ["/api/v1/stories?_rsc=1", "?_rsc=1"],
  // Kept, and sent to everyone: nobody's query may stand in it.
  ["/?q=kettle", ""],
  ["/stories/abcdefABCDEF?q=kettle", ""],
  ["/helplines?q=kettle", ""],
  ["/searching?q=kettle", ""],
])("of %s, a page can say %j", (url, search) => {
  expect(searchOf(request("GET", {}, url))).toBe(search);
});

test("a hashtag as people write it is where its list is, and what can't be read is nowhere", () => {
  expect(movedTo("/hashtags/OneShift")).toBe("/hashtags/oneshift");
  expect(movedTo("/hashtags/%FF")).toBeNull();
});
