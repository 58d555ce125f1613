import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { type ContentWarning, isAsStrong, strongest } from "#lib/content-warnings/list.ts";
import { toContentWarnings } from "#lib/content-warnings/schema.ts";
import { type Transaction, database } from "#lib/db.ts";
import * as submit from "#lib/generated/messages/submit.ts";
import type { Status } from "#lib/generated/prisma/enums.ts";
import { transitions } from "#lib/moderation/transitions.ts";
import { addressKey, consume, inAWhile } from "#lib/rate-limit.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";
import { readRules } from "#lib/screening/queries.ts";
import { keepMatches, screenStory } from "#lib/screening/screen.ts";
import { type OwnWay, type Sent, hasCode, unknownTheme } from "#lib/stories/commands.ts";
import { LostPicture, lostPicture, takePicture } from "#lib/stories/form-picture.ts";
import { type WordsLookedAt, lookAtWords } from "#lib/stories/look-again.ts";
import { ownStoryAt } from "#lib/stories/private-link.ts";
import { answerByChanging } from "#lib/stories/proposals/commands.ts";
import {
  baseOf,
  byName,
  contentFields,
  contentOf,
  warningsToChange,
  writeRevision,
} from "#lib/stories/revision.ts";
import type { WordsInput } from "#lib/stories/schema.ts";

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
    return failure("closed", submit.changeClosed());
  }
  const sent = contentOf(change.input);
  if (story.base !== change.base) {
    // The same form sent twice, or one on a page that was left open.
    if (isDeepStrictEqual(story.content, sent)) return done;
    return failure("out-of-date", submit.changeOutOfDate());
  }
  if (isDeepStrictEqual({ ...story.content, warnings: story.warningsNow }, sent)) {
    return failure("invalid", submit.changeOfNothing());
  }
  const words = await lookAtWords(change);
  if (!words.ok) return words;
  const counted = await consume("change", addressKey(change.address));
  if (!counted.ok) {
    const when = inAWhile(counted.retryAfterSeconds);
    return failure("rate-limited", submit.manyChanges({ when }));
  }
  await readRules();
  try {
    const written = await database().prisma.$transaction((tx) =>
      writeChange(tx, viewer, { story, to, change, words: words.value }),
    );
    if (!written.ok) return written;
    // Of two at once, the other one was first: told as above.
    return written.value ? done : changeStory(viewer, change);
  } catch (error) {
    if (error instanceof LostPicture) return lostPicture();
    if (error instanceof UnknownTheme || hasCode(error, "P2003")) return unknownTheme();
    throw error;
  }
}

function unknownStory(): Failure {
  return failure("not-found", submit.noStory());
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
      storytellerId: true,
      senderHash: true,
      status: true,
      waitingSince: true,
      gatedAt: true,
      careMark: true,
      latestRevisionId: true,
      publishedRevisionId: true,
      // In one order, so that two readings of the same are the same.
      warnings: { select: { warning: true, intensity: true }, orderBy: { warning: "asc" } },
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

/** Whether it was written: not when the story is no longer as it was read. */
async function writeChange(
  tx: Transaction,
  viewer: Viewer | null,
  { story, to, change, words }: Writing,
): Promise<Result<boolean>> {
  const { input, key } = change;
  const { id: storyId, status, waitingSince } = story;
  await tx.$executeRaw`SELECT FROM "Story" WHERE "id" = ${storyId} FOR NO KEY UPDATE`;
  // A moderator may have decided, and warned, meanwhile; the name may be gone, or the account.
  const locked = await findForChange(tx, viewer, change.way);
  if (!isDeepStrictEqual(locked, story)) return success(false);
  const atOnce = onlyAddsWarnings(story, input);
  const { refusal, matches, ...desk } = await screenStory(tx, {
    input,
    sender: story.senderHash,
    accountId: story.storytellerId,
    isNew: false,
  });
  // A moderator has approved these very words, and readers are better off with the warnings.
  if (refusal !== null && !atOnce) return failure("invalid", refusal);
  const theme =
    input.theme === null
      ? null
      : await tx.theme.findUnique({
          where: { callId_slug: { callId: story.callId, slug: input.theme } },
          select: { id: true },
        });
  if (input.theme !== null && !theme) throw new UnknownTheme();
  await takePicture(tx, { storyId, key, pictureId: input.pictureId });
  await answerByChanging(tx, storyId);
  const number = story.number + 1;
  await writeRevision(
    tx,
    { storyId, number, themeId: theme?.id ?? null, input, hints: words.hints },
    (revisionId) => ({
      status: to,
      // Who was to be read first still is, until someone has.
      careMark: words.careMark || (story.careMark && waitingSince !== null),
      // Who waits already keeps their place.
      waitingSince: waitingSince ?? (atOnce ? null : new Date()),
      ...(atOnce ? { publishedRevisionId: revisionId } : desk),
    }),
  );
  await keepMatches(tx, { storyId, number }, matches);
  const now = toContentWarnings(input);
  // Readers are warned at once; they are unwarned by a moderator.
  const shown = status === "PUBLISHED" ? strongest(story.warnings, now) : now;
  await tx.storyWarning.deleteMany({ where: { storyId } });
  await tx.storyWarning.createMany({ data: shown.map((each) => ({ storyId, ...each })) });
  return success(true);
}

/**
 * Of a published story, with nothing else waiting: its words are those that a moderator approved. One
 * that readers have reported is looked at again.
 */
function onlyAddsWarnings(story: StoryForChange, input: WordsInput): boolean {
  if (story.gatedAt !== null) return false;
  if (story.status !== "PUBLISHED" || story.latestRevisionId !== story.publishedRevisionId)
    return false;
  const { warnings: _then, ...content } = story.content;
  const { warnings: _now, ...sent } = contentOf(input);
  return isDeepStrictEqual(content, sent) && isAsStrong(toContentWarnings(input), story.warnings);
}
