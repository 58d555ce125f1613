import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "#lib/db.ts";
import { giveHeart, takeHeartBack } from "#lib/reactions/commands.ts";
import { readHearts } from "#lib/reactions/queries.ts";
import { newReaderCookie, readReaderCookie } from "#lib/reactions/reader-cookie.ts";
import { eraseStory, withdrawStory } from "#lib/stories/own/commands.ts";
import { getPublishedStory, listPublishedStories } from "#lib/stories/queries.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

// Reads as if nothing were cached: there is no Next around this.
vi.mock("next/cache", () => ({ unstable_cache: (read: () => unknown) => read }));

const { prisma, pool } = database();
let callId: string;
beforeAll(async () => {
  const slug = await createCall();
  callId = (await prisma.call.findUniqueOrThrow({ where: { slug } })).id;
});

const tell = (over: Omit<Parameters<typeof tellStory>[0], "callId"> = {}) =>
  tellStory({ callId, status: "PUBLISHED", ...over });

/** A reader as no other is, from an address of their own. */
function aReader() {
  const [one, other] = [randomBytes(2), randomBytes(2)].map((part) => part.toString("hex"));
  const reader = readReaderCookie(newReaderCookie()) ?? "";
  return { reader, address: `2001:db8:${one}:${other}::1` };
}

const many = (count: number, act: (index: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));

const setStatus = (id: string, status: "PUBLISHED" | "TAKEN_DOWN") =>
  prisma.story.update({ where: { id }, data: { status } });

async function waitingForLocks(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows[0]?.count ?? 0;
}

/** What readers are shown, which has to be how many there are. */
async function countOf(id: string): Promise<number> {
  const hearts = await prisma.heart.count({ where: { storyId: id } });
  const shown = await prisma.heartCount.findUnique({ where: { storyId: id } });
  if (shown) expect(shown.hearts).toBe(hearts);
  return hearts;
}

describe("a heart", () => {
  test("is given, seen by readers, and taken back", async () => {
    const { id: storyId } = await tell();
    const mine = { ...aReader(), storyId };
    expect(await readHearts(storyId, null)).toEqual({ hearts: 0, mine: false });
    expect(await giveHeart(mine)).toEqual({ ok: true, value: { hearts: 1, mine: true } });
    expect(await giveHeart(mine)).toEqual({ ok: true, value: { hearts: 1, mine: true } });
    const other = { ...aReader(), storyId };
    expect(await giveHeart(other)).toEqual({ ok: true, value: { hearts: 2, mine: true } });
    expect(await readHearts(storyId, null)).toEqual({ hearts: 2, mine: false });
    expect(await getPublishedStory(storyId)).toMatchObject({ hearts: 2, language: null });
    const feed = await listPublishedStories(null);
    expect(feed?.stories.find(({ id }) => id === storyId)).toMatchObject({ hearts: 2 });

    expect(await takeHeartBack(mine)).toEqual({ ok: true, value: { hearts: 1, mine: false } });
    expect(await takeHeartBack(mine)).toEqual({ ok: true, value: { hearts: 1, mine: false } });
    expect(await readHearts(storyId, other.reader)).toEqual({ hearts: 1, mine: true });
    expect(await countOf(storyId)).toBe(1);
  });

  test("is not taken back by a device that gave none", async () => {
    const { id: storyId } = await tell();
    await giveHeart({ ...aReader(), storyId });
    const nobody = { storyId, reader: null, address: aReader().address };
    expect(await takeHeartBack(nobody)).toEqual({ ok: true, value: { hearts: 1, mine: false } });
    expect(await countOf(storyId)).toBe(1);
  });

  test.each(["PENDING", "TAKEN_DOWN", "REJECTED"] as const)(
    "of a story that is %s there is none",
    async (status) => {
      const { id: storyId } = await tell({ status });
      const asked = { ...aReader(), storyId };
      const unknown = { ok: false, code: "not-found", message: "There is no such story." };
      for (const act of [giveHeart, takeHeartBack]) {
        expect(await act(asked)).toMatchObject(unknown);
        expect(await act({ ...asked, storyId: "000000000000" })).toMatchObject(unknown);
        expect(await act({ ...asked, storyId: "' OR 1=1 --" })).toMatchObject(unknown);
      }
      expect(await readHearts(storyId, asked.reader)).toBeNull();
      expect(await countOf(storyId)).toBe(0);
    },
  );

  test("says nothing of what else its reader has one on", async () => {
    const [one, other] = [await tell(), await tell()];
    const reader = aReader();
    await giveHeart({ ...reader, storyId: one.id });
    await giveHeart({ ...reader, storyId: other.id });
    const hearts = await prisma.heart.findMany({
      where: { storyId: { in: [one.id, other.id] } },
    });
    const hashes = hearts.map(({ readerHash }) => Buffer.from(readerHash));
    expect(hashes.map(({ length }) => length)).toEqual([32, 32]);
    expect(hashes[0]).not.toEqual(hashes[1]);
    expect(Buffer.concat(hashes).toString("latin1")).not.toContain(reader.reader);
  });

  test("is one of 300 in an hour from where one is", async () => {
    const { id: storyId } = await tell();
    const asked = { ...aReader(), storyId };
    await many(300, () => giveHeart(asked));
    expect(await takeHeartBack(asked)).toMatchObject({
      ...{ ok: false, code: "rate-limited" },
      message: expect.stringMatching(
        /^Many hearts .* Please try again in \d+ minutes\.$/,
      ) as string,
    });
    expect(await giveHeart({ ...asked, address: aReader().address })).toMatchObject({ ok: true });
  });
});

