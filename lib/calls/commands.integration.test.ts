import pg from "pg";
import { expect, test } from "vitest";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { changeCall, openCall } from "#lib/calls/commands.ts";
import { dayOf } from "#lib/calls/days.ts";
import { getCallForEditing, getCallForSharing, listCalls } from "#lib/calls/queries.ts";
import { type CallFormValues, callFormSchema, emptyCallForm } from "#lib/calls/schema.ts";
import { database } from "#lib/db.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createStory } from "#lib/testing/calls.ts";

const { prisma } = database();
const editor = await createUser({ name: "Noor", role: "EDITOR" });

const inDays = (days: number) => dayOf(new Date(Date.now() + days * 24 * 60 * 60_000));

let titles = 0;

function input(values: Partial<CallFormValues> = {}) {
  const title = `What kept you going, no. ${++titles}?`;
  return callFormSchema.parse({ ...emptyCallForm, title, prompt: "Tell us.", ...values });
}

async function opened(values: Partial<CallFormValues> = {}, viewer: Viewer = editor) {
  const result = await openCall(viewer, input(values));
  if (!result.ok) throw new Error(result.message);
  return result.value.slug;
}

const themesOf = (slug: string) =>
  prisma.theme.findMany({ where: { call: { slug } }, orderBy: { position: "asc" } });

const callOf = (slug: string) => prisma.call.findUniqueOrThrow({ where: { slug } });

test.each(["EDITOR", "ADMIN"] as const)(
  "%s opens a call, which takes stories at once",
  async (role) => {
    const viewer = await createUser({ name: "Ira", role });
    const title = `The ${role} asks: what stayed with you?`;
    const slug = await opened({ title, hashtag: "OneShift", themes: "C++\nC\n夜勤" }, viewer);
    expect(slug).toBe(`the-${role.toLowerCase()}-asks-what-stayed-with-you`);
    expect(await getCallForSharing(slug)).toEqual({
      slug,
      title,
      prompt: "Tell us.",
      hashtag: "#OneShift",
      themes: [
        { slug: "c", title: "C++" },
        { slug: "c-2", title: "C" },
        { slug: expect.stringMatching(/^[a-z0-9]{8}$/) as string, title: "夜勤" },
      ],
    });
    await expect(createStory(slug)).resolves.toBeTruthy();
  },
);

test.each(["MODERATOR", "STORYTELLER", null] as const)(
  "%s learns nothing and changes nothing",
  async (role) => {
    const viewer = role ? await createUser({ name: "Sam", role }) : null;
    const slug = await opened();
    const before = [await prisma.call.count(), await callOf(slug)];
    const unknown = { ok: false, code: "not-found" };
    expect(await openCall(viewer, input())).toMatchObject(unknown);
    expect(await changeCall(viewer, { slug, input: input() })).toMatchObject(unknown);
    expect(await listCalls(viewer)).toBeNull();
    expect(await getCallForEditing(viewer, slug)).toBeNull();
    expect([await prisma.call.count(), await callOf(slug)]).toEqual(before);
  },
);

test("calls of one title that open at once all open, each at an address of its own", async () => {
  const slugs = await Promise.all(Array.from({ length: 12 }, () => opened({ title: "Twelve?" })));
  expect(new Set(slugs).size).toBe(12);
  expect(slugs).toEqual(expect.arrayContaining(["twelve", "twelve-2", "twelve-9"]));
});

test("a call is as it was changed, under the address that it had", async () => {
  const slug = await opened({ hashtag: "Before", closesAfter: inDays(3) });
  const values = { title: "Other words?", prompt: "One\n\nTwo", themes: "B\nA" };
  expect(await changeCall(editor, { slug, input: input(values) })).toEqual({
    ok: true,
    value: { slug },
  });
  expect(await getCallForEditing(editor, slug)).toEqual({
    ...emptyCallForm,
    ...values,
    opensOn: inDays(0),
  });
  const nowhere = await changeCall(editor, { slug: "nowhere", input: input() });
  expect(nowhere).toMatchObject({ ok: false, code: "not-found" });
});

test("a theme that stays keeps its stories, one that goes leaves them without", async () => {
  const slug = await opened({ themes: "Stays\nGoes\nIs renamed" });
  const before = await themesOf(slug);
  const stories = [];
  for (const theme of before) {
    const { id } = await createStory(slug);
    // As if it had been chosen: a revision's theme is never changed afterwards.
    await prisma.$executeRaw`ALTER TABLE "Revision" DISABLE TRIGGER "Revision_is_fixed"`;
    await prisma.revision.updateMany({ where: { storyId: id }, data: { themeId: theme.id } });
    await prisma.$executeRaw`ALTER TABLE "Revision" ENABLE TRIGGER "Revision_is_fixed"`;
    stories.push(id);
  }
  await changeCall(editor, { slug, input: input({ themes: "Was renamed\nGoes not\nStays" }) });
  const after = await themesOf(slug);
  expect(after.map(({ title }) => title)).toEqual(["Was renamed", "Goes not", "Stays"]);
  expect(after[2]).toEqual({ ...before[0], position: 2 });
  const revisions = await prisma.revision.findMany({
    where: { storyId: { in: stories } },
    select: { storyId: true, themeId: true },
  });
  const themeOf = new Map(revisions.map(({ storyId, themeId }) => [storyId, themeId]));
  expect(stories.map((id) => themeOf.get(id))).toEqual([before[0]?.id, null, null]);
});

