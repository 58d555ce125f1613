import { randomBytes } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import type { DecisionKind, Role } from "#lib/generated/prisma/enums.ts";
import { type ExportPage, exportLog, getLog, PAGE_SIZE } from "#lib/moderation/log/queries.ts";
import { getStoryForModeration } from "#lib/moderation/queries.ts";
import { EXPORT_LIMIT, everything } from "#lib/moderation/log/schema.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall } from "#lib/testing/calls.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

const { prisma } = database();

let moderator: Viewer;
beforeAll(async () => {
  moderator = await createUser({ name: "Noor Haddad", role: "MODERATOR" });
});

type Call = { id: string; slug: string };
/** Each test looks at a call of its own. */
let call: Call;
const newCall = async () =>
  prisma.call.findUniqueOrThrow({ where: { slug: await createCall() }, select: callFields });
const callFields = { id: true, slug: true };
beforeEach(async () => void (call = await newCall()));

type Decided = {
  by?: Viewer;
  kind?: DecisionKind;
  reason?: string;
  message?: string;
  internalNote?: string;
  at?: string;
  undoneAt?: Date;
  text?: string;
  bylineName?: string;
  storytellerId?: string;
};

/** A decision as a row, on a story of its own. */
async function decided(told: Decided = {}) {
  const { by = moderator, kind = "APPROVE", at, text, bylineName, storytellerId, ...rest } = told;
  const story = await tellStory({
    callId: call.id,
    ...(text ? { text } : {}),
    ...(bylineName ? { bylineName } : {}),
    ...(storytellerId ? { storytellerId } : {}),
  });
  const { id } = await prisma.decision.create({
    data: {
      ...rest,
      kind,
      storyId: story.id,
      revisionId: story.revisionId,
      moderatorId: by.id,
      warnings: [],
      ...(at ? { createdAt: new Date(at) } : {}),
    },
    select: { id: true },
  });
  return { id, storyId: story.id };
}

async function log(values: Record<string, unknown> = {}, viewer = moderator) {
  const page = await getLog(viewer, { call: call.slug, ...values });
  if (!page) throw new Error("There is no log.");
  return page;
}

const ids = (entries: { id: string }[]) => entries.map(({ id }) => id);

describe("who may read it", () => {
  const roles: [Role | null, boolean][] = [
    [null, false],
    ["STORYTELLER", false],
    ["EDITOR", false],
    ["MODERATOR", true],
    ["ADMIN", true],
  ];
  test.each(roles)("%s: %s", async (role, may) => {
    const viewer = role && (await createUser({ name: "Ines", role }));
    expect((await getLog(viewer, {})) !== null).toBe(may);
    const file = await exportLog(viewer, {});
    expect(file).toMatchObject(may ? { ok: true } : { ok: false, code: "not-found" });
  });
});

test("says when, who, what and why, and nothing of the story", async () => {
  const { id, storyId } = await decided({
    kind: "REJECT",
    reason: "promotion",
    message: "Please take out the shop’s address.",
    internalNote: "The third this week.",
    at: "2026-03-04T05:06:07.089Z",
    undoneAt: new Date("2026-03-04T05:06:17Z"),
    text: "The kettle had a name.",
    bylineName: "Ottoline",
  });
  const { entries, older, newest } = await log();
  expect(entries).toEqual([
    {
      id,
      storyId,
      decidedAt: "2026-03-04T05:06:07.089Z",
      moderator: "Noor Haddad",
      moderatorAddress: moderator.email,
      kind: "REJECT",
      reason: "Advertising or spam",
      withMessage: true,
      internalNote: "The third this week.",
      undoneAt: "2026-03-04T05:06:17.000Z",
      call: "What did you learn on the night shift?",
      demo: false,
    },
  ]);
  expect({ older, newest }).toEqual({ older: null, newest: true });
  expect(JSON.stringify(entries)).not.toMatch(/kettle|Ottoline|address/);
});

