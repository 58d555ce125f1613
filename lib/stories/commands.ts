import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { openAt } from "#lib/calls/policy.ts";
import { type ContentWarning, isAsStrong, strongest } from "#lib/content-warnings/list.ts";
import { toContentWarnings } from "#lib/content-warnings/schema.ts";
import { Prisma, type Transaction, database } from "#lib/db.ts";
import type { Status } from "#lib/generated/prisma/enums.ts";
import { transitions } from "#lib/moderation/transitions.ts";
import { mailStoryteller } from "#lib/notifications/story-mail.ts";
import { attachPicture } from "#lib/pictures/commands.ts";
import { findingKinds } from "#lib/privacy/findings.ts";
import { addressKey, consume, inAWhile } from "#lib/rate-limit.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";
import { sha256 } from "#lib/secrets.ts";
import { toConsentRows } from "#lib/stories/consents.ts";
import { toContact } from "#lib/stories/contact.ts";
import { newStoryId } from "#lib/stories/id.ts";
import { type WordsLookedAt, asksToLookAgain, lookAt, refusedIn } from "#lib/stories/look-again.ts";
import { ownStoryAt, privateLinkToken, wayTo } from "#lib/stories/private-link.ts";
import {
  baseOf,
  byName,
  contentFields,
  contentOf,
  warningsToChange,
  writeRevision,
} from "#lib/stories/revision.ts";
import type { StoryInput, WordsInput } from "#lib/stories/schema.ts";

type Sent = {
  /** Of the form, lib/stories/submission-key.ts. */
  key: string;
  /** The client's, for the limit. */
  address: string;
  /** The storyteller's, ISO 3166; null when nothing tells. */
  country: string | null;
};

type Submission = Sent & { input: StoryInput; callSlug: string };

/** Where the storyteller goes on: `/my/<way>`. */
type OwnWay = { way: string };