describe("at the same time", () => {
  test("100 hearts of one reader are one", async () => {
    const { id: storyId } = await tell();
    const asked = { ...aReader(), storyId };
    const answers = await many(100, () => giveHeart(asked));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: true, value: { hearts: 1, mine: true } })]),
    );
    expect(await countOf(storyId)).toBe(1);
  });

  test("hearts that wait leave who reads the connections", async () => {
    const { id: storyId } = await tell();
    const holder = await pool.connect();
    await holder.query("BEGIN");
    await holder.query(`SELECT FROM "HeartCount" WHERE "storyId" = $1 FOR UPDATE`, [storyId]);
    const giving = many(60, () => giveHeart({ ...aReader(), storyId }));
    await expect.poll(waitingForLocks).toBeGreaterThan(0);
    const feeds = await many(20, () => listPublishedStories(null));
    expect(feeds).not.toContain(null);
    expect(await countOf(storyId)).toBe(0);
    await holder.query("COMMIT");
    holder.release();
    expect(await giving).toMatchObject(Array.from({ length: 60 }, () => ({ ok: true })));
    expect(await countOf(storyId)).toBe(60);
  });

  test("1,000 hearts of 1,000 readers are 1,000, and taken back none", async () => {
    const { id: storyId } = await tell();
    const readers = Array.from({ length: 1_000 }, () => ({ ...aReader(), storyId }));
    await many(1_000, (index) => giveHeart(readers[index]!));
    expect(await countOf(storyId)).toBe(1_000);
    await many(1_000, (index) => takeHeartBack(readers[index]!));
    expect(await countOf(storyId)).toBe(0);
  });

  test("given and taken back in any order, the count is what there is", async () => {
    const { id: storyId } = await tell();
    const readers = Array.from({ length: 5 }, () => ({ ...aReader(), storyId }));
    await many(200, (index) => {
      const asked = readers[index % 5]!;
      return index % 3 ? giveHeart(asked) : takeHeartBack(asked);
    });
    await countOf(storyId);
    for (const asked of readers) expect(await giveHeart(asked)).toMatchObject({ ok: true });
    expect(await countOf(storyId)).toBe(5);
  });

  test("a story is taken down and restored: no heart is lost or counted twice", async () => {
    const { id: storyId } = await tell();
    const readers = Array.from({ length: 40 }, () => ({ ...aReader(), storyId }));
    let moving = true;
    const moderating = (async () => {
      for (let turn = 0; moving; turn++) {
        await setStatus(storyId, turn % 2 ? "PUBLISHED" : "TAKEN_DOWN");
      }
      await setStatus(storyId, "PUBLISHED");
    })();
    const given = await many(400, (index) => {
      const asked = readers[index % 40]!;
      return index % 4 ? giveHeart(asked) : takeHeartBack(asked);
    });
    moving = false;
    await moderating;
    // As many rows as the count says, whatever came between.
    const count = await countOf(storyId);
    expect(await readHearts(storyId, null)).toEqual({ hearts: count, mine: false });
    expect(given).toContainEqual(expect.objectContaining({ ok: true }));
    expect(given).toContainEqual(expect.objectContaining({ code: "not-found" }));
  });

  test.each([
    ["given", giveHeart],
    ["taken back", takeHeartBack],
  ])("a heart is %s while its story is being taken down: it waits for that", async (_, act) => {
    const { id: storyId } = await tell();
    const asked = { ...aReader(), storyId };
    if (act === takeHeartBack) await giveHeart(asked);
    const before = await countOf(storyId);
    const answer = await prisma.$transaction(async (tx) => {
      await tx.story.update({ where: { id: storyId }, data: { status: "TAKEN_DOWN" } });
      const acting = act(asked);
      await expect.poll(waitingForLocks).toBe(1);
      return { acting };
    });
    expect(await answer.acting).toMatchObject({ ok: false, code: "not-found" });
    expect(await countOf(storyId)).toBe(before);
    await setStatus(storyId, "PUBLISHED");
    expect(await countOf(storyId)).toBe(before);
  });

  test("a story is withdrawn: nothing is left of its hearts", async () => {
    const { id: storyId, token } = await tell();
    await many(20, () => giveHeart({ ...aReader(), storyId }));
    const [withdrawn] = await Promise.all([
      withdrawStory(null, token),
      many(50, () => giveHeart({ ...aReader(), storyId })),
    ]);
    expect(withdrawn).toMatchObject({ ok: true });
    expect(await countOf(storyId)).toBe(0);
    expect(await giveHeart({ ...aReader(), storyId })).toMatchObject({ code: "not-found" });
  });
});

test("a withdrawal that leaves a heart is not committed", async () => {
  const { id: storyId } = await tell();
  const withdrawing = prisma.$transaction(async (tx) => {
    await eraseStory(tx, storyId);
    await tx.heart.create({ data: { storyId, readerHash: new Uint8Array(32) } });
  });
  await expect(withdrawing).rejects.toThrow("was withdrawn and keeps hearts");
  expect(await getPublishedStory(storyId)).toMatchObject({ hearts: 0 });
});

test("whoever shows the count is told of the story, once for each change that there was", async () => {
  const { id: storyId } = await tell();
  const asked = { ...aReader(), storyId };
  const client = await pool.connect();
  const told: (string | undefined)[] = [];
  client.on("notification", ({ payload }) => payload === storyId && told.push(payload));
  try {
    await client.query("LISTEN hearts");
    await giveHeart(asked);
    await giveHeart(asked);
    await takeHeartBack(asked);
    await takeHeartBack(asked);
    // PostgreSQL tells in the order of the commits.
    await expect.poll(() => client.query("SELECT").then(() => told.length)).toBe(2);
    await client.query("UNLISTEN hearts");
  } finally {
    client.removeAllListeners("notification");
    client.release(true);
  }
});
