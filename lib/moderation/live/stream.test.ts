import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { closeDesk, listeners, tellDesk } from "#lib/moderation/live/hub.ts";
import { deskEvents } from "#lib/moderation/live/stream.ts";

const START = "retry: 2000\n\n";
const CHANGED = "event: changed\ndata: 1\n\n";
const LEFT = "event: left\ndata: 1\n\n";
const FULL = "event: full\ndata: 1\n\n";
const BEAT = ": here\n\n";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  closeDesk();
  vi.useRealTimers();
});

const moderator = (id: string): Viewer => ({ id, role: "MODERATOR", name: null, email: null });

type Read = () => Promise<Viewer | null>;
const always =
  (viewer: Viewer | null): Read =>
  () =>
    Promise.resolve(viewer);

/** An open stream, and all that it said so far. */
async function opened(read: Read) {
  const stream = await deskEvents(read);
  if (!stream) throw new Error("there was no stream");
  const reader = stream.getReader();
  const heard = { words: [] as string[], ended: false };
  const decoder = new TextDecoder();
  void (async () => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      heard.words.push(decoder.decode(value));
    }
    heard.ended = true;
  })();
  await passing(0);
  return { heard, cancel: () => reader.cancel() };
}

const passing = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test("what changes together is told once, and what changes later again", async () => {
  const { heard } = await opened(always(moderator("one")));
  for (let times = 0; times < 5; times += 1) tellDesk();
  await passing(199);
  expect(heard.words).toEqual([START]);
  await passing(1);
  expect(heard.words).toEqual([START, CHANGED]);
  tellDesk();
  await passing(200);
  expect(heard).toEqual({ words: [START, CHANGED, CHANGED], ended: false });
});

test("it says every 20 seconds that it is there", async () => {
  const { heard } = await opened(always(moderator("one")));
  await passing(40_000);
  expect(heard).toEqual({ words: [START, BEAT, BEAT], ended: false });
});

test.each([
  ["when something changes", () => tellDesk(), 200],
  ["at the next beat", () => undefined, 20_000],
])("whoever is no moderator any more is told so %s, and no more", async (_when, act, ms) => {
  let viewer: Viewer | null = moderator("one");
  const { heard } = await opened(() => Promise.resolve(viewer));
  viewer = { ...viewer, role: "STORYTELLER" };
  act();
  await passing(ms);
  expect(heard).toEqual({ words: [START, LEFT], ended: true });
  expect(listeners.size).toBe(0);
});

test("a database that does not answer for a moment sends nobody away", async () => {
  let fails = false;
  const { heard } = await opened(() =>
    fails ? Promise.reject(new Error("no answer")) : Promise.resolve(moderator("one")),
  );
  fails = true;
  tellDesk();
  await passing(200);
  expect(heard).toEqual({ words: [START, CHANGED], ended: false });
});

test("storytellers, editors and nobody have no desk to hear of", async () => {
  for (const role of ["STORYTELLER", "EDITOR"] as const) {
    expect(await deskEvents(always({ ...moderator("one"), role }))).toBeNull();
  }
  expect(await deskEvents(always(null))).toBeNull();
  expect(listeners.size).toBe(0);
});

test("a ninth tab takes the place of one's oldest, which is told so", async () => {
  const tabs = [];
  for (let count = 0; count < 8; count += 1) tabs.push(await opened(always(moderator("one"))));
  const other = await opened(always(moderator("other")));
  const ninth = await opened(always(moderator("one")));
  const [oldest, ...rest] = tabs;
  expect(oldest?.heard).toEqual({ words: [START, FULL], ended: true });
  tellDesk();
  await passing(200);
  for (const { heard } of [...rest, other, ninth]) {
    expect(heard).toEqual({ words: [START, CHANGED], ended: false });
  }
  expect(oldest?.heard.words).toEqual([START, FULL]);
});

test("a process tells a thousand, and refuses the next until one has gone", async () => {
  const all = [];
  for (let count = 0; count < 1_000; count += 1) {
    all.push(await deskEvents(always(moderator(`m${count}`))));
  }
  expect(all).not.toContain(null);
  expect(await deskEvents(always(moderator("late")))).toBeNull();
  await all[0]?.cancel();
  expect(await deskEvents(always(moderator("late")))).not.toBeNull();
});

test("a tab that is closed is forgotten, and what was to be told with it", async () => {
  const { cancel } = await opened(always(moderator("one")));
  tellDesk();
  await cancel();
  expect(listeners.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test("when the process ends, every stream does", async () => {
  const streams = [await opened(always(moderator("one"))), await opened(always(moderator("two")))];
  closeDesk();
  await passing(0);
  for (const { heard } of streams) expect(heard).toEqual({ words: [START], ended: true });
  expect(listeners.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
