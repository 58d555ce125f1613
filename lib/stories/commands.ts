import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { openAt } from "#lib/calls/policy.ts";
import { toContentWarnings } from "#lib/content-warnings/schema.ts";
import { Prisma, type Transaction, database } from "#lib/db.ts";
import * as submit from "#lib/generated/messages/submit.ts";
import { currentLocale } from "#lib/locale.ts";
import { mailStoryteller } from "#lib/notifications/story-mail.ts";
import { addressKey, consume, inAWhile } from "#lib/rate-limit.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";
import { readRules } from "#lib/screening/queries.ts";
import { keepMatches, screenStory } from "#lib/screening/screen.ts";
import { senderHash } from "#lib/screening/sender.ts";
import { sha256 } from "#lib/secrets.ts";
import { toConsentRows } from "#lib/stories/consents.ts";
import { toContact } from "#lib/stories/contact.ts";
import { newStoryId } from "#lib/stories/id.ts";
import { LostPicture, lostPicture, takePicture } from "#lib/stories/form-picture.ts";
import { type WordsLookedAt, lookAtWords } from "#lib/stories/look-again.ts";
import { privateLinkToken, wayTo } from "#lib/stories/private-link.ts";
import { contentFields, contentOf, writeRevision } from "#lib/stories/revision.ts";
import type { StoryInput } from "#lib/stories/schema.ts";

export type Sent = {
  /** Of the form, lib/stories/submission-key.ts. */
  key: string;
  /** The client's, for the limit. */
  address: string;
  /** The storyteller's, ISO 3166; null when nothing tells. */
  country: string | null;
};

type Submission = Sent & { input: StoryInput; callSlug: string };

/** Where the storyteller goes on: `/my/<way>`. */
export type OwnWay = { way: string };

/** Takes a story in. The same form sent again leads to the same story. */
export async function submitStory(
  viewer: Viewer | null,
  submission: Submission,
): Promise<Result<OwnWay>> {
  const sent = await findSent(submission);
  if (sent) return sent;
  const words = await lookAtWords(submission);
  if (!words.ok) return words;
  // What can't be taken is not counted. Looked at again when it is written.
  const call = await findCall(database().prisma, submission);
  if (!call.ok) return call;
  const limited = await countSubmission(viewer, submission.address);
  // The last one allowed, sent twice at once: the other one was first.
  if (limited) return (await findSent(submission)) ?? limited;
  const { email } = submission.input;
  // So that nobody's mail is flooded with receipts; the story is taken in all the same.
  const receipt = !email || (await consume("contact-mailbox", email)).ok;
  await readRules();
  try {
    return await database().prisma.$transaction((tx) =>
      writeStory(tx, viewer, { ...submission, receipt }, words.value),
    );
  } catch (error) {
    if (error instanceof LostPicture) return lostPicture();
    // The theme was removed, or the account deleted, while this was written.
    if (hasCode(error, "P2003")) {
      return failure("invalid", submit.changedMeanwhile());
    }
    // The same form, sent twice at once: the other one was first.
    const first = hasCode(error, "P2002") ? await findSent(submission) : null;
    if (!first) throw error;
    return first;
  }
}

/** What was sent with this form before, told as if it were sent now; null when nothing was. */
async function findSent({ key, input }: Submission): Promise<Result<OwnWay> | null> {
  const story = await database().prisma.story.findUnique({
    where: { idempotencyKeyHash: sha256(key) },
    select: {
      id: true,
      idempotencyKeyHash: true,
      privateLinkHash: true,
      privateLinkNumber: true,
      revisions: { where: { number: 1 }, select: contentFields },
    },
  });
  if (!story) return null;
  if (isDeepStrictEqual(story.revisions[0], contentOf(input))) {
    return success({ way: wayTo(story) });
  }
  // A new story on a page that the browser had kept, or one that was corrected after it was sent.
  return failure("already-sent", submit.alreadySent());
}

async function countSubmission(viewer: Viewer | null, address: string) {
  const keys = [addressKey(address), ...(viewer ? [`account ${viewer.id}`] : [])];
  for (const key of keys) {
    const counted = await consume("submission", key);
    if (!counted.ok) {
      const when = inAWhile(counted.retryAfterSeconds);
      return failure("rate-limited", submit.manyStories({ when }));
    }
  }
  return null;
}

type FoundCall = { callId: string; themeId: string | null };

/** The call that a story answers, if it takes stories now and has the theme. */
async function findCall(
  client: Transaction,
  { input, callSlug }: Submission,
): Promise<Result<FoundCall>> {
  const slug = /^[a-z0-9-]{1,60}$/.test(callSlug) ? callSlug : "";
  const call = await client.call.findFirst({
    where: { slug, ...openAt(new Date()) },
    select: { id: true, themes: { where: { slug: input.theme ?? "" }, select: { id: true } } },
  });
  if (!call) return failure("closed", submit.callClosed());
  const themeId = call.themes[0]?.id ?? null;
  return input.theme && !themeId ? unknownTheme() : success({ callId: call.id, themeId });
}

async function writeStory(
  tx: Transaction,
  viewer: Viewer | null,
  submission: Submission & { receipt: boolean },
  { hints, careMark }: WordsLookedAt,
): Promise<Result<OwnWay>> {
  const call = await findCall(tx, submission);
  if (!call.ok) return call;
  const { callId, themeId } = call.value;
  const { input, key, address } = submission;
  const accountId = viewer?.id ?? null;
  const sender = senderHash({ accountId, address });
  const arriving = { input, sender, accountId, isNew: true };
  const screening = await screenStory(tx, arriving);
  if (screening.refusal !== null) return failure("invalid", screening.refusal);
  const now = new Date();
  const link = { idempotencyKeyHash: sha256(key), privateLinkNumber: 0 };
  const token = privateLinkToken(link);
  const contact = toContact(input);
  const { id: storyId } = await tx.story.create({
    data: {
      ...link,
      id: newStoryId(),
      callId,
      storytellerId: accountId,
      senderHash: sender,
      privateLinkHash: sha256(token),
      submittedAt: now,
      waitingSince: now,
      careMark,
      putFirst: screening.putFirst,
      needsTwo: screening.needsTwo,
      consents: { create: [{ use: "SITE" }, ...toConsentRows(input, input.bylineName !== null)] },
      warnings: { create: toContentWarnings(input) },
      ...(contact && { contact: { create: { ...contact, locale: currentLocale() } } }),
    },
    select: { id: true },
  });
  await takePicture(tx, { storyId, key, pictureId: input.pictureId });
  await writeRevision(tx, { storyId, number: 1, themeId, input, hints });
  await keepMatches(tx, { storyId, number: 1 }, screening.matches);
  if (submission.receipt) await mailStoryteller(tx, storyId, { kind: "received" });
  return success({ way: token });
}

export function unknownTheme(): Failure {
  return failure("invalid", submit.lookAtFields(), { theme: [submit.themeUnknown()] });
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;
}
