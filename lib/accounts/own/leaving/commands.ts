import "server-only";
import type { Choice, Leaving } from "#lib/accounts/own/leaving/schema.ts";
import { type ListedStory, listedFields, toListed } from "#lib/accounts/own/queries.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { type Prisma, type Transaction, database } from "#lib/db.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { pageUrl } from "#lib/notifications/page-url.ts";
import { type Result, failure, success } from "#lib/result.ts";
import { sha256 } from "#lib/secrets.ts";
import { eraseStory } from "#lib/stories/own/commands.ts";
import { privateLinkToken } from "#lib/stories/private-link.ts";

/** A story that stays as Anonymous, with the only way back to it that there is from now on. */
export type KeptStory = ListedStory & { link: string };

export type Left = {
  withdrawn: number;
  /** Newest first. */
  kept: KeptStory[];
  /** The ids of what public pages showed and now show otherwise, or not at all. */
  changed: string[];
};

const unknown = () => failure("not-found", accounts.signedOut());

/**
 * Deletes the viewer's account for good: of each story what they chose, then everything that says
 * who they are. All of it or, when anything is in the way, nothing.
 */
export async function deleteAccount(
  viewer: Viewer | null,
  leaving: Leaving,
): Promise<Result<Left>> {
  if (!viewer) return unknown();
  // Withdrawing is a dozen statements for each story: more than the 5 s that Prisma gives otherwise.
  return database().prisma.$transaction((tx) => leave(tx, viewer.id, leaving), {
    timeout: 120_000,
  });
}

async function leave(tx: Transaction, userId: string, leaving: Leaving): Promise<Result<Left>> {
  const user = await lockUser(tx, userId);
  if (!user) return unknown();
  if (user.isLastAdmin) return isLastAdmin();
  // Locked in the order of their ids: what else happens to them waits, or has happened.
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Story" WHERE "storytellerId" = ${userId} AND "status" <> 'WITHDRAWN'
    ORDER BY "id" FOR NO KEY UPDATE`;
  const ids = rows.map(({ id }) => id);
  const chosen = (id: string): Choice | null => leaving.stories[id] ?? leaving.rest;
  if (ids.some((id) => chosen(id) === null)) return undecided();

  const withdraw = ids.filter((id) => chosen(id) === "WITHDRAW");
  const keep = ids.filter((id) => chosen(id) === "KEEP");
  const published = await tx.story.findMany({
    where: { id: { in: ids }, status: "PUBLISHED" },
    select: { id: true },
  });
  for (const id of withdraw) await eraseStory(tx, id);
  const kept = await keepAsAnonymous(tx, keep);
  await eraseUser(tx, { id: userId, email: user.email });
  return success({
    withdrawn: withdraw.length,
    kept,
    changed: published.map(({ id }) => id),
  });
}

type LockedUser = { email: string | null; isLastAdmin: boolean };

/**
 * Holds the user, and every admin with them: of two admins who leave at once, the second waits here
 * and finds that they are the last. The order is that of lib/accounts/team/commands.ts.
 */
async function lockUser(tx: Transaction, userId: string): Promise<LockedUser | null> {
  // Not so firmly that they can't decide on stories meanwhile: a decision names its moderator.
  const users = await tx.$queryRaw<{ id: string; email: string | null; admin: boolean }[]>`
    SELECT "id", "email", "role" = 'ADMIN' AS "admin" FROM "User"
    WHERE "id" = ${userId} OR "role" = 'ADMIN' ORDER BY "id" FOR NO KEY UPDATE`;
  const user = users.find(({ id }) => id === userId);
  if (!user) return null;
  // The one that goes, firmly: nothing new is theirs from here on.
  await tx.$executeRaw`SELECT FROM "User" WHERE "id" = ${userId} FOR UPDATE`;
  const isLast = user.admin && users.filter(({ admin }) => admin).length === 1;
  return { email: user.email, isLastAdmin: isLast };
}

const isLastAdmin = () => failure("invalid", accounts.lastAdmin());

const undecided = () => failure("invalid", accounts.undecided());

const keptFields = {
  ...listedFields,
  idempotencyKeyHash: true,
  privateLinkHash: true,
  privateLinkNumber: true,
} as const satisfies Prisma.StorySelect;

/**
 * Takes the storyteller's name from stories that stay, everywhere it may be shown, and what could
 * be written to. Each has a private link afterwards.
 */
async function keepAsAnonymous(tx: Transaction, ids: string[]): Promise<KeptStory[]> {
  const ofThese = { storyId: { in: ids } };
  await tx.revision.updateMany({
    where: { ...ofThese, OR: [{ bylineName: { not: null } }, { bylineRole: { not: null } }] },
    data: { bylineName: null, bylineRole: null },
  });
  await tx.consent.updateMany({
    where: { ...ofThese, use: { not: "SITE" } },
    data: { anonymous: true },
  });
  await tx.contact.deleteMany({ where: ofThese });
  const stories = await tx.story.findMany({
    where: { id: { in: ids } },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    select: keptFields,
  });
  const kept: KeptStory[] = [];
  for (const story of stories) kept.push({ ...toListed(story), link: await linkOf(tx, story) });
  return kept;
}

type KeptRow = Prisma.StoryGetPayload<{ select: typeof keptFields }>;

/** The private link that works; a new one where there is none, or where it can't be told again. */
async function linkOf(tx: Transaction, story: KeptRow): Promise<string> {
  const { id, idempotencyKeyHash, privateLinkHash, privateLinkNumber } = story;
  let token = privateLinkToken(story);
  if (!privateLinkHash || !Buffer.from(privateLinkHash).equals(sha256(token))) {
    const number = privateLinkNumber + 1;
    token = privateLinkToken({ idempotencyKeyHash, privateLinkNumber: number });
    await tx.story.update({
      where: { id },
      data: { privateLinkNumber: number, privateLinkHash: sha256(token) },
    });
  }
  return pageUrl(`/my/${token}`);
}

/**
 * Erases who someone is. Decisions are there for good and say who made them: of a former moderator
 * a row stays that tells nothing.
 */
async function eraseUser(tx: Transaction, { id, email }: { id: string; email: string | null }) {
  await tx.story.updateMany({
    where: { storytellerId: id },
    data: { storytellerId: null, senderHash: null },
  });
  if (email) {
    await tx.verificationToken.deleteMany({ where: { identifier: email } });
    // Also where they gave it for a story that they sent without signing in.
    await tx.contact.deleteMany({ where: { email } });
  }
  if ((await tx.decision.count({ where: { moderatorId: id } })) === 0) {
    await tx.user.delete({ where: { id } });
    return;
  }
  await tx.session.deleteMany({ where: { userId: id } });
  await tx.account.deleteMany({ where: { userId: id } });
  await tx.deskDay.deleteMany({ where: { userId: id } });
  await tx.claim.deleteMany({ where: { moderatorId: id } });
  await tx.passedOver.deleteMany({ where: { moderatorId: id } });
  await tx.helpline.updateMany({ where: { checkedById: id }, data: { checkedById: null } });
  await tx.user.update({
    where: { id },
    data: {
      ...{ name: null, email: null, emailVerified: null, image: null },
      ...{ role: "STORYTELLER", avoids: [] },
    },
  });
}
