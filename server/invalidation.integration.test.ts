import { afterAll, expect, test } from "vitest";
import { callsTag } from "#lib/calls/tags.ts";
import { database } from "#lib/db.ts";
import { everyStoryTag } from "#lib/stories/tags.ts";
import { createCall } from "#lib/testing/calls.ts";
import MemoryCacheHandler from "#server/cache-handler.ts";
import { listenForChanges } from "#server/invalidation.ts";

const cache = new MemoryCacheHandler();
const listening = listenForChanges();
afterAll(() => listening.close());

/** Keeps a read under a tag; a tag forgotten while it was made would refuse it. */
async function keep(key: string, tag: string) {
  const data = { headers: {}, body: "{}", url: "" };
  await cache.set(key, { kind: "FETCH", data, tags: [tag], revalidate: 60 } as never, {});
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

test("a call that another process writes is heard of here, and its themes are", async () => {
  // Everything is forgotten on connecting: after that, it listens.
  await keep("call", callsTag);
  await expect.poll(() => isKept("call")).toBe(false);

  let slug = "";
  await isForgottenAfter(async () => (slug = await createCall()));
  const { theme, call } = database().prisma;
  await isForgottenAfter(() => theme.deleteMany({ where: { call: { slug } } }));
  await isForgottenAfter(() => call.update({ where: { slug }, data: { title: "Another?" } }));
});
