import "server-only";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { Prisma, type Transaction, database } from "#lib/db.ts";
import * as own from "#lib/generated/messages/own.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { currentLocale } from "#lib/locale.ts";
import { mailStoryteller } from "#lib/notifications/story-mail.ts";
import { erasePicturesOf } from "#lib/pictures/commands.ts";
import { addressKey, consume, inAWhile } from "#lib/rate-limit.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";
import { type ConsentValues, optionalUses, toConsentRows } from "#lib/stories/consents.ts";
import { type ContactValues, toContact } from "#lib/stories/contact.ts";
import { answersAppeal, canAppeal, canWithdraw, outcomeFields } from "#lib/stories/own/policy.ts";
import { lastingKinds } from "#lib/stories/proposals/policy.ts";
import { ownStoryAt } from "#lib/stories/private-link.ts";

type Own = { id: string };

const unknown = () => failure("not-found", own.noStory());

/** What whoever would change a story is told that is taken back. */
export const withdrawn = () => failure("closed", own.nothingLeft());

const standing = {
  id: true,
  status: true,
  waitingSince: true,
  latestRevision: { select: { bylineName: true } },
  publishedRevision: { select: { bylineName: true } },
} as const satisfies Prisma.StorySelect;

type Standing = Prisma.StoryGetPayload<{ select: typeof standing }>;

/**
 * Does something to one's own story, in a transaction that has its row to itself: of two at once
 * the second sees what the first did.
 */
export async function withOwnStory<T>(
  viewer: Viewer | null,
  way: string,
  act: (tx: Transaction, story: Standing) => Promise<Result<T>>,
): Promise<Result<T>> {
  const where = ownStoryAt(viewer, way);
  if (!where) return unknown();
  return database().prisma.$transaction(async (tx) => {
    const found = await tx.story.findFirst({ where, select: { id: true } });
    if (!found) return unknown();
    await tx.$executeRaw`SELECT FROM "Story" WHERE "id" = ${found.id} FOR NO KEY UPDATE`;
    // Again, now that it is ours alone: the link may have been claimed meanwhile.
    const story = await tx.story.findFirst({ where, select: standing });
    return story ? act(tx, story) : unknown();
  });
}

/**
 * Takes a story back and erases its words, picture, byline, theme, warnings and hearts, whom it is about,
 * where to write about it, and what moderators and the storyteller wrote of it. What stays is that
 * there was a story, when, and which decisions were made on it, by whom and for which reason.
 * Withdrawing twice is withdrawing once.
 */
export function withdrawStory(viewer: Viewer | null, way: string): Promise<Result<Own>> {
  return withOwnStory(viewer, way, async (tx, { id, status }) => {
    if (canWithdraw({ status, waiting: false })) await eraseStory(tx, id);
    return success({ id });
  });
}

/**
 * Withdraws a story that can be, in a transaction that has its row to itself. Deleting an account
 * does the same to many.
 */
export async function eraseStory(tx: Transaction, storyId: string): Promise<void> {
  const now = new Date();
  // Before the address goes.
  await mailStoryteller(tx, storyId, { kind: "withdrawn" });
  await tx.story.update({
    where: { id: storyId },
    data: {
      ...{ status: "WITHDRAWN", withdrawnAt: now, waitingSince: null, careMark: false },
      ...{ putFirst: false, needsTwo: false, senderHash: null, reportedSince: null, gatedAt: null },
    },
  });
  await tx.claim.deleteMany({ where: { storyId } });
  // After it stopped being published: from then on nobody gives it another.
  await tx.heart.deleteMany({ where: { storyId } });
  await tx.passedOver.deleteMany({ where: { storyId } });
  await tx.screeningMatch.deleteMany({ where: { revision: { storyId } } });
  await tx.report.updateMany({ where: { storyId }, data: { note: null, reporterHash: null } });
  await tx.proposal.updateMany({
    where: { storyId, erasedAt: null },
    data: { text: null, erasedAt: now },
  });
  await tx.contact.deleteMany({ where: { storyId } });
  await tx.revisionWarning.deleteMany({ where: { revision: { storyId } } });
  await tx.storyWarning.deleteMany({ where: { storyId } });
  await tx.revision.updateMany({
    where: { storyId, erasedAt: null },
    data: {
      text: "",
      bylineName: null,
      bylineRole: null,
      themeId: null,
      subject: null,
      subjectConsent: null,
      pictureId: null,
      pictureAlt: null,
      hints: [],
      erasedAt: now,
    },
  });
  const pictures = await erasePicturesOf(tx, storyId);
  if (pictures.length > 0) await enqueue(tx, "delete-picture-files", { ids: pictures });
  await tx.appeal.updateMany({
    where: { storyId, erasedAt: null },
    data: { text: null, erasedAt: now },
  });
  await tx.decision.updateMany({
    where: { storyId },
    data: { message: null, internalNote: null, warnings: [], before: Prisma.DbNull },
  });
  await tx.consent.updateMany({ where: { storyId, revokedAt: null }, data: { revokedAt: now } });
}

/** Erases the byline from every version of a story; what else it may be used for goes without too. */
export function becomeAnonymous(viewer: Viewer | null, way: string): Promise<Result<Own>> {
  return withOwnStory(viewer, way, async (tx, { id }) => {
    await tx.revision.updateMany({
      where: {
        storyId: id,
        erasedAt: null,
        OR: [{ bylineName: { not: null } }, { bylineRole: { not: null } }],
      },
      data: { bylineName: null, bylineRole: null },
    });
    await tx.consent.updateMany({
      where: { storyId: id, use: { in: [...optionalUses] }, revokedAt: null },
      data: { anonymous: true },
    });
    return success({ id });
  });
}

