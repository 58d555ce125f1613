/** Whom the queue gives a story to is whoever can decide on it, and somebody always is. */
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { getOffer } from "#lib/moderation/care/queries.ts";
import { decide, decideWithin } from "#lib/moderation/commands.ts";
import { othersAvoid } from "#lib/moderation/others/queries.ts";
import { openNext } from "#lib/moderation/queue/commands.ts";
import { queueFilterSchema } from "#lib/moderation/queue/schema.ts";
import { appealStory } from "#lib/stories/own/commands.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall, createStory } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";

const { prisma } = database();

let ines: Viewer;
let tomas: Viewer;
beforeAll(async () => {
  ines = await createUser({ name: "Ines", role: "MODERATOR" });
  tomas = await createUser({ name: "Tomas", role: "ADMIN" });
});
beforeEach(async () => {
  await prisma.claim.deleteMany();
  await prisma.user.updateMany({ data: { avoids: [] } });
});

type Who = "nobody" | "ines" | "tomas";
type Case = { told: Who; rejected: Who; approved: Who };

const everyone: Who[] = ["nobody", "ines", "tomas"];
const one = (who: Who) => ({ nobody: null, ines, tomas })[who];
const death = { warning: "death", intensity: "GRAPHIC" } as const;

/** A story that waits, and the part of the queue that it is alone in. */
async function waiting({ told, rejected, approved }: Case) {
  const call = await createCall();
  const viewer = one(told);
  const story = await createStory(call, undefined, {
    ...(viewer && { viewer }),
    ...{ warnings: ["death"], intensities: { death: "GRAPHIC" } },
  });
  const { id: storyId, revisionId, token } = story;
  const refuser = one(rejected);
  if (refuser) {
    const reason = "recognisable";
    await decide(refuser, seededDecision({ storyId, revisionId, kind: "REJECT", reason }));
    expect(await appealStory(null, token, "Please look again.")).toMatchObject({ ok: true });
  }
  const first = one(approved);
  if (first) {
    await prisma.story.update({ where: { id: storyId }, data: { needsTwo: true } });
    const by = { storyId, revisionId, moderatorId: first.id };
    await prisma.decision.create({ data: { ...by, kind: "ENDORSE", warnings: [death] } });
  }
  return { ...story, part: queueFilterSchema.parse({ call }) };
}

type Waiting = Awaited<ReturnType<typeof waiting>>;

/** Whether a moderator could approve it now, which then is taken back. */
async function canApprove(viewer: Viewer, { id: storyId, revisionId }: Waiting) {
  const input = seededDecision({ storyId, revisionId, kind: "APPROVE" });
  let can = false;
  const back = new Error("Taken back.");
  const tried = prisma.$transaction(async (tx) => {
    can = (await decideWithin(tx, viewer, input)).ok;
    throw back;
  });
  await expect(tried).rejects.toBe(back);
  return can;
}

const cases = everyone
  .flatMap((told) =>
    everyone.flatMap((rejected) => everyone.map((approved) => ({ told, rejected, approved }))),
  )
  // Nobody decides on what they told.
  .filter(
    ({ told, rejected, approved }) => told === "nobody" || ![rejected, approved].includes(told),
  );

test.each(cases)(
  "of two moderators: told by $told, rejected by $rejected, approved first by $approved",
  async (which) => {
    const story = await waiting(which);
    const warned = { id: story.id, warnings: [death] };
    for (const minding of [[], [ines], [tomas], [ines, tomas]]) {
      await prisma.user.updateMany({ data: { avoids: [] } });
      const ids = minding.map(({ id }) => id);
      await prisma.user.updateMany({ where: { id: { in: ids } }, data: { avoids: ["death"] } });
      const given: string[] = [];
      for (const viewer of [ines, tomas]) {
        const isTheirs =
          (await canApprove(viewer, story)) && (await getOffer(viewer, warned)) !== "others-first";
        expect(await openNext(viewer, story.part)).toBe(isTheirs ? story.id : null);
        if (isTheirs) given.push(viewer.id);
        await prisma.claim.deleteMany();
      }
      expect(given).not.toEqual([]);
    }
  },
);

test("who else minds is asked of those only who could decide", async () => {
  await prisma.user.update({ where: { id: tomas.id }, data: { avoids: ["suicide"] } });
  const asked = async (which: Partial<Case>) => {
    const nobody = { told: "nobody", rejected: "nobody", approved: "nobody" } as const;
    return othersAvoid(prisma, ines, (await waiting({ ...nobody, ...which })).id);
  };
  expect(await asked({})).toEqual([["suicide"]]);
  expect(await asked({ told: "tomas" })).toEqual([]);
  expect(await asked({ rejected: "tomas" })).toEqual([]);
  expect(await asked({ approved: "tomas" })).toEqual([]);
  expect(await asked({ rejected: "ines", approved: "ines" })).toEqual([["suicide"]]);
  expect(await othersAvoid(prisma, ines, "nosuchstory1")).toEqual([]);
});
