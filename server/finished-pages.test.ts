import type { IncomingMessage, ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import inject from "light-my-request";
import { beforeEach, expect, test } from "vitest";
import { exchange } from "#lib/exchange.ts";
import { forget } from "#server/cache-handler.ts";
import { documentFor } from "#server/documents.ts";
import { keepPage, keyOf, sendKeptPage } from "#server/finished-pages.ts";

const html = Buffer.from(`<p>${"words ".repeat(400)}</p>`);

/** A server that keeps what it sends, as the one around Next does. */
let rendered = 0;
let during = () => undefined as void;
const ask = (headers: Record<string, string> = {}, method: "GET" | "HEAD" = "GET") =>
  inject(
    async (request, response) => {
      const [req, res] = [request as IncomingMessage, response as ServerResponse];
      const begun = performance.now();
      if (await sendKeptPage(req, res, "/")) return;
      rendered++;
      res.setHeader("Content-Type", "text/html");
      res.setHeader("Content-Security-Policy", "default-src 'none'");
      res.setHeader("ETag", 'W/"a"');
      res.setHeader("X-Request-Id", "first");
      during();
      exchange.run({ requestId: "", begun, locale: "en", pathname: "/" }, () =>
        keepPage("/", res, documentFor("/ a", html)),
      );
      res.end(html);
    },
    { method, url: "/", headers },
  );

beforeEach(() => {
  forget(["stories"]);
  rendered = 0;
  during = () => undefined;
});

test("a page that was just sent is sent again as it was, in the encoding that is asked for", async () => {
  await ask();
  const again = await ask({ "accept-encoding": "gzip" });
  expect(rendered).toBe(1);
  expect(again.headers["content-security-policy"]).toBe("default-src 'none'");
  expect(again.headers["x-request-id"]).toBeUndefined();
  expect(gunzipSync(again.rawPayload)).toEqual(html);
  expect((await ask({}, "HEAD")).headers["content-length"]).toBe(String(html.length));
});

test("who has it already is told so, without a policy to replace the one they have", async () => {
  await ask();
  const same = await ask({ "if-none-match": '"a"' });
  expect(same.statusCode).toBe(304);
  expect(same.headers["content-security-policy"]).toBeUndefined();
});

test("once anything is forgotten, Next is asked again", async () => {
  await ask();
  forget(["story:of-another"]);
  await ask();
  expect(rendered).toBe(2);
});

test("a page in whose making something was forgotten is not kept", async () => {
  during = () => forget(["stories"]);
  await ask();
  await ask();
  expect(rendered).toBe(2);
});

test("a frame is kept by what it reads of its address, a page by its path", () => {
  const key = (query: string, path = "/embed/feed") =>
    keyOf({ url: `${path}${query}` } as IncomingMessage, path);
  expect(key("?look=dark", "/")).toBe("/");
  expect(key("?look=dark&more=yes")).toBe(key("?look=dark"));
  const others = ["", "?look=dark", "?theme=a", "?call=a", "?theme=a&look=dark", "??&look=dark"];
  expect(new Set(others.map((query) => key(query))).size).toBe(others.length - 1);
  expect(key("??&look=dark")).toBe(key("?look=dark"));
});

test("what is asked for by Next's own client is not a document", async () => {
  await ask();
  await ask({ rsc: "1" });
  await ask({ "next-action": "x" });
  expect(rendered).toBe(3);
});