test("what colleagues noted about a story of one's own is not shown, on the page or in the file", async () => {
  const own = await createUser({ name: "Ines", role: "MODERATOR" });
  const { storyId } = await decided({ internalNote: "Is this Ines?", storytellerId: own.id });
  const seen = async (viewer: Viewer) => {
    const pages = await exportLog(viewer, { call: call.slug });
    if (!pages.ok) throw new Error(pages.message);
    const files: ExportPage[] = [];
    for await (const page of pages.value) files.push(page);
    const desk = await getStoryForModeration(viewer, storyId);
    return [
      (await log({}, viewer)).entries,
      files.flatMap(({ entries }) => entries),
      desk?.decisions,
    ];
  };
  const notes = async (viewer: Viewer) =>
    (await seen(viewer)).flatMap((part) => part?.map(({ internalNote }) => internalNote));
  expect(await notes(own)).toEqual([null, null, null]);
  expect(await notes(moderator)).toEqual(["Is this Ines?", "Is this Ines?", "Is this Ines?"]);
});

test("who has no name is known by address, and who has left by neither", async () => {
  const email = `${randomBytes(6).toString("hex")}@example.org`;
  const select = { id: true, role: true, name: true, email: true };
  const nameless = await prisma.user.create({ data: { email, role: "MODERATOR" }, select });
  const former = await prisma.user.create({ data: {}, select });
  const other = await prisma.user.create({ data: {}, select });
  await decided({ at: "2026-01-03T00:00:00Z" });
  await decided({ by: nameless, at: "2026-01-02T00:00:00Z" });
  await decided({ by: former, at: "2026-01-01T00:00:00Z" });
  await decided({ by: other, at: "2025-12-31T00:00:00Z" });
  const { entries, choices } = await log();
  const gone = "A former moderator";
  expect(entries.map((entry) => entry.moderator)).toEqual(["Noor Haddad", email, gone, gone]);
  expect(choices.moderators).toContainEqual({ value: nameless.id, label: email });
  // All who have left are one: the log does not tell them apart.
  expect(choices.moderators.filter(({ label }) => label === gone)).toEqual([
    { value: "former", label: gone },
  ]);
  expect(JSON.stringify(choices)).not.toContain(former.id);
  expect((await log({ moderator: "former" })).entries).toHaveLength(2);
  expect((await log({ moderator: nameless.id })).entries).toHaveLength(1);
});

describe("narrowed", () => {
  let all: Record<"approved" | "rejected" | "other", { id: string }>;
  beforeEach(async () => {
    const ines = await createUser({ name: "Ines", role: "STORYTELLER" });
    all = {
      approved: await decided({ at: "2026-03-31T23:59:59.999Z" }),
      rejected: await decided({ kind: "REJECT", reason: "hateful", at: "2026-03-01T00:00:00Z" }),
      other: await decided({
        by: ines,
        kind: "TAKE_DOWN",
        reason: "hateful",
        at: "2026-02-28T12:00:00Z",
      }),
    };
  });

  const cases: [Record<string, unknown>, (keyof typeof all)[]][] = [
    [{}, ["approved", "rejected", "other"]],
    [{ kind: "REJECT" }, ["rejected"]],
    [{ reason: "hateful" }, ["rejected", "other"]],
    [{ reason: "hateful", kind: "TAKE_DOWN" }, ["other"]],
    [{ from: "2026-03-01" }, ["approved", "rejected"]],
    [{ to: "2026-03-31" }, ["approved", "rejected", "other"]],
    [{ to: "2026-03-30" }, ["rejected", "other"]],
    [{ from: "2026-03-01", to: "2026-03-01" }, ["rejected"]],
    [{ from: "2026-03-02", to: "2026-03-01" }, []],
  ];
  test.each(cases)("by %j", async (values, expected) => {
    const { entries } = await log(values);
    expect(ids(entries)).toEqual(expected.map((name) => all[name].id));
  });

  test("by who decided", async () => {
    const { entries } = await log({ moderator: moderator.id });
    expect(ids(entries)).toEqual([all.approved.id, all.rejected.id]);
  });

  test("by call", async () => {
    const before = call;
    call = await newCall();
    const { id } = await decided();
    expect(ids((await log()).entries)).toEqual([id]);
    expect((await log({ call: before.slug })).entries).toHaveLength(3);
  });

  const nonsense = [
    { moderator: "nobody", kind: "DELETE", reason: "because", from: "soon", to: "2026-02-31" },
    { moderator: ["a", "b"], kind: {}, reason: '\'; DROP TABLE "Decision"; --', from: "\0" },
    { older: "zzz", from: "0000-00-00", to: "99999-01-01", moderator: "%" },
    { older: ["x"], unheard: "of" },
  ];
  test.each(nonsense)("by nonsense, not at all: %j", async (values) => {
    const { entries, filter, newest } = await log(values);
    expect(entries).toHaveLength(3);
    expect({ filter, newest }).toEqual({
      filter: { ...everything, call: call.slug },
      newest: true,
    });
  });

  test("by a call that is not, not at all", async () => {
    expect((await getLog(moderator, { call: "no-such-call" }))?.filter).toEqual(everything);
  });
});

