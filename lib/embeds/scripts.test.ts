import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { answerWithPageScript } from "#lib/embeds/answer.ts";
import { tellHeight } from "#lib/embeds/frame-script.ts";

vi.stubEnv("SITE_URL", "https://stories.example");

const request = (headers: Record<string, string> = {}) =>
  new Request("https://stories.example/embed.js", { headers });

/** As it is written, without indentation: what is served has shorter names, too. */
const bytesOf = (source: string) => Buffer.byteLength(source.replace(/^\s+/gm, ""));

test("what other pages include is at most 2 KB", async () => {
  const body = await answerWithPageScript(request()).text();
  expect(bytesOf(body)).toBeLessThanOrEqual(2048);
  expect(body).toContain('("https://stories.example",{');
});

test("so is what frames include", () => {
  expect(bytesOf(tellHeight.toString())).toBeLessThanOrEqual(2048);
});

test("they run nothing that is not written in them, and ask for nothing", async () => {
  const sources = [await answerWithPageScript(request()).text(), tellHeight.toString()];
  for (const source of sources) {
    expect(source).not.toMatch(
      /\beval\b|Function\(|innerHTML|fetch\(|XMLHttp|import\(|cookie|torage/,
    );
    expect(() => new Function(source)).not.toThrow();
  }
});

test.each([
  ["/stories/abcdefABCDEF", "A story by $&, on Vignette"],
  ["/es/stories/abcdefABCDEF", "Una historia de $&, on Vignette"],
])(
  "the frame for %s is asked of this site, whatever its name begins with, and called %s",
  async (path, title) => {
    const script = await answerWithPageScript(request()).text();
    const { pathname } = new URL(path, "https://stories.example");
    const link = { pathname, textContent: "$&, on Vignette" };
    const frame = { style: {}, src: "", title: "" };
    const quotation = { querySelector: () => link, dataset: {}, after: () => undefined };
    const page = {
      window: {},
      document: {
        querySelectorAll: (selector: string) => (selector === "iframe" ? [] : [quotation]),
        createElement: () => frame,
      },
      MutationObserver: class {
        observe() {}
      },
      addEventListener: () => undefined,
    };
    new Function(...Object.keys(page), script)(...Object.values(page));
    expect(frame.title).toBe(title);
    expect(frame.src).toBe(
      `https://stories.example${path.replace("/stories/", "/embed/stories/")}?look=auto`,
    );
  },
);

test("other sites may read it and keep it for an hour, and are told when they have it", () => {
  const { headers } = answerWithPageScript(request());
  expect(Object.fromEntries(headers)).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "public, max-age=3600",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  });
  const again = answerWithPageScript(request({ "if-none-match": headers.get("etag") ?? "" }));
  expect(again.status).toBe(304);
  expect(again.headers.get("cache-control")).toBe("public, max-age=3600");
});

test("the frames' colours are the site's", () => {
  const read = (file: string) =>
    readFileSync(path.join(import.meta.dirname, "../..", file), "utf8");
  const tokens = (css: string) =>
    new Map(
      [...css.matchAll(/(--color-[a-z]+): (light-dark\([^;]+\));/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    );
  const [ours, theSites] = [read("lib/embeds/frame.css"), read("app/globals.css")].map(tokens);
  expect(ours?.size).toBe(7);
  for (const [name, value] of ours ?? []) expect(theSites?.get(name), name).toBe(value);
});