/** Allows and revokes the uses beside this site, each by itself. What stays as it was keeps its date. */
export function setConsents(
  viewer: Viewer | null,
  way: string,
  values: ConsentValues,
): Promise<Result<Own>> {
  return withOwnStory(viewer, way, async (tx, story) => {
    const { id: storyId, status, latestRevision, publishedRevision } = story;
    if (status === "WITHDRAWN") return withdrawn();
    // The name that readers see is the one that is meant, while a change of it waits.
    const shown = status === "PUBLISHED" ? publishedRevision : latestRevision;
    const wanted = toConsentRows(values, shown?.bylineName !== null);
    const before = await tx.consent.findMany({
      where: { storyId, use: { in: [...optionalUses] }, revokedAt: null },
      select: { use: true, anonymous: true },
    });
    const now = new Date();
    for (const use of optionalUses) {
      const is = before.find((each) => each.use === use);
      const will = wanted.find((each) => each.use === use);
      if (is?.anonymous === will?.anonymous) continue;
      await tx.consent.upsert({
        where: { storyId_use: { storyId, use } },
        create: { storyId, use, anonymous: will?.anonymous ?? false, grantedAt: now },
        update: will
          ? { anonymous: will.anonymous, grantedAt: now, revokedAt: null }
          : { revokedAt: now },
      });
    }
    return success({ id: storyId });
  });
}

type NewContact = {
  contact: ContactValues;
  /** The client's, for the limit. */
  address: string;
};

/**
 * Keeps, changes or removes the address for mail about this story. A new one is sent the receipt,
 * with the way to the story's page.
 */
export async function setContact(
  viewer: Viewer | null,
  way: string,
  { contact: given, address }: NewContact,
): Promise<Result<Own>> {
  const contact = toContact(given);
  const limited = contact && (await countContact(viewer, way, { email: contact.email, address }));
  if (limited) return limited;
  return withOwnStory(viewer, way, async (tx, { id: storyId, status }) => {
    if (status === "WITHDRAWN") return withdrawn();
    if (!contact) {
      await tx.contact.deleteMany({ where: { storyId } });
      return success({ id: storyId });
    }
    const before = await tx.contact.findUnique({ where: { storyId }, select: { email: true } });
    const kept = { ...contact, locale: currentLocale() };
    await tx.contact.upsert({ where: { storyId }, create: { storyId, ...kept }, update: kept });
    if (before?.email !== contact.email) await mailStoryteller(tx, storyId, { kind: "received" });
    return success({ id: storyId });
  });
}

type Receipt = { email: string; address: string };

/** So that nobody's mail is flooded with receipts. An address that is there already gets none. */
async function countContact(
  viewer: Viewer | null,
  way: string,
  { email, address }: Receipt,
): Promise<Failure | null> {
  const where = ownStoryAt(viewer, way);
  const story = where && (await database().prisma.story.findFirst({ where, select: withContact }));
  if (!story || story.contact?.email === email) return null;
  for (const [limit, key] of [
    ["contact", addressKey(address)],
    ["contact-mailbox", email],
  ] as const) {
    const counted = await consume(limit, key);
    if (!counted.ok) {
      const when = inAWhile(counted.retryAfterSeconds);
      return failure("rate-limited", own.manyAddresses({ when }));
    }
  }
  return null;
}

const withContact = {
  contact: { select: { email: true } },
} as const satisfies Prisma.StorySelect;

const lastDecisionFields = {
  id: true,
  kind: true,
  appeal: { select: { text: true, outcomeId: true } },
  revisionId: true,
  outcomeOf: outcomeFields,
} as const satisfies Prisma.DecisionSelect;

/**
 * Asks for another look at a rejection or a taking down, once for each. `text` is as the schema
 * leaves it. The same appeal sent twice is one.
 */
export function appealStory(
  viewer: Viewer | null,
  way: string,
  text: string,
): Promise<Result<Own>> {
  return withOwnStory(viewer, way, async (tx, { id: storyId, status, waitingSince }) => {
    const last = await tx.decision.findFirst({
      // As the page shows it: the others leave open what can be appealed against.
      where: { storyId, undoneAt: null, kind: { in: lastingKinds } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: lastDecisionFields,
    });
    if (last?.appeal?.text === text && last.appeal.outcomeId === null) {
      return success({ id: storyId });
    }
    const lastDecision = last && {
      kind: last.kind,
      appealed: last.appeal !== null,
      answersAppeal: answersAppeal(last),
    };
    if (!last || !canAppeal({ status, waiting: waitingSince !== null, lastDecision })) {
      return nothingToAppeal(lastDecision);
    }
    const now = new Date();
    await tx.appeal.create({ data: { storyId, decisionId: last.id, text, createdAt: now } });
    await tx.story.update({ where: { id: storyId }, data: { waitingSince: now } });
    return success({ id: storyId });
  });
}

function nothingToAppeal(last: { appealed: boolean; answersAppeal: boolean } | null): Failure {
  if (last?.appealed) return failure("closed", own.appealedAlready());
  return failure("closed", last?.answersAppeal ? own.appealAnswered() : own.appealNoDecision());
}
