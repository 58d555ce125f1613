import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { heartsTag, storyTag } from "#lib/stories/tags.ts";
import { PAUSE_MS, tellHearts } from "#server/heart-counts.ts";

const forget = vi.hoisted(() => vi.fn<(tags: readonly string[]) => void>());
vi.mock("#server/cache-handler.ts", () => ({ forget }));

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test("the first heart shows at once, and those after it together, at most 20 seconds later", () => {
  tellHearts("one");
  expect(forget.mock.calls).toEqual([[[heartsTag, storyTag("one")]]]);
  for (let hearts = 0; hearts < 1_000; hearts++) tellHearts(hearts % 2 ? "one" : "other");
  vi.advanceTimersByTime(PAUSE_MS - 1);
  expect(forget).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(forget.mock.calls.slice(1)).toEqual([[[heartsTag, storyTag("other"), storyTag("one")]]]);

  tellHearts("third");
  expect(forget).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(2 * PAUSE_MS);
  expect(forget).toHaveBeenCalledTimes(3);
  // Long enough without one: the next shows at once again.
  tellHearts("fourth");
  expect(forget).toHaveBeenCalledTimes(4);
});
