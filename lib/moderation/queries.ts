import "server-only";
import { nameOf, standIns } from "#lib/accounts/name.ts";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import { type Prisma, type Transaction, database } from "#lib/db.ts";
import type {
  DecisionKind,
  ProposalAnswer,
  Recognisability,
  Status,
  Subject,
  SubjectConsent,
} from "#lib/generated/prisma/enums.ts";
import { mayAnswer, openAppeal } from "#lib/moderation/appeals.ts";
import { endorsementOf } from "#lib/moderation/others/queries.ts";
import { isOwnStory, noteInWords } from "#lib/moderation/policy.ts";
import { readReasons } from "#lib/moderation/reasons/queries.ts";
import { type OfferedReason, offered } from "#lib/moderation/reasons/schema.ts";
import { type Appealable, isTold, toldKinds } from "#lib/moderation/transitions.ts";
import { mayReadNotes } from "#lib/reports/policy.ts";
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

export type QueueItem = {
  id: string;
  /** ISO 8601. */
  submittedAt: string;
  /** Null when nothing of it waits. */
  waitingSince: string | null;
  /** While reports on it are open. */
  reportedSince: string | null;
  /** So many reports came that readers find it behind a gate. */
  gated: boolean;
  /** What waits, or would. "A change": the story comes back after it was decided on. */
  waitsFor: "a first reading" | "a change" | "an appeal" | "an answer to reports";
  /** Its words speak of a present wish to die. */
  careMark: boolean;
  /** A screening rule wants it read soon, or approved by two moderators. */
  putFirst: boolean;
  needsTwo: boolean;
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
  /** The newest of them, oldest first. */
  versions: (ComparedRevision & { sentAt: string })[];
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
    recognisable: Recognisability | null;
    /** Of other words that went along: what the storyteller said to them; null until they do. */
    proposed: { answer: ProposalAnswer | null } | null;
  }[];
  /** The first of two approvals, while the second is awaited. */
  endorsed: { by: string; byViewer: boolean; warnings: ContentWarning[] } | null;
  /** What a decision can be given. */
  reasons: OfferedReason[];
  /**
   * How the other stories of this storyteller stand, when they were signed in: how many, where there
   * are any. Withdrawn ones say nothing.
   */
  earlier: { status: EarlierStatus; count: number }[] | null;
};

const shownFields = {
  ...revisionFields,
  id: true,
  number: true,
  subject: true,
  subjectConsent: true,
} as const satisfies Prisma.RevisionSelect;

/** A story that was decided on comes back, whatever was done with it since; others are new. */
const decidedBefore = { undoneAt: null, kind: { in: toldKinds } } as const;

const itemFields = {
  id: true,
  submittedAt: true,
  status: true,
  waitingSince: true,
  reportedSince: true,
  gatedAt: true,
  careMark: true,
  putFirst: true,
  needsTwo: true,
  warnings: warningFields,
  appeals: { where: { outcomeId: null, erasedAt: null }, select: { id: true }, take: 1 },
  // Not their count: for that, Prisma has the decisions on all stories counted.
  decisions: { where: decidedBefore, select: { id: true }, take: 1 },
  latestRevision: { select: shownFields },
  publishedRevision: { select: shownFields },
} as const satisfies Prisma.StorySelect;

/** So many versions of a story can be compared at the desk; few have more than three. */
const VERSIONS = 20;

/** As much of a revision as two of them are compared by. */
const comparedFields = {
  ...shownFields,
  warnings: warningFields,
  hints: true,
} as const satisfies Prisma.RevisionSelect;

type Waiting = {
  appeals: unknown[];
  waitingSince: Date | null;
  reportedSince: Date | null;
  /** Of `decidedBefore`. */
  decisions: unknown[];
};

function waitsFor(row: Waiting): QueueItem["waitsFor"] {
  const { appeals, waitingSince, reportedSince, decisions } = row;
  if (appeals.length > 0) return "an appeal";
  if (!waitingSince && reportedSince) return "an answer to reports";
  return decisions.length > 0 ? "a change" : "a first reading";
}

type ItemRow = Omit<Prisma.StoryGetPayload<{ select: typeof itemFields }>, "decisions"> & Waiting;

