import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { getStoryForModeration } from "#lib/moderation/queries.ts";
import { withdrawStory } from "#lib/stories/own/commands.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

let ines: Viewer;
let callId: string;
beforeAll(async () => {
  ines = await createUser({ name: "Ines", role: "MODERATOR" });
  const where = { slug: await createCall() };
  callId = (await database().prisma.call.findUniqueOrThrow({ where })).id;
});

const earlierOf = async (id: string) => (await getStoryForModeration(ines, id))?.earlier;

test("beside a story, how its storyteller's others stand, and nobody else's", async () => {
  const [noor, other] = await Promise.all([
    createUser({ name: "Noor", role: "STORYTELLER" }),
    createUser({ name: "Tomas", role: "STORYTELLER" }),
  ]);
  const tell = (status: NonNullable<Parameters<typeof tellStory>[0]["status"]>, teller = noor) =>
    tellStory({ callId, status, storytellerId: teller.id });
  const story = await tell("PENDING");
  expect(await earlierOf(story.id)).toEqual([]);

  await tell("PUBLISHED", other);
  await tellStory({ callId, status: "PUBLISHED" });
  const published = await tell("PUBLISHED");
  for (const status of ["PENDING", "REJECTED", "PUBLISHED", "PENDING"] as const) {
    await tell(status);
  }
  expect(await earlierOf(story.id)).toEqual([
    { status: "PUBLISHED", count: 2 },
    { status: "REJECTED", count: 1 },
    { status: "PENDING", count: 2 },
  ]);

  await withdrawStory(noor, published.token);
  await tell("TAKEN_DOWN");
  await tell("CHANGES_REQUESTED");
  expect(await earlierOf(story.id)).toEqual([
    { status: "PUBLISHED", count: 1 },
    { status: "CHANGES_REQUESTED", count: 1 },
    { status: "REJECTED", count: 1 },
    { status: "TAKEN_DOWN", count: 1 },
    { status: "PENDING", count: 2 },
  ]);
});

test("of whoever was not signed in nothing is known", async () => {
  expect(await earlierOf((await tellStory({ callId })).id)).toBeNull();
});
