import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { callsTag } from "#lib/calls/tags.ts";
import { database } from "#lib/db.ts";
import { exchange } from "#lib/exchange.ts";
import { helplinesTag } from "#lib/helplines/tags.ts";
import { listeners } from "#lib/moderation/live/hub.ts";
import { everyStoryTag, heartsTag, listingsTag, storiesTag, storyTag } from "#lib/stories/tags.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";
import MemoryCacheHandler from "#server/cache-handler.ts";
import { listenForChanges } from "#server/invalidation.ts";

const cache = new MemoryCacheHandler();
const listening = listenForChanges();
afterAll(() => listening.close());

/** Keeps a read under a tag, as made by a request that begins now. */
async function keep(key: string, tag: string) {
  const value = { kind: "FETCH", data: { headers: {}, body: "{}", url: "" }, tags: [tag] } as never;
  const request = { requestId: "", begun: performance.now(), locale: "en" as const, pathname: "/" };
  await exchange.run(request, () => cache.set(key, value, {}));
  expect(await isKept(key)).toBe(true);
}

const isKept = async (key: string) => (await cache.get(key)) !== null;

async function isForgottenAfter(write: () => Promise<unknown>) {
  await keep("call", callsTag);
  await keep("story", everyStoryTag);
  await keep("other", "other");
  await write();
  await expect.poll(() => isKept("call")).toBe(false);
  await expect.poll(() => isKept("story")).toBe(false);
  expect(await isKept("other")).toBe(true);
}

/** Everything is forgotten on connecting: after that, it listens. */
beforeAll(async () => {
  await keep("call", callsTag);
  await vi.waitUntil(async () => !(await isKept("call")), { timeout: 8_000 });
});

test("a call that another process writes is heard of here, and its themes are", async () => {
  let slug = "";
  await isForgottenAfter(async () => (slug = await createCall()));
  const { theme, call } = database().prisma;
  await isForgottenAfter(() => theme.deleteMany({ where: { call: { slug } } }));
  await isForgottenAfter(() => call.update({ where: { slug }, data: { title: "Another?" } }));
});

test("a helpline that another process writes or removes is heard of here, and by nothing else", async () => {
  const { helpline } = database().prisma;
  const where = { id: "nz-1737" };
  const write = () => helpline.update({ where, data: { phone: "0800 1737 1737" } });
  for (const change of [write, () => helpline.delete({ where })]) {
    await keep("helplines", helplinesTag);
    await keep("story", everyStoryTag);
    await change();
    await expect.poll(() => isKept("helplines")).toBe(false);
    expect(await isKept("story")).toBe(true);
  }
});

test("an open desk is told once of what another process changes there", async () => {
  const slug = await createCall();
  const { prisma } = database();
  const { id: callId } = await prisma.call.findUniqueOrThrow({ where: { slug } });
  const { id } = await tellStory({ callId });
  // PostgreSQL tells in the order of the commits: what was told of the new story has come by now.
  await isForgottenAfter(() => prisma.call.update({ where: { slug }, data: { title: "More?" } }));
  const tell = vi.fn();
  const listener = { tell, end: () => undefined };
  listeners.add(listener);
  try {
    await prisma.story.update({ where: { id }, data: { waitingSince: new Date(0) } });
    await expect.poll(() => tell.mock.calls.length).toBe(1);
  } finally {
    listeners.delete(listener);
  }
});

test("a heart that another process takes in is heard of here, by the pages that count it", async () => {
  const slug = await createCall();
  const { prisma } = database();
  const { id: callId } = await prisma.call.findUniqueOrThrow({ where: { slug } });
  const { id: storyId } = await tellStory({ callId, status: "PUBLISHED" });
  // PostgreSQL tells in the order of the commits: what was told of the new story has come by now.
  await isForgottenAfter(() => prisma.call.update({ where: { slug }, data: { title: "Hearts?" } }));
  await keep("list", heartsTag);
  await keep("page", storyTag(storyId));
  await keep("other", storyTag("another"));
  await prisma.heart.create({ data: { storyId, readerHash: new Uint8Array(32) } });
  await expect.poll(() => isKept("page")).toBe(false);
  expect(await isKept("list")).toBe(false);
  expect(await isKept("other")).toBe(true);
});

test("after a lost connection everything is forgotten, and it listens again", async () => {
  await keep("story", everyStoryTag);
  await keep("helplines", helplinesTag);
  await keep("list", listingsTag);
  await keep("roles", storiesTag);
  await keep("hearts", heartsTag);
  await database().pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND query ~ '^(SELECT 1$|LISTEN |SELECT graphile_worker.add_job)'`,
  );
  await expect.poll(() => isKept("story"), { timeout: 8_000 }).toBe(false);
  for (const each of ["helplines", "list", "roles", "hearts"]) {
    expect(await isKept(each), each).toBe(false);
  }
});
