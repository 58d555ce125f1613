import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepInformed } from "#components/moderation/live/keep-informed.ts";

class FakeSource extends EventTarget {
  static CLOSED = 2;
  static all: FakeSource[] = [];
  readyState = 0;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    FakeSource.all.push(this);
  }
  close() {
    this.readyState = 2;
  }
  says(type: string) {
    if (type === "open") this.readyState = 1;
    this.dispatchEvent(new Event(type));
  }
  /** What a browser does with a 503, or with a page instead of a stream. */
  isRefused() {
    this.readyState = 2;
    this.dispatchEvent(new Event("error"));
  }
  /** What it does when a connection ends: it tries again by itself. */
  isCut() {
    this.readyState = 0;
    this.dispatchEvent(new Event("error"));
  }
}

const page = Object.assign(new EventTarget(), { hidden: false });
const reload = vi.fn();
const refresh = vi.fn();
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.all = [];
  page.hidden = false;
  vi.stubGlobal("EventSource", FakeSource);
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("location", { reload });
  stop = keepInformed("/moderation/live", refresh);
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  vi.clearAllMocks();
});

function newest(): FakeSource {
  const source = FakeSource.all.at(-1);
  if (!source) throw new Error("nothing was opened");
  return source;
}

function isHidden(hidden: boolean) {
  page.hidden = hidden;
  page.dispatchEvent(new Event("visibilitychange"));
}

const opened = () => FakeSource.all.length;
const areOpen = () => FakeSource.all.filter(({ readyState }) => readyState !== 2);

test("what is told is read, and no oftener than every two seconds", () => {
  newest().says("open");
  vi.advanceTimersByTime(2_000);
  expect(refresh).not.toHaveBeenCalled();
  for (let times = 0; times < 3; times += 1) newest().says("changed");
  vi.advanceTimersByTime(0);
  expect(refresh).toHaveBeenCalledTimes(1);
  newest().says("changed");
  vi.advanceTimersByTime(1_999);
  expect(refresh).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(refresh).toHaveBeenCalledTimes(2);
});

test("after a bad answer it asks again, after 2 to 60 seconds, and reads once when it is told again", () => {
  newest().says("open");
  const pauses = [2, 4, 8, 16, 32, 60, 60];
  for (const [index, seconds] of pauses.entries()) {
    newest().isRefused();
    vi.advanceTimersByTime(seconds * 1_000 - 1);
    expect(opened()).toBe(index + 1);
    vi.advanceTimersByTime(1);
    expect(opened()).toBe(index + 2);
  }
  expect(refresh).not.toHaveBeenCalled();
  newest().says("open");
  vi.runAllTimers();
  expect(refresh).toHaveBeenCalledTimes(1);
  expect(areOpen()).toEqual([newest()]);
  // From then on it is patient anew.
  newest().isRefused();
  vi.advanceTimersByTime(2_000);
  expect(opened()).toBe(pauses.length + 2);
});

test("a connection that ends is left to the browser, and what was missed is read", () => {
  newest().says("open");
  newest().isCut();
  vi.runAllTimers();
  expect(opened()).toBe(1);
  newest().says("open");
  vi.runAllTimers();
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("nobody looks: it does not ask, and asks at once when they do", () => {
  newest().isRefused();
  isHidden(true);
  vi.runAllTimers();
  expect(opened()).toBe(1);
  isHidden(false);
  expect(opened()).toBe(2);
  vi.runAllTimers();
  expect(areOpen()).toEqual([newest()]);
});

test("when there is no room it waits until it is looked at", () => {
  newest().says("open");
  newest().says("full");
  // The server hangs up right after.
  newest().dispatchEvent(new Event("error"));
  vi.runAllTimers();
  expect([opened(), areOpen()]).toEqual([1, []]);
  isHidden(true);
  isHidden(false);
  newest().says("open");
  vi.runAllTimers();
  expect(opened()).toBe(2);
  expect(refresh).toHaveBeenCalledTimes(1);
});

test("who is no moderator any more sees the page as it is for them", () => {
  newest().says("left");
  expect(reload).toHaveBeenCalledTimes(1);
});

test("stopped, it is silent for good", () => {
  newest().isRefused();
  stop();
  vi.runAllTimers();
  isHidden(false);
  expect(areOpen()).toEqual([]);
});
