import { expect, test } from "vitest";
import { answerUnlessHad, etagOf, isAmong } from "#lib/answers.ts";

test.each<[string | null | undefined, string, boolean]>([
  [null, '"a"', false],
  [undefined, '"a"', false],
  ["", '"a"', false],
  ['"a"', '"a"', true],
  ['W/"a"', '"a"', true],
  ['"a"', 'W/"a"', true],
  ['"b", W/"a"', '"a"', true],
  ['"b"', '"a"', false],
  ["*", '"a"', true],
])("of what %j names, %j is one: %j", (asked, etag, is) => {
  expect(isAmong(asked, etag)).toBe(is);
});

test("whoever has a document is told so, with all that is said of it but its type", async () => {
  const answer = (headers = {}, has?: boolean) =>
    answerUnlessHad(
      new Request("https://stories.example", { headers }),
      ...(["Words", 'W/"a"', { "Content-Type": "text/plain", "X-Said": "so" }, has] as const),
    );
  const said = { etag: 'W/"a"', "x-said": "so" };
  const first = answer();
  expect([first.status, await first.text()]).toEqual([200, "Words"]);
  expect(Object.fromEntries(first.headers)).toEqual({ ...said, "content-type": "text/plain" });
  for (const again of [answer({ "if-none-match": '"a"' }), answer({}, true)]) {
    expect([again.status, await again.text()]).toEqual([304, ""]);
    expect(Object.fromEntries(again.headers)).toEqual({ ...said, vary: "Accept-Encoding" });
  }
  expect(answer({ "if-none-match": '"a"' }, false).status).toBe(200);
});

test("other bytes have another ETag", () => {
  const etag = etagOf("words");
  expect(etag).toMatch(/^W\/"[\w-]{27}"$/);
  expect(etagOf("words")).toBe(etag);
  expect(etagOf("Words")).not.toBe(etag);
});
