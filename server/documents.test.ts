import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { chooseEncoding, documentFor, encoded } from "#server/documents.ts";

const html = Buffer.from(
  `<script>one()</script>${"<p>words</p>".repeat(200)}<script src="/a.js"></script>`,
);

test.each([
  ["br, gzip", "br"],
  ["gzip, deflate, br;q=0", "gzip"],
  ["gzip;q=0", "identity"],
  ["", "identity"],
  [undefined, "identity"],
])("accepting %j gets %s", (accepted, encoding) => {
  expect(chooseEncoding(accepted, "text/html; charset=utf-8", 5000)).toBe(encoding);
});

test("what does not shrink is sent as it is", () => {
  expect(chooseEncoding("br", "font/woff2", 50_000)).toBe("identity");
  expect(chooseEncoding("br", "text/html", 100)).toBe("identity");
});

test("a body is compressed once and comes out the same", async () => {
  const document = documentFor("a", html);
  const [first, again] = await Promise.all([
    encoded(document, "br"),
    encoded(documentFor("a", html), "br"),
  ]);
  expect(first).toBe(again);
  expect(brotliDecompressSync(first)).toEqual(html);
  expect(gunzipSync(await encoded(document, "gzip"))).toEqual(html);
});

test("another body under the same key is another document", () => {
  const first = documentFor("b", html);
  const second = documentFor("b", Buffer.concat([html, html]));
  expect(second).not.toBe(first);
});
