import "server-only";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import { type Prisma, database } from "#lib/db.ts";
import type { DecisionKind, Status } from "#lib/generated/prisma/enums.ts";
import { readReasons } from "#lib/moderation/reasons/queries.ts";
import { type ToldKind, toldKinds } from "#lib/moderation/transitions.ts";
import { type ConsentValues, toConsentValues } from "#lib/stories/consents.ts";
import type { ContactValues } from "#lib/stories/contact.ts";
import type { ComparedRevision } from "#lib/stories/difference.ts";
import { countMiss } from "#lib/stories/own/guesses.ts";
import {
  type ChangeAnswer,
  type OwnDecision,
  type OwnStep,
  historyOf,
} from "#lib/stories/own/history.ts";
import {
  answersAppeal,
  canAppeal,
  canChange,
  canWithdraw,
  outcomeFields,
} from "#lib/stories/own/policy.ts";
import type { Visit } from "#lib/stories/own/visit.ts";
import { lastingKinds, openProposal, publishesAtOnce } from "#lib/stories/proposals/policy.ts";
import { ownStoryAt, privateLinkHash, privateLinkToken } from "#lib/stories/private-link.ts";
import {
  type StoryPicture,
  asApproved,
  inListOrder,
  revisionFields,
  toShown,
  warningFields,
} from "#lib/stories/queries.ts";

export type OwnRevision = ComparedRevision & {
  id: string;
  number: number;
  weight: number;
  theme: { slug: string; title: string } | null;
  warnings: ContentWarning[];
  picture: StoryPicture | null;
  /** ISO 8601. */
  sentAt: string;
};

/** Words that a moderator proposes, to be answered. */
export type OwnProposal = {
  /** Which one it is: the decision that it came with. */
  decisionId: string;
  text: string;
  /** Whether accepting it publishes it; otherwise it waits for a moderator. */
  publishesAtOnce: boolean;
};

/** A story as its storyteller sees it. Times are ISO 8601. */
export type OwnStory = {
  id: string;
  /** What stands after `/my/` for whoever asked. */
  way: string;
  status: Status;
  /** What of it waits for a moderator. */
  waitingFor: "story" | "change" | "appeal" | null;
  waitingSince: string | null;
  /** Its words speak of a present wish to die. */
  careMark: boolean;
  publishedAt: string | null;
  withdrawnAt: string | null;
  latest: OwnRevision;
  /** What readers see; null unless it is published. */
  published: OwnRevision | null;
  /** As readers see them, or would. */
  warnings: ContentWarning[];
  /** Oldest first. */
  history: OwnStep<OwnRevision>[];
  lastDecision: OwnDecision | null;
  /** A moderator asked for a change of what stands last, and the storyteller has not answered. */
  asked: boolean;
  proposal: OwnProposal | null;
  can: { change: boolean; appeal: boolean; withdraw: boolean; becomeAnonymous: boolean };
  /** Whether a name would stand with it. */
  hasByline: boolean;
  consents: ConsentValues;
  contact: ContactValues | null;
  /** The token of its private link; null once the story is claimed into an account, or when it can't be told. */
  privateLink: string | null;
};

const ownFields = {
  id: true,
  status: true,
  storytellerId: true,
  waitingSince: true,
  careMark: true,
  needsTwo: true,
  reportedSince: true,
  gatedAt: true,
  publishedAt: true,
  withdrawnAt: true,
  latestRevisionId: true,
  publishedRevisionId: true,
  idempotencyKeyHash: true,
  privateLinkHash: true,
  privateLinkNumber: true,
  warnings: warningFields,
  revisions: {
    orderBy: { number: "asc" },
    select: {
      ...revisionFields,
      id: true,
      number: true,
      subject: true,
      subjectConsent: true,
      warnings: warningFields,
      createdAt: true,
    },
  },
  decisions: {
    where: { undoneAt: null, kind: { in: toldKinds } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      kind: true,
      revisionId: true,
      warnings: true,
      reason: true,
      message: true,
      createdAt: true,
      appeal: { select: { id: true } },
      outcomeOf: outcomeFields,
      proposal: {
        select: {
          decisionId: true,
          text: true,
          publishAtOnce: true,
          answer: true,
          answeredAt: true,
        },
      },
      // To tell what accepting does; the storyteller is not told who.
      moderator: { select: { id: true, role: true, name: true, email: true } },
    },
  },
  appeals: {
    orderBy: { createdAt: "asc" },
    select: { text: true, outcomeId: true, createdAt: true },
  },
  consents: { where: { revokedAt: null }, select: { use: true, anonymous: true } },
  contact: { select: { email: true, editorsMayWrite: true } },
} as const satisfies Prisma.StorySelect;