test("of editors who change the themes at once, one has the last word, whole", async () => {
  const slug = await opened({ themes: "Small wins" });
  const lists = ["A\nSmall wins\nB", "C\nD", "B\nE\nSmall wins", "A"];
  for (let round = 0; round < 5; round += 1) {
    const results = await Promise.all(
      lists.map((themes) => changeCall(editor, { slug, input: input({ themes }) })),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    const now = (await themesOf(slug)).map(({ title }) => title).join("\n");
    expect(lists).toContain(now);
  }
});

test("a call opens on its day and takes stories until the end of its last", async () => {
  const later = await opened({ opensOn: inDays(2), closesAfter: inDays(2) });
  expect(await getCallForSharing(later)).toBeNull();
  const { opensAt, closesAt } = await callOf(later);
  expect(opensAt.toISOString()).toBe(`${inDays(2)}T00:00:00.000Z`);
  expect(closesAt?.toISOString()).toBe(`${inDays(3)}T00:00:00.000Z`);
  const today = await opened({ closesAfter: inDays(0) });
  expect(await getCallForSharing(today)).not.toBeNull();
  const past = await opened({ opensOn: inDays(-9), closesAfter: inDays(-1) });
  expect(await getCallForSharing(past)).toBeNull();
  const listed = (await listCalls(editor))?.filter(({ slug }) =>
    [later, today, past].includes(slug),
  );
  expect(listed?.map(({ state, lastDay }) => [state, lastDay])).toEqual([
    ["opening", inDays(2)],
    ["open", inDays(0)],
    ["closed", inDays(-1)],
  ]);
});

test("a call that would close before it opens is refused at its field", async () => {
  const refused = { ok: false, fieldErrors: { closesAfter: [expect.any(String) as string] } };
  expect(await openCall(editor, input({ closesAfter: inDays(-1) }))).toMatchObject(refused);
  const slug = await opened({ opensOn: inDays(2) });
  // Emptied, the call opens now, and not before it closed.
  const changed = await changeCall(editor, { slug, input: input({ closesAfter: inDays(-1) }) });
  expect(changed).toMatchObject(refused);
});

test("a day that is not changed keeps its moment; an empty one opens what has not opened", async () => {
  const slug = await opened({ closesAfter: inDays(5) });
  const closesAt = new Date(`${inDays(5)}T12:34:56Z`);
  const { opensAt } = await prisma.call.update({ where: { slug }, data: { closesAt } });
  const same = { opensOn: dayOf(opensAt), closesAfter: inDays(5) };
  await changeCall(editor, { slug, input: input(same) });
  expect(await callOf(slug)).toMatchObject({ opensAt, closesAt });
  await changeCall(editor, { slug, input: input({}) });
  expect(await callOf(slug)).toMatchObject({ opensAt, closesAt: null });
  const waiting = await opened({ opensOn: inDays(5) });
  await changeCall(editor, { slug: waiting, input: input({}) });
  expect(await getCallForSharing(waiting)).not.toBeNull();
});

test("the call on the front page is the open one that opened last", async () => {
  await opened({ opensOn: inDays(1) });
  const last = await opened();
  await opened({ opensOn: inDays(-300) });
  const shown = (await listCalls(editor))?.filter(({ onShare }) => onShare);
  expect(shown?.map(({ slug }) => slug)).toEqual([last]);
});

test("a demo call that an editor has changed is theirs", async () => {
  const slug = await opened();
  await prisma.call.update({ where: { slug }, data: { demo: true } });
  await changeCall(editor, { slug, input: input() });
  expect((await callOf(slug)).demo).toBe(false);
});

test("whoever writes, PostgreSQL tells of it, once for a change", async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  const told: (string | undefined)[] = [];
  client.on("notification", ({ payload }) => told.push(payload));
  await client.connect();
  await client.query("LISTEN calls");
  const slug = await opened({ themes: "A\nB" });
  const { id } = await callOf(slug);
  await expect.poll(() => told).toEqual([id]);
  await prisma.theme.deleteMany({ where: { callId: id, title: "A" } });
  await expect.poll(() => told).toEqual([id, id]);
  await prisma.call.delete({ where: { id } });
  await expect.poll(() => told).toEqual([id, id, id]);
  await client.end();
});