function toItem(row: ItemRow): QueueItem {
  // A trigger in the database says that every story has a latest revision.
  if (!row.latestRevision) throw new Error(`Story ${row.id} has no revision.`);
  // Of a story that was taken down, what would be put back: a change that waited is not read yet.
  const shown = (row.status === "TAKEN_DOWN" && row.publishedRevision) || row.latestRevision;
  const { id: _id, number: _number, ...revision } = shown;
  const { id, careMark, putFirst, needsTwo } = row;
  return {
    ...toShown(revision),
    ...{ id, careMark, putFirst, needsTwo },
    gated: row.gatedAt !== null,
    reportedSince: row.reportedSince?.toISOString() ?? null,
    submittedAt: row.submittedAt.toISOString(),
    waitingSince: row.waitingSince?.toISOString() ?? null,
    waitsFor: waitsFor(row),
    warnings: inListOrder(row.warnings),
  };
}

/** These stories as the queue lists them, in this order. */
export async function readItems(client: Transaction, ids: string[]): Promise<QueueItem[]> {
  const rows = await client.story.findMany({ where: { id: { in: ids } }, select: itemFields });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []).map(toItem);
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
      revisions: {
        orderBy: { number: "desc" },
        take: VERSIONS,
        select: { ...comparedFields, createdAt: true },
      },
      publishedAt: true,
      storytellerId: true,
      decisions: {
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: {
          kind: true,
          reason: true,
          message: true,
          internalNote: true,
          createdAt: true,
          revisionId: true,
          warnings: true,
          undoneAt: true,
          recognisable: true,
          moderatorId: true,
          proposal: { select: { answer: true } },
          moderator: { select: { name: true, email: true } },
        },
      },
    },
  });
  if (!row?.latestRevision) return null;
  const reasons = await readReasons();
  const { status, latestRevision: latest, publishedRevision } = row;
  const standing = row.decisions.filter(({ undoneAt }) => undoneAt === null);
  const isDown = status === "TAKEN_DOWN";
  const changesPublished = publishedRevision !== null && publishedRevision.id !== latest.id;
  const previous = changesPublished ? publishedRevision : row.revisions[1];
  const before = isDown ? null : previous;
  return {
    ...toItem({ ...row, decisions: standing.filter(({ kind }) => isTold(kind)) }),
    isOwn: isOwnStory(viewer, row),
    latest: toShown(latest),
    before: before ? toShown(asApproved(before, standing)) : null,
    versions: row.revisions.toReversed().map(({ createdAt, ...revision }) => ({
      ...toShown(asApproved(revision, standing)),
      sentAt: createdAt.toISOString(),
    })),
    revisionId: latest.id,
    revisionNumber: latest.number,
    status,
    hints: readFindings(((isDown && publishedRevision) || latest).hints),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    storytellerWarnings: inListOrder(latest.warnings),
    appeal: await readAppeal(viewer, row),
    decisions: row.decisions.map(
      ({ moderator, reason, createdAt, undoneAt, proposal, ...decision }) => ({
        ...{ kind: decision.kind, message: decision.message, undone: undoneAt !== null },
        internalNote: mayReadNotes(viewer, row) ? noteInWords(decision.internalNote) : null,
        recognisable: decision.recognisable,
        proposed: proposal,
        reason: reasons.get(reason ?? "")?.label ?? null,
        moderator: nameOf(moderator, standIns.former),
        decidedAt: createdAt.toISOString(),
      }),
    ),
    reasons: offered(reasons),
    endorsed: endorsement(viewer, standing, latest.id),
    earlier: row.storytellerId ? await countEarlier(row.storytellerId, id) : null,
  };
}

type Standing = {
  kind: DecisionKind;
  revisionId: string;
  warnings: Prisma.JsonValue;
  moderatorId: string;
  moderator: { name: string | null; email: string | null };
};

function endorsement(
  viewer: Viewer,
  standing: readonly Standing[],
  revisionId: string,
): ModerationStory["endorsed"] {
  const first = endorsementOf(standing, revisionId);
  if (!first) return null;
  return {
    by: nameOf(first.moderator, standIns.another),
    byViewer: first.moderatorId === viewer.id,
    warnings: first.warnings as ContentWarning[],
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

/** What was decided, and then what waits. */
const earlierStatuses = [
  "PUBLISHED",
  "CHANGES_REQUESTED",
  "REJECTED",
  "TAKEN_DOWN",
  "PENDING",
] as const satisfies readonly Status[];

export type EarlierStatus = (typeof earlierStatuses)[number];

async function countEarlier(storytellerId: string, id: string) {
  const groups = await database().prisma.story.groupBy({
    by: ["status"],
    where: { storytellerId, id: { not: id } },
    _count: true,
  });
  const counts = new Map(groups.map(({ status, _count }) => [status, _count]));
  return earlierStatuses.flatMap((status) => {
    const count = counts.get(status);
    return count ? { status, count } : [];
  });
}
