import "server-only";
import { isEditor } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { beginningOf, dayOf, endOf, lastDayBefore } from "#lib/calls/days.ts";
import type { CallInput } from "#lib/calls/schema.ts";
import { slugsFor } from "#lib/calls/slug.ts";
import { type Transaction, database } from "#lib/db.ts";
import * as calls from "#lib/generated/messages/calls.ts";
import { type Result, failure, success } from "#lib/result.ts";

const unknown = () => failure("not-found", calls.unknown());

const tooEarly = () =>
  failure("invalid", calls.lookAtFields(), { closesAfter: [calls.closesTooEarly()] });

type Term = { opensAt: Date; closesAt: Date | null };

/** Opens a call: now, or on the day that is given. */
export async function openCall(
  viewer: Viewer | null,
  input: CallInput,
): Promise<Result<{ slug: string }>> {
  if (!isEditor(viewer)) return unknown();
  const term = termOf(input, null);
  if (!isTerm(term)) return tooEarly();
  return database().prisma.$transaction(async (tx) => {
    const call = await insertCall(tx, { ...wordsOf(input), ...term });
    await setThemes(tx, { callId: call.id, titles: input.themes });
    return success({ slug: call.slug });
  });
}

/** Changes a call; its address stays. What an editor has changed is no longer our demo. */
export async function changeCall(
  viewer: Viewer | null,
  { slug, input }: { slug: string; input: CallInput },
): Promise<Result<{ slug: string }>> {
  if (!isEditor(viewer)) return unknown();
  return database().prisma.$transaction(async (tx) => {
    // Of two editors at once the second waits, so that the themes are one editor's. Stories go on.
    const [call] = await tx.$queryRaw<(Term & { id: string })[]>`
      SELECT "id", "opensAt", "closesAt" FROM "Call" WHERE "slug" = ${slug} FOR NO KEY UPDATE`;
    if (!call) return unknown();
    const term = termOf(input, call);
    if (!isTerm(term)) return tooEarly();
    const data = { ...wordsOf(input), ...term, demo: false };
    await tx.call.update({ where: { id: call.id }, data });
    await setThemes(tx, { callId: call.id, titles: input.themes });
    return success({ slug });
  });
}

function wordsOf({ title, prompt, hashtag }: CallInput) {
  return { title, prompt, hashtag };
}

/**
 * When the call takes stories. A day that is not changed keeps its moment, and a call that has
 * opened is not opened anew by an empty field.
 */
function termOf({ opensOn, closesAfter }: CallInput, before: Term | null): Term {
  const now = new Date();
  return { opensAt: opening(), closesAt: closing() };

  function opening(): Date {
    if (!opensOn) return before && before.opensAt < now ? before.opensAt : now;
    return before && dayOf(before.opensAt) === opensOn ? before.opensAt : beginningOf(opensOn);
  }

  function closing(): Date | null {
    if (!closesAfter) return null;
    const kept = before?.closesAt && lastDayBefore(before.closesAt) === closesAfter;
    return kept ? before.closesAt : endOf(closesAfter);
  }
}

/** What the database demands too ("Call_opens_before_it_closes"). */
function isTerm({ opensAt, closesAt }: Term): boolean {
  return closesAt === null || closesAt > opensAt;
}

type CallRow = ReturnType<typeof wordsOf> & Term;

/** Under the first slug that is free; the insert itself finds out, also when two come at once. */
async function insertCall(tx: Transaction, data: CallRow): Promise<{ id: string; slug: string }> {
  const slugs = slugsFor(data.title);
  for (;;) {
    const [call] = await tx.call.createManyAndReturn({
      data: { ...data, slug: slugs.next().value },
      skipDuplicates: true,
      select: { id: true, slug: true },
    });
    if (call) return call;
  }
}

/** A theme is its title: one that stays keeps its slug and its stories, any other is new. */
async function setThemes(
  tx: Transaction,
  { callId, titles }: { callId: string; titles: string[] },
): Promise<void> {
  const before = await tx.theme.findMany({ where: { callId } });
  const kept = new Map(
    before.filter(({ title }) => titles.includes(title)).map((theme) => [theme.title, theme]),
  );
  await tx.theme.deleteMany({
    where: { callId, id: { notIn: [...kept.values()].map(({ id }) => id) } },
  });
  const taken = new Set([...kept.values()].map(({ slug }) => slug));
  const added = [];
  for (const [position, title] of titles.entries()) {
    const theme = kept.get(title);
    if (!theme) {
      added.push({ callId, title, position, slug: freeSlug(title, taken) });
    } else if (theme.position !== position) {
      await tx.theme.update({ where: { id: theme.id }, data: { position } });
    }
  }
  await tx.theme.createMany({ data: added });
}

function freeSlug(title: string, taken: Set<string>): string {
  const slugs = slugsFor(title);
  let slug = slugs.next().value;
  while (taken.has(slug)) slug = slugs.next().value;
  taken.add(slug);
  return slug;
}
