import { beforeAll, expect, test } from "vitest";
import { PAGE_SIZE, listOwnStories } from "#lib/accounts/own/queries.ts";
import { database } from "#lib/db.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

let callId: string;
beforeAll(async () => {
  const where = { slug: await createCall() };
  callId = (await database().prisma.call.findUniqueOrThrow({ where })).id;
});

test("one's own stories, claimed or not, newest first, and nobody else's", async () => {
  const viewer = await createUser({ name: "Noor", role: "STORYTELLER" });
  const other = await createUser({ name: "Sam", role: "ADMIN" });
  const tell = (told: Partial<Parameters<typeof tellStory>[0]>, day: number) =>
    tellStory({ callId, submittedAt: new Date(Date.UTC(2026, 4, day)), ...told });
  await tell({ storytellerId: other.id }, 1);
  await tell({}, 2);
  const older = await tell(
    { storytellerId: viewer.id, status: "PUBLISHED", text: "The lift stopped.\nShe sang." },
    3,
  );
  const newer = await tell(
    { storytellerId: viewer.id, claimed: true, warning: "death", text: "He waited." },
    4,
  );
  expect(await listOwnStories(viewer, null)).toEqual({
    stories: [
      {
        id: newer.id,
        status: "PENDING",
        waits: true,
        firstLine: "He waited.",
        warnings: [{ warning: "death", intensity: "DESCRIBED" }],
        submittedAt: "2026-05-04T00:00:00.000Z",
      },
      {
        id: older.id,
        status: "PUBLISHED",
        waits: false,
        firstLine: "The lift stopped. …",
        warnings: [],
        submittedAt: "2026-05-03T00:00:00.000Z",
      },
    ],
    older: null,
  });
  expect((await listOwnStories(other, null))?.stories).toHaveLength(1);
});

test("many are read page by page, also when they were sent in the same moment", async () => {
  const viewer = await createUser({ name: "Noor", role: "STORYTELLER" });
  const submittedAt = new Date();
  const ids = new Set<string>();
  for (let n = 0; n < PAGE_SIZE * 2 + 1; n += 1) {
    ids.add((await tellStory({ callId, storytellerId: viewer.id, submittedAt })).id);
  }
  const seen: string[] = [];
  let older: string | null = null;
  let pages = 0;
  do {
    const list: Awaited<ReturnType<typeof listOwnStories>> = await listOwnStories(viewer, older);
    seen.push(...(list?.stories.map(({ id }) => id) ?? []));
    older = list?.older ?? null;
    pages += 1;
  } while (older);
  expect(pages).toBe(3);
  expect(seen).toHaveLength(ids.size);
  expect(new Set(seen)).toEqual(ids);
});

test("nobody, and what is no cursor, find nothing", async () => {
  expect(await listOwnStories(null, null)).toBeNull();
  const viewer = await createUser({ name: "Noor", role: "STORYTELLER" });
  expect(await listOwnStories(viewer, null)).toEqual({ stories: [], older: null });
  for (const wrong of ["", "x", "mabcdefg-short", "a,b"]) {
    expect(await listOwnStories(viewer, wrong)).toBeNull();
  }
});
