import { gunzipSync } from "node:zlib";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import inject from "light-my-request";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { exchange } from "#lib/exchange.ts";
import { takeOver } from "#server/answer.ts";
import { forget } from "#server/cache-handler.ts";
import { documentFor } from "#server/documents.ts";
import { keyOf, sendKeptPage } from "#server/finished-pages.ts";

vi.mock(import("#server/documents.ts"), { spy: true });

beforeAll(() => {
  process.env.SITE_URL = "https://stories.example";
});

const bytes = Buffer.from(Array.from({ length: 50_000 }, (_, at) => (at * 7) % 256));
const page = Buffer.from("<!doctype html><title>Not found</title>");

/** What leaves when Next answers as given: head, parts of the body, end. */
function ask(
  pathname: string,
  status: number,
  headers: Record<string, string>,
  body: Buffer[] = [],
  asked: { method?: "POST"; acting?: boolean; accept?: string } = {},
) {
  const answer = (req: IncomingMessage, res: ServerResponse) => {
    takeOver(req, res, {
      ...{ locale: "en", pathname, address: pathname, nonce: "n" },
      notFound: () => Promise.resolve(page),
    });
    res.statusCode = status;
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    for (const part of body) res.write(part);
    res.end();
  };
  const { method = "GET", acting = false, accept = "*/*" } = asked;
  const run = (req: IncomingMessage, res: ServerResponse) =>
    exchange.run({ requestId: "r", begun: 0, locale: "en", pathname: "/", acting }, () =>
      answer(req, res),
    );
  return inject((req, res) => run(req as IncomingMessage, res as ServerResponse), {
    ...{ url: pathname, method },
    headers: { "accept-encoding": "br, gzip", accept },
  });
}

const picture = {
  "Content-Type": "image/webp",
  "Content-Length": String(bytes.length),
  "Content-Security-Policy": "default-src 'none'",
  "Cache-Control": "public, max-age=0, s-maxage=2, must-revalidate",
  ETag: '"abc-480.webp"',
};

test("a picture leaves as it is, with its own policy and its strong ETag", async () => {
  const parts = [bytes.subarray(0, 20_000), bytes.subarray(20_000)];
  const { rawPayload, headers } = await ask("/pictures/a/480.webp", 200, picture, parts);
  expect(rawPayload.equals(bytes)).toBe(true);
  expect(headers).toMatchObject({
    "content-type": "image/webp",
    "content-security-policy": "default-src 'none'",
    "cache-control": "public, max-age=0, s-maxage=2, must-revalidate",
    "x-content-type-options": "nosniff",
    etag: '"abc-480.webp"',
  });
  expect(headers).not.toHaveProperty("content-encoding");
});

test("a picture that the browser has is not sent again", async () => {
  const { "Content-Type": _type, "Content-Length": _length, ...head } = picture;
  const { statusCode, rawPayload, headers } = await ask("/pictures/a/480.webp", 304, head);
  expect([statusCode, rawPayload.length, headers.etag]).toEqual([304, 0, picture.ETag]);
});

test("a picture that is not there looks like any unknown address", async () => {
  const html = { "Content-Type": "text/html; charset=utf-8" };
  const unknown = await ask("/no-such-page", 404, html);
  for (const path of [
    "/pictures/a/480.webp",
    "/my/abc/pictures/a/480.webp",
    "/moderation/pictures/a/480.webp",
    // No frame that could say so: these can't be decoded.
    "/embed/stories/%zz",
    "/embed/stories/%00",
  ]) {
    const answer = await ask(path, 404, { ...html, Vary: "rsc" });
    const { date: _date, ...headers } = answer.headers;
    const { date: _then, ...expected } = unknown.headers;
    expect(headers).toEqual(expected);
    expect(answer.rawPayload.equals(unknown.rawPayload)).toBe(true);
  }
});

test.each([
  ["page", ["/no-such-page", "/nor-this-one", "/stories/zzzzzzzzzzzz"]],
  ["frame", ["/embed/stories/zzzzzzzzzzzz", "/embed/stories/yyyyyyyyyyyy"]],
])("the %s for what is not there is compressed once, however many ask", async (_what, paths) => {
  vi.mocked(documentFor).mockClear();
  const html = { "Content-Type": "text/html; charset=utf-8" };
  for (const path of paths) await ask(path, 404, html, [Buffer.from("<p>Gone</p>")]);
  const documents = vi.mocked(documentFor).mock.results.map(({ value }) => value as unknown);
  expect(documents).toHaveLength(paths.length);
  expect(new Set(documents).size).toBe(1);
});