type OwnRow = Prisma.StoryGetPayload<{ select: typeof ownFields }>;

/** The story behind `/my/<way>`. Never cached. */
export async function getOwnStory({ viewer, way, address }: Visit): Promise<OwnStory | null> {
  const where = ownStoryAt(viewer, way);
  if (!where) return null;
  const row = await database().prisma.story.findFirst({ where, select: ownFields });
  if (row) return toOwnStory(row, way, await readReasons());
  await countMiss(address);
  return null;
}

function toOwnStory(row: OwnRow, way: string, reasons: Reasons): OwnStory {
  const revisions = row.revisions.map(toRevision);
  const latest = revisions.find(({ id }) => id === row.latestRevisionId);
  // A trigger in the database says that every story has a latest revision.
  if (!latest) throw new Error(`Story ${row.id} has no revision.`);
  const published =
    row.status === "PUBLISHED"
      ? (revisions.find(({ id }) => id === row.publishedRevisionId) ?? null)
      : null;
  const decisions = row.decisions.map((decision) => toDecision(decision, reasons));
  const last = row.decisions.findLast(({ kind }) => isLasting(kind));
  const standing = { status: row.status, waiting: row.waitingSince !== null };
  const lastDecision = last && {
    kind: last.kind,
    appealed: last.appeal !== null,
    answersAppeal: answersAppeal(last),
  };
  return {
    id: row.id,
    way,
    status: row.status,
    waitingFor: waitingFor(row),
    waitingSince: iso(row.waitingSince),
    careMark: row.careMark,
    publishedAt: iso(row.publishedAt),
    withdrawnAt: iso(row.withdrawnAt),
    latest,
    published,
    warnings: inListOrder(row.warnings),
    history: historyOf({
      revisions,
      decisions,
      appeals: row.appeals.map(({ text, createdAt }) => ({ text, at: createdAt.toISOString() })),
      declined: declinedOf(row),
      withdrawnAt: iso(row.withdrawnAt),
      asItStood: (revision) => asApproved(revision, row.decisions),
      answerOf: answersOf(row),
    }),
    lastDecision: last ? toDecision(last, reasons) : null,
    asked: isAsked(row, last),
    proposal: toProposal(row, last),
    can: {
      change: canChange(standing),
      appeal: canAppeal({ ...standing, lastDecision: lastDecision ?? null }),
      withdraw: canWithdraw(standing),
      becomeAnonymous: row.revisions.some((each) => each.bylineName ?? each.bylineRole),
    },
    hasByline: (published ?? latest).bylineName !== null,
    consents: toConsentValues(row.consents),
    contact: row.contact,
    privateLink: privateLinkOf(row, way),
  };
}

