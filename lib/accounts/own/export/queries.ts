import "server-only";
import { pagesOf } from "#lib/accounts/own/export/pages-of.ts";
import { EXPORT_FORMAT, type Export } from "#lib/accounts/own/export/schema.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { isWarningSlug } from "#lib/content-warnings/list.ts";
import { type Prisma, type Transaction, database } from "#lib/db.ts";
import { requiredSetting } from "#lib/env.ts";
import * as messages from "#lib/generated/messages/accounts.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { toldKinds } from "#lib/moderation/transitions.ts";
import { readReasons } from "#lib/moderation/reasons/queries.ts";
import { renditionName, renditionWidths } from "#lib/pictures/renditions.ts";
import { consume, inAWhile } from "#lib/rate-limit.ts";
import { type Result, failure, success } from "#lib/result.ts";
import { inListOrder, warningFields } from "#lib/stories/queries.ts";

const unknown = () => failure("not-found", messages.nothingHere());

/** Everything that is kept about the viewer, as of one moment. */
export async function exportEverything(viewer: Viewer | null): Promise<Result<Export>> {
  if (!viewer) return unknown();
  const counted = await consume("export", viewer.id);
  if (!counted.ok) {
    const when = inAWhile(counted.retryAfterSeconds);
    return failure("rate-limited", messages.manyCopies({ when }));
  }
  return database().prisma.$transaction((tx) => gather(tx, viewer.id), {
    isolationLevel: "RepeatableRead",
    timeout: 30_000,
  });
}

async function gather(tx: Transaction, userId: string): Promise<Result<Export>> {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: {
      name: true,
      email: true,
      image: true,
      emailVerified: true,
      role: true,
      createdAt: true,
      avoids: true,
      // One a day at most.
      deskDays: { select: { day: true, seconds: true }, orderBy: { day: "asc" } },
      checked: {
        select: { country: true, name: true, checkedOn: true },
        orderBy: [{ checkedOn: "asc" }, { id: "asc" }],
      },
      accounts: { select: { provider: true }, orderBy: { provider: "asc" }, take: 100 },
      sessions: { select: { expires: true }, orderBy: { expires: "desc" }, take: 500 },
    },
  });
  if (!user) return unknown();
  return success({
    format: EXPORT_FORMAT,
    exportedAt: new Date().toISOString(),
    site: requiredSetting("SITE_URL"),
    account: {
      name: user.name,
      email: user.email,
      image: user.image,
      emailVerifiedAt: iso(user.emailVerified),
      role: user.role,
      createdAt: user.createdAt.toISOString(),
    },
    signIns: user.accounts,
    sessions: user.sessions.map(({ expires }) => ({ expiresAt: expires.toISOString() })),
    stories: await gatherStories(tx, userId),
    otherContacts: await gatherOtherContacts(tx, userId, user.email),
    decisionsMade: await gatherDecisionsMade(tx, userId),
    avoids: user.avoids.filter(isWarningSlug),
    deskTime: user.deskDays.map(({ day, seconds }) => ({
      day: day.toISOString().slice(0, 10),
      seconds,
    })),
    helplinesChecked: user.checked.map(({ checkedOn, ...helpline }) => ({
      ...helpline,
      checkedOn: checkedOn.toISOString().slice(0, 10),
    })),
  });
}

type ExportedStory = Export["stories"][number];

async function gatherStories(tx: Transaction, userId: string): Promise<ExportedStory[]> {
  const stories = await pagesOf((page) =>
    tx.story.findMany({
      where: { storytellerId: userId },
      orderBy: { id: "asc" },
      select: storyFields,
      ...page,
    }),
  );
  const own = { where: { story: { storytellerId: userId } }, orderBy: { id: "asc" } } as const;
  const revisions = byStory(
    await pagesOf((page) => tx.revision.findMany({ ...own, select: revisionFields, ...page })),
  );
  const decisions = byStory(
    await pagesOf((page) =>
      tx.decision.findMany({
        ...own,
        where: { ...own.where, undoneAt: null, kind: { in: toldKinds } },
        select: decisionFields,
        ...page,
      }),
    ),
  );
  const reasons = await readReasons(tx);
  // In the words that the reason has today, as on its page.
  const told = (row: DecisionRow) => ({
    ...kindAndMoment(row),
    reason: reasons.get(row.reason ?? "")?.message ?? null,
    message: row.message,
  });
  const appeals = byStory(
    await pagesOf((page) => tx.appeal.findMany({ ...own, select: appealFields, ...page })),
  );
  return stories.sort(oldestFirst("submittedAt")).map((story) => {
    const decided = (decisions.get(story.id) ?? []).sort(oldestFirst("createdAt"));
    return {
      ...toStory(story),
      revisions: (revisions.get(story.id) ?? [])
        .sort((one, other) => one.number - other.number)
        .map(toRevision),
      decisions: decided.map(told),
      appeals: (appeals.get(story.id) ?? []).sort(oldestFirst("createdAt")).map(toAppeal),
      proposals: decided.flatMap(toProposals),
    };
  });
}

const storyFields = {
  id: true,
  status: true,
  submittedAt: true,
  publishedAt: true,
  withdrawnAt: true,
  waitingSince: true,
  careMark: true,
  call: { select: { slug: true, title: true } },
  warnings: warningFields,
  consents: {
    select: { use: true, anonymous: true, grantedAt: true, revokedAt: true },
    orderBy: { use: "asc" },
  },
  contact: { select: { email: true, editorsMayWrite: true, locale: true, createdAt: true } },
} as const satisfies Prisma.StorySelect;

