import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import { type Prisma, database } from "#lib/db.ts";
import type { DecisionKind, Status, Subject, SubjectConsent } from "#lib/generated/prisma/enums.ts";
import { mayAnswer, openAppeal } from "#lib/moderation/appeals.ts";
import { isOwnStory } from "#lib/moderation/policy.ts";
import { findReason } from "#lib/moderation/reasons.ts";
import type { Appealable } from "#lib/moderation/transitions.ts";
import { isStoryId } from "#lib/stories/id.ts";
import { type Finding, readFindings } from "#lib/privacy/findings.ts";
import type { ComparedRevision } from "#lib/stories/difference.ts";
import {
  type StoryPicture,
  asApproved,
  inListOrder,
  revisionFields,
  toShown,
  warningFields,
} from "#lib/stories/queries.ts";

const QUEUE_SIZE = 50;

export type QueueItem = {
  id: string;
  /** ISO 8601. */
  submittedAt: string;
  /** Null when nothing of it waits. */
  waitingSince: string | null;
  /** What waits, or would. */
  waitsFor: "a first reading" | "a change" | "an appeal";
  /** Its words speak of a present wish to die. */
  careMark: boolean;
  text: string;
  weight: number;
  bylineName: string | null;
  bylineRole: string | null;
  theme: { slug: string; title: string } | null;
  picture: StoryPicture | null;
  /** As they would be published: the storyteller's until a moderator decides. */
  warnings: ContentWarning[];
  /** Null: the storyteller did not say. */
  subject: Subject | null;
  subjectConsent: SubjectConsent | null;
};

export type ModerationStory = QueueItem & {
  /** Told by the viewer, who has no say on it. */
  isOwn: boolean;
  revisionId: string;
  revisionNumber: number;
  status: Status;
  publishedAt: string | null;
  storytellerWarnings: ContentWarning[];
  hints: Finding[];
  /** The version before this one: what readers see, or what was decided on. */
  before: ComparedRevision | null;
  latest: ComparedRevision;
  /** In the storyteller's own words. `mayAnswer` is false for the moderator whom it is against. */
  appeal: {
    text: string;
    sentAt: string;
    against: Appealable;
    mayAnswer: boolean;
    againstOwn: boolean;
  } | null;
  /** Oldest first. */
  decisions: {
    kind: DecisionKind;
    reason: string | null;
    message: string | null;
    internalNote: string | null;
    moderator: string;
    decidedAt: string;
    undone: boolean;
  }[];
  /** What else this storyteller sent, when they were signed in. */
  earlier: { published: number; rejected: number } | null;
};

const shownFields = {
  ...revisionFields,
  id: true,
  number: true,
  subject: true,
  subjectConsent: true,
} as const satisfies Prisma.RevisionSelect;

const itemFields = {
  id: true,
  submittedAt: true,
  status: true,
  waitingSince: true,
  careMark: true,
  warnings: warningFields,
  appeals: { where: { outcomeId: null, erasedAt: null }, select: { id: true }, take: 1 },
  latestRevision: { select: shownFields },
  publishedRevision: { select: shownFields },
} as const satisfies Prisma.StorySelect;

/** As much of a revision as two of them are compared by. */
const comparedFields = {
  ...shownFields,
  warnings: warningFields,
  hints: true,
} as const satisfies Prisma.RevisionSelect;

type Waiting = { appeals: unknown[]; latestRevision: { number: number } | null };

function waitsFor({ appeals, latestRevision }: Waiting): QueueItem["waitsFor"] {
  if (appeals.length > 0) return "an appeal";
  return latestRevision && latestRevision.number > 1 ? "a change" : "a first reading";
}

function toItem(row: Prisma.StoryGetPayload<{ select: typeof itemFields }>): QueueItem {
  // A trigger in the database says that every story has a latest revision.
  if (!row.latestRevision) throw new Error(`Story ${row.id} has no revision.`);
  // Of a story that was taken down, what would be put back: a change that waited is not read yet.
  const shown = (row.status === "TAKEN_DOWN" && row.publishedRevision) || row.latestRevision;
  const { id: _id, number: _number, ...revision } = shown;
  const { id, careMark } = row;
  return {
    ...toShown(revision),
    ...{ id, careMark },
    submittedAt: row.submittedAt.toISOString(),
    waitingSince: row.waitingSince?.toISOString() ?? null,
    waitsFor: waitsFor(row),
    warnings: inListOrder(row.warnings),
  };
}