/** Who came by the link has it. Computed for who is signed in, unless AUTH_SECRET was another one then. */
function privateLinkOf(row: OwnRow, way: string): string | null {
  if (!row.privateLinkHash) return null;
  const token = privateLinkHash(way) ? way : privateLinkToken(row);
  const hash = privateLinkHash(token);
  return hash && Buffer.compare(hash, row.privateLinkHash) === 0 ? token : null;
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

function toRevision({
  createdAt,
  warnings,
  ...revision
}: OwnRow["revisions"][number]): OwnRevision {
  return {
    ...toShown(revision),
    warnings: inListOrder(warnings),
    sentAt: createdAt.toISOString(),
  };
}

type Reasons = Awaited<ReturnType<typeof readReasons>>;

/** A decision keeps its reason's slug: it is told in the words that the reason has today. */
function toDecision(decision: OwnRow["decisions"][number], reasons: Reasons) {
  const { kind, reason, message, outcomeOf, createdAt, proposal } = decision;
  return {
    decision: kind as ToldKind,
    reason: reasons.get(reason ?? "")?.message ?? null,
    message,
    answersAppeal: outcomeOf !== null,
    proposed: proposal && { answer: proposal.answer },
    at: createdAt.toISOString(),
  };
}

const isLasting = (kind: DecisionKind) => lastingKinds.some((each) => each === kind);

type DecisionRow = OwnRow["decisions"][number];

function isAsked({ status, waitingSince, latestRevisionId }: OwnRow, last?: DecisionRow): boolean {
  if (status === "WITHDRAWN" || waitingSince) return false;
  return last?.kind === "ASK_FOR_CHANGES" && last.revisionId === latestRevisionId;
}

function toProposal(row: OwnRow, last?: DecisionRow): OwnProposal | null {
  const open = openProposal(last, row.latestRevisionId);
  if (!last || !open) return null;
  const { decisionId, text, publishAtOnce } = open;
  const { moderator } = last;
  return {
    decisionId,
    text,
    publishesAtOnce: publishesAtOnce({ publishAtOnce, moderator, story: row }),
  };
}

function declinedOf({ decisions }: OwnRow): { at: string }[] {
  return decisions.flatMap(({ proposal }) => {
    const at = proposal?.answer === "DECLINED" ? iso(proposal.answeredAt) : null;
    return at === null ? [] : [{ at }];
  });
}

/** Which revisions answered proposed words: each the one after what the words were proposed for. */
function answersOf({ decisions, revisions }: OwnRow) {
  const answers = new Map<number, ChangeAnswer>();
  for (const { proposal, revisionId } of decisions) {
    const of = revisions.find(({ id }) => id === revisionId);
    if (!of || !proposal?.answer || proposal.answer === "DECLINED") continue;
    answers.set(of.number + 1, proposal.answer);
  }
  return ({ number }: OwnRevision): ChangeAnswer | null => answers.get(number) ?? null;
}

function waitingFor({ status, waitingSince, appeals }: OwnRow): OwnStory["waitingFor"] {
  if (!waitingSince) return null;
  if (status === "PENDING") return "story";
  return appeals.some(({ outcomeId }) => outcomeId === null) ? "appeal" : "change";
}

/** So many of the latest decisions tell how long reading takes; fewer than this tell nothing. */
const LATEST = 50;
const FEWEST = 5;

/**
 * Within how many seconds half of the stories were lately decided on: the median over the last 50
 * decisions, from when the revision was sent. Our own fiction, answers to appeals and words that a
 * moderator proposed, who need not read them again, don't count. Null while there are fewer than five.
 */
export async function getReadingTime(): Promise<number | null> {
  const [row] = await database().prisma.$queryRaw<{ seconds: number | null; count: number }[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY "seconds") AS "seconds", count(*)::int AS "count"
    FROM (
      SELECT extract(epoch FROM d."createdAt" - r."createdAt")::float8 AS "seconds"
      FROM "Decision" d
      JOIN "Revision" r ON r."id" = d."revisionId"
      JOIN "Story" s ON s."id" = d."storyId"
      WHERE d."kind" IN ('APPROVE', 'ASK_FOR_CHANGES', 'REJECT') AND NOT s."demo" AND d."undoneAt" IS NULL
        AND NOT EXISTS (SELECT FROM "Appeal" a WHERE a."outcomeId" = d."id")
        AND NOT EXISTS (
          SELECT FROM "Proposal" p
          JOIN "Decision" asked ON asked."id" = p."decisionId"
          JOIN "Revision" old ON old."id" = asked."revisionId"
          WHERE p."storyId" = r."storyId" AND p."answer" = 'ACCEPTED' AND old."number" + 1 = r."number")
      ORDER BY d."createdAt" DESC LIMIT ${LATEST}
    ) AS "latest"`;
  return row && row.count >= FEWEST ? row.seconds : null;
}
