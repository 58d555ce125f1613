import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { handlers, pages } from "#lib/accounts/rights-catalogue.ts";
import { contentSecurityPolicy, scriptHashes, securityHeaders } from "#server/security-headers.ts";

beforeAll(() => {
  process.env.SITE_URL = "https://stories.example";
});

const hash = (source: string) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`;

test("inline scripts are hashed, once each; files are not", () => {
  const html = `<script>one()</script><script src="/a.js" async=""></script><script id="x">two("</div>")</script><script>one()</script>`;
  expect(scriptHashes(html)).toEqual([hash("one()"), hash('two("</div>")')]);
});

test("structured data is not hashed, what follows it is", () => {
  const html = `<script type="application/ld+json">{"@type":"Article"}</script><script type="importmap">{}</script><script>one()</script>`;
  expect(scriptHashes(html)).toEqual([hash("{}"), hash("one()")]);
});

test("the policy has no unsafe source and lets nobody frame us", () => {
  const policy = contentSecurityPolicy(["'nonce-abc'"]);
  expect(policy).not.toMatch(/unsafe|\*|data:|http:/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'nonce-abc'");
  expect(policy).toContain("frame-ancestors 'none'");
});

test("only where a picture is chosen is it shown from the browser's memory", () => {
  for (const path of ["/share", "/calls/nights/share", `/my/${"a".repeat(32)}/change`])
    expect(contentSecurityPolicy([], path)).toContain("img-src 'self' blob:;");
  for (const path of ["", "/", "/stories/abc", "/shared", "/moderation/stories/a", "/calls/share"])
    expect(contentSecurityPolicy([], path)).not.toContain("blob:");
});

describe("what may stand in another site's frame", () => {
  const framed = ["/embed/stories/:story", "/embed/feed"];
  const samples = Object.values({ ...pages, ...handlers }).map(({ sample }) => sample);

  test("of all addresses, the frames", () => {
    const may = samples.filter((sample) => {
      const [path = ""] = sample.split("?");
      const policy = contentSecurityPolicy([], path).includes("frame-ancestors *");
      expect(securityHeaders(path)["X-Frame-Options"], path).toBe(policy ? undefined : "DENY");
      if (!policy)
        expect(contentSecurityPolicy([], path), path).toContain("frame-ancestors 'none'");
      return policy;
    });
    expect(may).toEqual(framed);
  });

  test.each([
    ...["/embed", "/embed/", "/embed/stories", "/embed/stories/", "/embed/feed/", "/embed/feed/a"],
    ...[
      "/embed/stories/a/b",
      "/embedded/stories/a",
      "/stories/a/embed",
      "/a/embed/feed",
      "//embed",
    ],
    ...["/embed/stories/%zz", "/embed/stories/%00"],
    ...["/EMBED/feed", "/embed/../moderation", "/embed/stories/../../moderation", ""],
  ])("not %j", (path) => {
    expect(securityHeaders(path)["X-Frame-Options"]).toBe("DENY");
    expect(contentSecurityPolicy([], path)).toContain("frame-ancestors 'none'");
  });

  test("only the page with the code shows one itself, of ours", () => {
    for (const path of ["/stories/a/embed", "/stories/a/embed/dark"])
      expect(contentSecurityPolicy([], path)).toContain("frame-src 'self';");
    for (const path of [...samples, "/embed/stories/a"].filter((each) => !/y\/embed$/.test(each)))
      expect(contentSecurityPolicy([], path), path).not.toContain("frame-src");
  });
});

test("pages with a secret in their address tell nobody where one came from", () => {
  expect(securityHeaders("/my/abc")).toMatchObject({
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
  });
  expect(securityHeaders("/stop-mail/abc")).toMatchObject({
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
  });
  expect(securityHeaders("/stories/abc")).not.toHaveProperty("X-Robots-Tag");
  expect(securityHeaders("/mystery")).not.toHaveProperty("X-Robots-Tag");
});