/** Takes a story in. The same form sent again leads to the same story. */
export async function submitStory(
  viewer: Viewer | null,
  submission: Submission,
): Promise<Result<OwnWay>> {
  const sent = await findSent(submission);
  if (sent) return sent;
  const words = lookAtWords(submission);
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
  try {
    return await database().prisma.$transaction((tx) =>
      writeStory(tx, viewer, { ...submission, receipt }, words.value),
    );
  } catch (error) {
    if (error instanceof LostPicture) return lostPicture();
    // The theme was removed, or the account deleted, while this was written.
    if (hasCode(error, "P2003")) {
      return failure(
        "invalid",
        "Something changed here while your story arrived. Please send it once more: your words are kept on this page.",
      );
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
  return failure(
    "already-sent",
    "This form was already sent once. What you wrote now is kept: send it again to make it a story of its own.",
  );
}

/** Refuses what can't be published; asks once about what could make someone recognisable. */
function lookAtWords({ input, country }: Sent & { input: WordsInput }): Result<WordsLookedAt> {
  const words = lookAt(input.text, country);
  const refused: Record<string, string[]> = {};
  for (const field of ["text", "pictureAlt", "bylineName", "bylineRole"] as const) {
    const [first] = field === "text" ? words.refused : refusedIn(input[field] ?? "", country);
    if (first) refused[field] = [findingKinds[first.kind].sentence];
  }
  if (Object.keys(refused).length > 0) {
    return failure(
      "invalid",
      "Your story is not sent yet. Please look at the marked fields.",
      refused,
    );
  }
  if (asksToLookAgain(input, words)) {
    return failure("look-again", "Please look again before it goes out.");
  }
  return success(words);
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
  submission: Submission & { receipt: boolean },
  { hints, careMark }: WordsLookedAt,
): Promise<Result<OwnWay>> {
  const call = await findCall(tx, submission);
  if (!call.ok) return call;
  const { callId, themeId } = call.value;
  const { input, key } = submission;
  const now = new Date();
  const link = { idempotencyKeyHash: sha256(key), privateLinkNumber: 0 };
  const token = privateLinkToken(link);
  const contact = toContact(input);
  const { id: storyId } = await tx.story.create({
    data: {
      ...link,
      id: newStoryId(),
      callId,
      storytellerId: viewer?.id ?? null,
      privateLinkHash: sha256(token),
      submittedAt: now,
      waitingSince: now,
      careMark,
      consents: { create: [{ use: "SITE" }, ...toConsentRows(input, input.bylineName !== null)] },
      warnings: { create: toContentWarnings(input) },
      ...(contact && { contact: { create: contact } }),
    },
    select: { id: true },
  });
  await takePicture(tx, { storyId, key, pictureId: input.pictureId });
  await writeRevision(tx, { storyId, number: 1, themeId, input, hints });
  if (submission.receipt) await mailStoryteller(tx, storyId, { kind: "received" });
  return success({ way: token });
}

/** The picture is no longer there: unsent ones are kept for a day. */
class LostPicture extends Error {}

function lostPicture(): Failure {
  const sentence = "The picture is no longer here. Please choose it again, or send without it.";
  return failure("invalid", "Please look at the marked fields.", { picture: [sentence] });
}

type PictureOfForm = { storyId: string; key: string; pictureId: string | null };

/** Makes the picture that came with a form this story's. Throws, to undo all, when it can't. */
async function takePicture(tx: Transaction, { storyId, key, pictureId }: PictureOfForm) {
  if (!pictureId) return;
  if (await tx.picture.count({ where: { id: pictureId, storyId } })) return;
  if (!(await attachPicture(tx, { pictureId, key, storyId }))) throw new LostPicture();
}

type Change = Sent & {
  /** What stands after `/my/`. */
  way: string;
  /** What the form was filled from, as `baseOf` says. */
  base: string;
  input: WordsInput;
};

/**
 * Writes a new version of one's own story. It waits for a moderator; of a published story the old
 * one stands meanwhile. Content warnings that are added to a published story count at once.
 */
export async function changeStory(
  viewer: Viewer | null,
  change: Change,
): Promise<Result<OwnWay & { id: string }>> {
  const story = await findForChange(database().prisma, viewer, change.way);
  if (!story) return unknownStory();
  const done = success({ way: change.way, id: story.id });
  const to = transitions.CHANGE[story.status];
  if (!to) {
    return failure(
      "closed",
      "This story can’t be changed any more. Its page says what can be done.",
    );
  }
  const sent = contentOf(change.input);
  if (story.base !== change.base) {
    // The same form sent twice, or one on a page that was left open.
    if (isDeepStrictEqual(story.content, sent)) return done;
    return failure(
      "out-of-date",
      "This story was changed in another window since you opened this page. Your words are kept here: send them again to put them in place of the newer ones.",
    );
  }
  if (isDeepStrictEqual({ ...story.content, warnings: story.warningsNow }, sent)) {
    return failure("invalid", "Nothing is changed yet. Change what you like, then send it.");
  }
  const words = lookAtWords(change);
  if (!words.ok) return words;
  const counted = await consume("change", addressKey(change.address));
  if (!counted.ok) {
    return failure(
      "rate-limited",
      `Many changes came from here in the last hour. Please send yours ${inAWhile(counted.retryAfterSeconds)}. Your words are kept on this page.`,
    );
  }
  try {
    const written = await database().prisma.$transaction((tx) =>
      writeChange(tx, viewer, { story, to, change, words: words.value }),
    );
    // Of two at once, the other one was first: told as above.
    return written ? done : changeStory(viewer, change);
  } catch (error) {
    if (error instanceof LostPicture) return lostPicture();
    if (error instanceof UnknownTheme || hasCode(error, "P2003")) return unknownTheme();
    throw error;
  }
}

function unknownStory(): Failure {
  return failure("not-found", "There is no story under this link.");
}

type StoryForChange = NonNullable<Awaited<ReturnType<typeof findForChange>>>;

async function findForChange(client: Transaction, viewer: Viewer | null, way: string) {
  const where = ownStoryAt(viewer, way);
  if (!where) return null;
  const row = await client.story.findFirst({
    where,
    select: {
      id: true,
      callId: true,
      status: true,
      waitingSince: true,
      careMark: true,
      latestRevisionId: true,
      publishedRevisionId: true,
      warnings: { select: { warning: true, intensity: true } },
      latestRevision: { select: { id: true, number: true, ...contentFields } },
    },
  });
  if (!row?.latestRevision) return null;
  const { latestRevision, warnings, ...story } = row;
  const { id: _id, number, ...content } = latestRevision;
  return {
    ...story,
    base: baseOf(latestRevision),
    warnings: warnings as ContentWarning[],
    warningsNow: byName(warningsToChange(row, latestRevision)),
    number,
    content,
  };
}

class UnknownTheme extends Error {}

type Writing = { story: StoryForChange; to: Status; change: Change; words: WordsLookedAt };

/** False when the story is no longer as it was read. */
async function writeChange(
  tx: Transaction,
  viewer: Viewer | null,
  { story, to, change, words }: Writing,
) {
  const { input, key } = change;
  const { id: storyId, status, waitingSince } = story;
  await tx.$executeRaw`SELECT FROM "Story" WHERE "id" = ${storyId} FOR NO KEY UPDATE`;
  // A moderator may have decided, and warned, meanwhile; the name may be gone, or the account.
  const locked = await findForChange(tx, viewer, change.way);
  if (!isDeepStrictEqual(locked, story)) return false;
  const atOnce = onlyAddsWarnings(story, input);
  const theme =
    input.theme === null
      ? null
      : await tx.theme.findUnique({
          where: { callId_slug: { callId: story.callId, slug: input.theme } },
          select: { id: true },
        });
  if (input.theme !== null && !theme) throw new UnknownTheme();
  await takePicture(tx, { storyId, key, pictureId: input.pictureId });
  await writeRevision(
    tx,
    { storyId, number: story.number + 1, themeId: theme?.id ?? null, input, hints: words.hints },
    (revisionId) => ({
      status: to,
      // Who was to be read first still is, until someone has.
      careMark: words.careMark || (story.careMark && waitingSince !== null),
      // Who waits already keeps their place.
      waitingSince: waitingSince ?? (atOnce ? null : new Date()),
      ...(atOnce && { publishedRevisionId: revisionId }),
    }),
  );
  const now = toContentWarnings(input);
  // Readers are warned at once; they are unwarned by a moderator.
  const shown = status === "PUBLISHED" ? strongest(story.warnings, now) : now;
  await tx.storyWarning.deleteMany({ where: { storyId } });
  await tx.storyWarning.createMany({ data: shown.map((each) => ({ storyId, ...each })) });
  return true;
}

/** Of a published story, with nothing else waiting: its words are those that a moderator approved. */
function onlyAddsWarnings(story: StoryForChange, input: WordsInput): boolean {
  if (story.status !== "PUBLISHED" || story.latestRevisionId !== story.publishedRevisionId)
    return false;
  const { warnings: _then, ...content } = story.content;
  const { warnings: _now, ...sent } = contentOf(input);
  return isDeepStrictEqual(content, sent) && isAsStrong(toContentWarnings(input), story.warnings);
}

function unknownTheme(): Failure {
  const sentence = "Please choose a theme from the list.";
  return failure("invalid", "Please look at the marked fields.", { theme: [sentence] });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;
}
