import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import { type Prisma, database } from "#lib/db.ts";
import type { DecisionKind, Status, Subject, SubjectConsent } from "#lib/generated/prisma/enums.ts";
import { findReason } from "#lib/moderation/reasons.ts";
import { isStoryId } from "#lib/stories/id.ts";
import { inListOrder, revisionFields, warningFields } from "#lib/stories/queries.ts";

const QUEUE_SIZE = 50;

export type QueueItem = {
  id: string;
  /** ISO 8601. */
  submittedAt: string;
  text: string;
  weight: number;
  bylineName: string | null;
  bylineRole: string | null;
  theme: { slug: string; title: string } | null;
  /** As they would be published: the storyteller's until a moderator decides. */
  warnings: ContentWarning[];
  /** Null: the storyteller did not say. */
  subject: Subject | null;
  subjectConsent: SubjectConsent | null;
};

export type ModerationStory = QueueItem & {
  revisionId: string;
  revisionNumber: number;
  status: Status;
  publishedAt: string | null;
  storytellerWarnings: ContentWarning[];
  /** Oldest first. */
  decisions: {
    kind: DecisionKind;
    reason: string | null;
    message: string | null;
    internalNote: string | null;
    moderator: string;
    decidedAt: string;
  }[];
  /** What else this storyteller sent, when they were signed in. */
  earlier: { published: number; rejected: number } | null;
};

const itemFields = {
  id: true,
  submittedAt: true,
  warnings: warningFields,
  latestRevision: {
    select: {
      id: true,
      number: true,
      ...revisionFields,
      subject: true,
      subjectConsent: true,
    },
  },
} as const satisfies Prisma.StorySelect;

function toItem(row: Prisma.StoryGetPayload<{ select: typeof itemFields }>): QueueItem {
  // A trigger in the database says that every story has a latest revision.
  if (!row.latestRevision) throw new Error(`Story ${row.id} has no revision.`);
  const { id: _id, number: _number, ...revision } = row.latestRevision;
  return {
    id: row.id,
    submittedAt: row.submittedAt.toISOString(),
    warnings: inListOrder(row.warnings),
    ...revision,
  };
}

/** The waiting stories, oldest first. Null for those who may not see them. */
export async function getQueue(
  viewer: Viewer | null,
): Promise<{ waiting: number; items: QueueItem[] } | null> {
  if (!isModerator(viewer)) return null;
  const where = { status: "PENDING" } as const;
  const [waiting, rows] = await Promise.all([
    database().prisma.story.count({ where }),
    database().prisma.story.findMany({
      where,
      orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
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
      latestRevision: { select: { ...itemFields.latestRevision.select, warnings: warningFields } },
      status: true,
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
          moderator: { select: { name: true, email: true } },
        },
      },
    },
  });
  if (!row?.latestRevision) return null;
  const { warnings: storytellerWarnings, ...latestRevision } = row.latestRevision;
  return {
    ...toItem({ ...row, latestRevision }),
    revisionId: latestRevision.id,
    revisionNumber: latestRevision.number,
    status: row.status,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    storytellerWarnings: inListOrder(storytellerWarnings),
    decisions: row.decisions.map(({ moderator, reason, createdAt, ...decision }) => ({
      ...decision,
      reason: findReason(reason)?.label ?? null,
      moderator: moderator.name ?? moderator.email ?? "A former moderator",
      decidedAt: createdAt.toISOString(),
    })),
    earlier: row.storytellerId ? await countEarlier(row.storytellerId, id) : null,
  };
}

async function countEarlier(storytellerId: string, id: string) {
  const count = (status: Status) =>
    database().prisma.story.count({ where: { storytellerId, status, id: { not: id } } });
  const [published, rejected] = await Promise.all([count("PUBLISHED"), count("REJECTED")]);
  return { published, rejected };
}