/**
 * What waits: those whose words speak of danger first, then those that have waited longest. Null for
 * those who may not see it.
 */
export async function getQueue(
  viewer: Viewer | null,
): Promise<{ waiting: number; items: QueueItem[] } | null> {
  if (!isModerator(viewer)) return null;
  const where = { waitingSince: { not: null } } as const;
  const [waiting, rows] = await Promise.all([
    database().prisma.story.count({ where }),
    database().prisma.story.findMany({
      where,
      orderBy: [{ careMark: "desc" }, { waitingSince: "asc" }, { id: "asc" }],
      take: QUEUE_SIZE,
      select: itemFields,
    }),
  ]);
  return { waiting, items: rows.map(toItem) };
}

/** Everything a moderator needs to decide on a story. Null when there is none or it is not theirs to see. */
export async function getStoryForModeration(
  viewer: Viewer | null,
  id: string,
): Promise<ModerationStory | null> {
  if (!isModerator(viewer) || !isStoryId(id)) return null;
  const row = await database().prisma.story.findUnique({
    where: { id },
    select: {
      ...itemFields,
      latestRevision: { select: comparedFields },
      // The one that stands, or the one before.
      publishedRevision: { select: comparedFields },
      revisions: { orderBy: { number: "desc" }, skip: 1, take: 1, select: comparedFields },
      publishedAt: true,
      storytellerId: true,
      decisions: {
        orderBy: { createdAt: "asc" },
        select: {
          kind: true,
          reason: true,
          message: true,
          internalNote: true,
          createdAt: true,
          revisionId: true,
          warnings: true,
          undoneAt: true,
          moderator: { select: { name: true, email: true } },
        },
      },
    },
  });
  if (!row?.latestRevision) return null;
  const { status, latestRevision: latest, publishedRevision } = row;
  const standing = row.decisions.filter(({ undoneAt }) => undoneAt === null);
  const isDown = status === "TAKEN_DOWN";
  const changesPublished = publishedRevision !== null && publishedRevision.id !== latest.id;
  const previous = changesPublished ? publishedRevision : row.revisions[0];
  const before = isDown ? null : previous;
  return {
    ...toItem(row),
    isOwn: isOwnStory(viewer, row),
    latest: toShown(latest),
    before: before ? toShown(asApproved(before, standing)) : null,
    revisionId: latest.id,
    revisionNumber: latest.number,
    status,
    hints: readFindings(((isDown && publishedRevision) || latest).hints),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    storytellerWarnings: inListOrder(latest.warnings),
    appeal: await readAppeal(viewer, row),
    decisions: row.decisions.map(
      ({ moderator, reason, createdAt, undoneAt, kind, message, internalNote }) => ({
        ...{ kind, message, internalNote, undone: undoneAt !== null },
        reason: findReason(reason)?.label ?? null,
        moderator: moderator.name ?? moderator.email ?? "A former moderator",
        decidedAt: createdAt.toISOString(),
      }),
    ),
    earlier: row.storytellerId ? await countEarlier(row.storytellerId, id) : null,
  };
}

async function readAppeal(
  viewer: Viewer,
  { id, status }: { id: string; status: Status },
): Promise<ModerationStory["appeal"]> {
  const { prisma } = database();
  const against = status === "TAKEN_DOWN" ? "TAKE_DOWN" : "REJECT";
  const appeal = await openAppeal(prisma, id, against);
  if (!appeal?.text) return null;
  return {
    text: appeal.text,
    sentAt: appeal.createdAt.toISOString(),
    against,
    againstOwn: appeal.decision.moderatorId === viewer.id,
    mayAnswer: await mayAnswer(prisma, viewer, appeal),
  };
}

async function countEarlier(storytellerId: string, id: string) {
  const count = (status: Status) =>
    database().prisma.story.count({ where: { storytellerId, status, id: { not: id } } });
  const [published, rejected] = await Promise.all([count("PUBLISHED"), count("REJECTED")]);
  return { published, rejected };
}