test("pages follow on each other, whatever came in between and however many at one time", async () => {
  const made: string[] = [];
  const story = await tellStory({ callId: call.id });
  const rows = Array.from({ length: 2 * PAGE_SIZE + 3 }, (_, index) => ({
    id: `c${String(index).padStart(4, "0")}`,
    storyId: story.id,
    revisionId: story.revisionId,
    moderatorId: moderator.id,
    kind: "APPROVE" as const,
    warnings: [],
    // Ten at each instant.
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, 0, Math.floor(index / 10))),
  }));
  await prisma.decision.createMany({ data: rows });
  for (let older: string | null | undefined; older !== null;) {
    const page = await log({ older });
    expect(page.newest).toBe(older === undefined);
    made.push(...ids(page.entries));
    older = page.older;
    await decided();
  }
  const fromOldest = rows.map(({ id }) => id).reverse();
  expect(made).toEqual(fromOldest);

  const narrowed = { call: call.slug, to: "2026-01-01" };
  expect(await exported(narrowed, 70)).toEqual({ ids: fromOldest.slice(0, 70), cut: true });
  expect(await exported(narrowed, rows.length)).toEqual({ ids: fromOldest, cut: false });
});

/** What a file has, and whether it ends before everything is in it. */
async function exported(values: Record<string, unknown>, limit: number) {
  const file = await exportLog(moderator, values, limit);
  if (!file.ok) throw new Error(file.message);
  const found: string[] = [];
  let cut = false;
  for await (const page of file.value) {
    expect(cut).toBe(false);
    found.push(...ids(page.entries));
    cut = page.cut;
  }
  return { ids: found, cut };
}

test("a file of more than one page is whole and in order", async () => {
  const story = await tellStory({ callId: call.id });
  const rows = Array.from({ length: 2_500 }, (_, index) => ({
    id: `d${String(index).padStart(4, "0")}`,
    storyId: story.id,
    revisionId: story.revisionId,
    moderatorId: moderator.id,
    kind: "APPROVE" as const,
    warnings: [],
    createdAt: new Date(1_700_000_000_000 + Math.floor(index / 3)),
  }));
  await prisma.decision.createMany({ data: rows });
  const newestFirst = rows.map(({ id }) => id).reverse();
  const read = (limit: number) => exported({ call: call.slug }, limit);
  expect(await read(EXPORT_LIMIT)).toEqual({ ids: newestFirst, cut: false });
  expect(await read(2_000)).toEqual({ ids: newestFirst.slice(0, 2_000), cut: true });
  expect(await read(2_499)).toEqual({ ids: newestFirst.slice(0, 2_499), cut: true });
  expect(await read(2_500)).toEqual({ ids: newestFirst, cut: false });
});

test("at most twenty files an hour", async () => {
  const viewer = await createUser({ name: "Ines", role: "ADMIN" });
  for (let time = 1; time <= 20; time += 1) {
    expect(await exportLog(viewer, {})).toMatchObject({ ok: true });
  }
  expect(await exportLog(viewer, {})).toMatchObject({ ok: false, code: "rate-limited" });
});