test.each([
  ["a form that Next can't decode", 500, false, 400],
  ["an action that it doesn't know", 409, false, 400],
  ["what fails in an action of ours", 500, true, 500],
])("%s, posted by a person, is answered in our words", async (_what, status, acting, answered) => {
  const asked = { method: "POST", accept: "text/html", acting } as const;
  const plain = { "Content-Type": "text/plain" };
  const { statusCode, headers, payload } = await ask("/my/abc", status, plain, [page], asked);
  expect([statusCode, headers["content-type"]]).toEqual([answered, "text/html; charset=utf-8"]);
  expect(payload).toContain(acting ? "Something went wrong here" : "what you wrote should still");
});

test("to a script a form that can't be read is no failure of ours", async () => {
  const asked = { method: "POST", accept: "text/x-component" } as const;
  const { statusCode } = await ask("/my/abc", 500, { "Content-Type": "text/plain" }, [page], asked);
  expect(statusCode).toBe(400);
});

describe("a frame for other sites", () => {
  const html = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "public, max-age=0, s-maxage=2, must-revalidate",
  };
  let written: { status: number; head: Record<string, string>; body: string };
  // Over a real connection: light-my-request ends an answer by writing to it, which is taken over.
  const server = createServer((req, res) => {
    const { url = "" } = req;
    const [pathname = ""] = url.split("?");
    const begun = performance.now();
    void sendKeptPage(req, res, keyOf(req, pathname)).then((sent) => {
      if (sent) return;
      takeOver(req, res, {
        ...{ locale: "en", pathname, address: pathname, nonce: "n" },
        notFound: () => Promise.resolve(page),
      });
      const { status, head, body } = written;
      exchange.run({ requestId: "r", begun, locale: "en", pathname }, () =>
        res.writeHead(status, head).end(body),
      );
    });
  });
  const get = async (path: string) => {
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  };
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => server.close());

  test.each([
    [200, { ...html, ETag: 'W/"a"' }],
    [404, html],
  ])("leaves as it says itself, and may be framed: %d", async (status, head) => {
    written = { status, head, body: "<p>Framed</p>" };
    const answer = await get("/embed/feed");
    expect([answer.status, answer.body]).toEqual([status, "<p>Framed</p>"]);
    expect(answer.headers.get("cache-control")).toBe(html["Cache-Control"]);
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(answer.headers.get("x-frame-options")).toBeNull();
    forget(["stories"]);
  });

  test("that other addresses say is not there is the one page, and may not", async () => {
    written = { status: 404, head: html, body: "<p>Framed</p>" };
    const answer = await get("/embedded/feed");
    expect([answer.status, answer.body]).toEqual([404, String(page)]);
    expect(answer.headers.get("x-frame-options")).toBe("DENY");
  });

  test("is sent again as it was, in its colours, until something changes", async () => {
    const [light, dark] = ["/embed/stories/abc?look=light", "/embed/stories/abc?look=dark"];
    const write = (body: string) => {
      written = { status: 200, head: { ...html, ETag: `W/"${body}"` }, body };
    };
    write("Light");
    expect((await get(light)).body).toBe("Light");
    write("Dark");
    expect((await get(dark)).body).toBe("Dark");
    expect((await get(light)).body).toBe("Light");
    forget(["stories"]);
    write("Gone");
    expect((await get(light)).body).toBe("Gone");
  });
});

test("a part of the sitemap is compressed as it goes, and not kept", async () => {
  const xml = `<?xml version="1.0"?><urlset>${"<url/>".repeat(9_000)}</urlset>`;
  const type = { "Content-Type": "application/xml; charset=utf-8" };
  const { rawPayload, headers } = await ask("/sitemaps/1.xml", 200, type, [Buffer.from(xml)]);
  expect(gunzipSync(rawPayload).toString()).toBe(xml);
  expect(headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
  expect(headers).not.toHaveProperty("content-length");
});
