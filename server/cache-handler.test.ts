import { beforeEach, expect, test, vi } from "vitest";
import { exchange } from "#lib/exchange.ts";
import MemoryCacheHandler, { forget } from "#server/cache-handler.ts";

const page = (html: string, tags: string) =>
  ({ kind: "APP_PAGE", html, headers: { "x-next-cache-tags": tags } }) as never;

let handler: MemoryCacheHandler;
beforeEach(() => {
  handler = new MemoryCacheHandler();
  forget(["stories", "story:a"]);
  vi.useFakeTimers({ toFake: ["performance"] });
  vi.advanceTimersByTime(60_001);
  return () => vi.useRealTimers();
});

const html = async (key: string) =>
  ((await handler.get(key))?.value as { html: string } | undefined)?.html;

test("a page is kept until one of its tags is forgotten", async () => {
  await handler.set("/", page("feed", "stories,calls"), {});
  await handler.set("/b", page("other", "story:b"), {});
  expect(await html("/")).toBe("feed");
  forget(["stories"]);
  expect(await html("/")).toBeUndefined();
  expect(await html("/b")).toBe("other");
});

test("a read is kept by its own tags", async () => {
  const read = { kind: "FETCH", data: { body: "{}" }, tags: ["story:a"], revalidate: 300 } as never;
  await handler.set("read", read, {});
  expect(await handler.get("read")).not.toBeNull();
  await handler.revalidateTag("story:a");
  expect(await handler.get("read")).toBeNull();
});

/** What a request does that began now. */
function beginRequest() {
  const begun = performance.now();
  vi.advanceTimersByTime(10);
  return <T>(work: () => Promise<T>) =>
    exchange.run({ requestId: "", begun, locale: "en", pathname: "/" }, work);
}

test("what a request read before its story was taken down is not kept, however often it is written", async () => {
  const request = beginRequest();
  forget(["story:a"]);
  vi.advanceTimersByTime(10);
  for (let time = 0; time < 2; time++) {
    await request(() => handler.set("/stories/a", page("words", "story:a"), {}));
    expect(await html("/stories/a")).toBeUndefined();
  }
});

test("what a request read after is kept", async () => {
  const before = beginRequest();
  forget(["story:a"]);
  vi.advanceTimersByTime(10);
  const after = beginRequest();
  await before(() => handler.set("/stories/a", page("words", "story:a"), {}));
  await after(() => handler.set("/stories/a", page("gone", "story:a"), {}));
  expect(await html("/stories/a")).toBe("gone");
});

test("without a request, nothing is kept soon after it was forgotten", async () => {
  forget(["story:a"]);
  vi.advanceTimersByTime(10);
  await handler.set("/stories/a", page("words", "story:a"), {});
  expect(await html("/stories/a")).toBeUndefined();
});