function toStory(story: Prisma.StoryGetPayload<{ select: typeof storyFields }>) {
  const { warnings, consents, contact, ...rest } = story;
  return {
    ...rest,
    path: `/my/${story.id}`,
    submittedAt: story.submittedAt.toISOString(),
    publishedAt: iso(story.publishedAt),
    withdrawnAt: iso(story.withdrawnAt),
    waitingSince: iso(story.waitingSince),
    contentWarnings: inListOrder(warnings),
    consents: consents.map(({ use, anonymous, grantedAt, revokedAt }) => ({
      ...{ use, anonymous },
      grantedAt: grantedAt.toISOString(),
      revokedAt: iso(revokedAt),
    })),
    contact: contact && { ...contact, createdAt: contact.createdAt.toISOString() },
  };
}

const revisionFields = {
  id: true,
  storyId: true,
  number: true,
  text: true,
  bylineName: true,
  bylineRole: true,
  theme: { select: { title: true } },
  subject: true,
  subjectConsent: true,
  warnings: warningFields,
  pictureId: true,
  pictureAlt: true,
  picture: { select: { width: true, height: true } },
  hints: true,
  createdAt: true,
  erasedAt: true,
} as const satisfies Prisma.RevisionSelect;

function toRevision(row: Prisma.RevisionGetPayload<{ select: typeof revisionFields }>) {
  const { id: _id, storyId, warnings, picture, pictureId, pictureAlt, hints, ...rest } = row;
  const file = picture && renditionName(Math.max(...renditionWidths(picture.width)), "jpg");
  return {
    ...rest,
    theme: row.theme?.title ?? null,
    contentWarnings: inListOrder(warnings),
    picture: picture && {
      ...picture,
      alternativeText: pictureAlt ?? "",
      path: `/my/${storyId}/pictures/${pictureId}/${file}`,
    },
    pointedOut: toPointedOut(hints),
    createdAt: row.createdAt.toISOString(),
    erasedAt: iso(row.erasedAt),
  };
}

/** A CHECK says that hints are a list; lib/privacy/findings.ts says of what. */
function toPointedOut(hints: Prisma.JsonValue): ExportedStory["revisions"][number]["pointedOut"] {
  const all = (Array.isArray(hints) ? hints : []) as Record<string, unknown>[];
  return all.map(({ kind, start, end }) => ({
    kind: String(kind),
    start: Number(start),
    end: Number(end),
  }));
}

const decisionFields = {
  id: true,
  storyId: true,
  kind: true,
  reason: true,
  message: true,
  createdAt: true,
  proposal: { select: { text: true, publishAtOnce: true, answer: true, answeredAt: true } },
} as const satisfies Prisma.DecisionSelect;

type DecisionRow = Prisma.DecisionGetPayload<{ select: typeof decisionFields }>;

/** The words that were proposed with a decision, if any were. */
function toProposals({ proposal, createdAt }: DecisionRow): ExportedStory["proposals"] {
  if (!proposal) return [];
  const answeredAt = iso(proposal.answeredAt);
  return [{ ...proposal, answeredAt, proposedAt: createdAt.toISOString() }];
}

const ofDecision = { select: { kind: true, createdAt: true } } as const;

const appealFields = {
  id: true,
  storyId: true,
  text: true,
  createdAt: true,
  decision: ofDecision,
  outcome: ofDecision,
} as const satisfies Prisma.AppealSelect;

function toAppeal(row: Prisma.AppealGetPayload<{ select: typeof appealFields }>) {
  const { text, decision, outcome, createdAt } = row;
  return {
    text,
    against: kindAndMoment(decision),
    outcome: outcome && kindAndMoment(outcome),
    createdAt: createdAt.toISOString(),
  };
}

async function gatherOtherContacts(tx: Transaction, userId: string, email: string | null) {
  if (!email) return [];
  const rows = await pagesOf(async ({ cursor, ...page }) => {
    const contacts = await tx.contact.findMany({
      // Of nobody, or of someone else: in SQL, null is not unequal to anything.
      where: {
        email,
        OR: [{ story: { storytellerId: null } }, { story: { storytellerId: { not: userId } } }],
      },
      orderBy: { storyId: "asc" },
      select: { storyId: true, editorsMayWrite: true, locale: true },
      ...page,
      ...(cursor ? { cursor: { storyId: cursor.id } } : {}),
    });
    return contacts.map((contact) => ({ id: contact.storyId, contact }));
  });
  return rows.map(({ contact }) => contact);
}

async function gatherDecisionsMade(tx: Transaction, userId: string) {
  const rows = await pagesOf((page) =>
    tx.decision.findMany({
      where: { moderatorId: userId },
      orderBy: { id: "asc" },
      select: { id: true, kind: true, storyId: true, createdAt: true },
      ...page,
    }),
  );
  return rows
    .sort(oldestFirst("createdAt"))
    .map((row) => ({ ...kindAndMoment(row), storyId: row.storyId }));
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}

function kindAndMoment({ kind, createdAt }: { kind: DecisionKind; createdAt: Date }) {
  return { kind, decidedAt: createdAt.toISOString() };
}

function byStory<Row extends { storyId: string }>(rows: Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ storyId }) => storyId);
}

function oldestFirst<Key extends string>(key: Key) {
  return (one: Record<Key, Date>, other: Record<Key, Date>) =>
    one[key].getTime() - other[key].getTime();
}
