import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { openAt } from "#lib/calls/policy.ts";
import { toContentWarnings } from "#lib/content-warnings/schema.ts";
import { Prisma, type Transaction, database } from "#lib/db.ts";
import { transitions } from "#lib/moderation/transitions.ts";
import { addressKey, consume, inAWhile } from "#lib/rate-limit.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";
import { sha256 } from "#lib/secrets.ts";
import { newStoryId } from "#lib/stories/id.ts";
import { weightedLength } from "#lib/stories/length.ts";
import { privateLinkHash, privateLinkToken } from "#lib/stories/private-link.ts";
import type { StoryInput } from "#lib/stories/schema.ts";

type Submission = {
  input: StoryInput;
  /** Of the form, lib/stories/submission-key.ts. */
  key: string;
  callSlug: string;
  /** The client's, for the limit. */
  address: string;
};

/** Takes a story in. The same form sent again leads to the same story. */
export async function submitStory(
  viewer: Viewer | null,
  submission: Submission,
): Promise<Result<{ token: string }>> {
  const sent = await findSent(submission);
  if (sent) return sent;
  // What can't be taken is not counted. Looked at again when it is written.
  const call = await findCall(database().prisma, submission);
  if (!call.ok) return call;
  const limited = await countSubmission(viewer, submission.address);
  // The last one allowed, sent twice at once: the other one was first.
  if (limited) return (await findSent(submission)) ?? limited;
  try {
    return await database().prisma.$transaction((tx) => writeStory(tx, viewer, submission));
  } catch (error) {
    // The theme was removed while this was written.
    if (hasCode(error, "P2003")) return unknownTheme();
    // The same form, sent twice at once: the other one was first.
    const first = hasCode(error, "P2002") ? await findSent(submission) : null;
    if (!first) throw error;
    return first;
  }
}

/** What was sent with this form before, told as if it were sent now; null when nothing was. */
async function findSent({ key, input }: Submission): Promise<Result<{ token: string }> | null> {
  const story = await database().prisma.story.findUnique({
    where: { idempotencyKeyHash: sha256(key) },
    select: {
      revisions: {
        where: { number: 1 },
        select: {
          text: true,
          bylineName: true,
          bylineRole: true,
          subject: true,
          subjectConsent: true,
          theme: { select: { slug: true } },
          warnings: { select: { warning: true, intensity: true }, orderBy: { warning: "asc" } },
        },
      },
    },
  });
  if (!story) return null;
  const { text, bylineName, bylineRole, subject, subjectConsent, theme } = input;
  const warnings = toContentWarnings(input).sort((a, b) => (a.warning < b.warning ? -1 : 1));
  const now = {
    text,
    bylineName,
    bylineRole,
    subject,
    subjectConsent,
    theme: theme && { slug: theme },
    warnings,
  };
  if (isDeepStrictEqual(story.revisions[0], now)) return success({ token: privateLinkToken(key) });
  // A new story on a page that the browser had kept, or one that was corrected after it was sent.
  return failure(
    "already-sent",
    "This form was already sent once. What you wrote now is kept: send it again to make it a story of its own.",
  );
}

async function countSubmission(viewer: Viewer | null, address: string) {
  const keys = [addressKey(address), ...(viewer ? [`account ${viewer.id}`] : [])];
  for (const key of keys) {
    const counted = await consume("submission", key);
    if (!counted.ok) {
      return failure(
        "rate-limited",
        `Many stories came from here in the last hour. Please send yours ${inAWhile(counted.retryAfterSeconds)}. Your words are kept on this page.`,
      );
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
  if (!call) return failure("closed", "This call has closed and takes no more stories.");
  const themeId = call.themes[0]?.id ?? null;
  return input.theme && !themeId ? unknownTheme() : success({ callId: call.id, themeId });
}

async function writeStory(
  tx: Transaction,
  viewer: Viewer | null,
  submission: Submission,
): Promise<Result<{ token: string }>> {
  const call = await findCall(tx, submission);
  if (!call.ok) return call;
  const { callId, themeId } = call.value;
  const { input, key } = submission;
  const token = privateLinkToken(key);
  const warnings = toContentWarnings(input);
  const story = await tx.story.create({
    data: {
      id: newStoryId(),
      callId,
      storytellerId: viewer?.id ?? null,
      idempotencyKeyHash: sha256(key),
      privateLinkHash: sha256(token),
      consents: { create: { use: "SITE" } },
      warnings: { create: warnings },
    },
  });
  const revision = await tx.revision.create({
    data: {
      storyId: story.id,
      number: 1,
      text: input.text,
      weight: weightedLength(input.text),
      themeId,
      bylineName: input.bylineName,
      bylineRole: input.bylineRole,
      subject: input.subject,
      subjectConsent: input.subjectConsent,
      warnings: { create: warnings },
    },
  });
  await tx.story.update({ where: { id: story.id }, data: { latestRevisionId: revision.id } });
  return success({ token });
}

function unknownTheme(): Failure {
  const sentence = "Please choose a theme from the list.";
  return failure("invalid", "Please look at the marked fields.", { theme: [sentence] });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;
}

/**
 * Takes a story back and erases its words, byline, theme and warnings, whom it is about, and what
 * moderators wrote of it. What stays is that there was a story, when, and which decisions were made
 * on it, by whom and for which reason. Withdrawing twice is withdrawing once.
 */
export async function withdrawStory(token: string): Promise<Result<{ id: string }>> {
  const hash = privateLinkHash(token);
  if (!hash) return failure("not-found", "There is no story under this link.");
  return database().prisma.$transaction(async (tx) => {
    const now = new Date();
    await tx.story.updateMany({
      where: { privateLinkHash: hash, status: { in: [...transitions.WITHDRAW.from] } },
      data: { status: transitions.WITHDRAW.to, withdrawnAt: now },
    });
    const story = await tx.story.findUnique({
      where: { privateLinkHash: hash },
      select: { id: true },
    });
    if (!story) return failure("not-found", "There is no story under this link.");
    await tx.revisionWarning.deleteMany({ where: { revision: { storyId: story.id } } });
    await tx.storyWarning.deleteMany({ where: { storyId: story.id } });
    await tx.revision.updateMany({
      where: { storyId: story.id, erasedAt: null },
      data: {
        text: "",
        bylineName: null,
        bylineRole: null,
        themeId: null,
        subject: null,
        subjectConsent: null,
        erasedAt: now,
      },
    });
    await tx.decision.updateMany({
      where: { storyId: story.id },
      data: { message: null, internalNote: null, warnings: [] },
    });
    await tx.consent.updateMany({
      where: { storyId: story.id, revokedAt: null },
      data: { revokedAt: now },
    });
    return success(story);
  });
}
