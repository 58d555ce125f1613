import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import { toContentWarnings } from "#lib/content-warnings/schema.ts";
import { Prisma, type Transaction, database } from "#lib/db.ts";
import type { DecisionKind, Status } from "#lib/generated/prisma/enums.ts";
import { mayAnswer, openAppeal } from "#lib/moderation/appeals.ts";
import type { DecisionInput } from "#lib/moderation/schema.ts";
import { isOwnStory } from "#lib/moderation/policy.ts";
import { allows, appealAnswered, isTold, transitions } from "#lib/moderation/transitions.ts";
import { mailStoryteller } from "#lib/notifications/story-mail.ts";
import { holdStory } from "#lib/moderation/undo/commands.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";
import { warningFields } from "#lib/stories/queries.ts";

const unknown = () => failure("not-found", "There is no such story.");

/**
 * Decides on one revision of a story. The conditional update is the judge of races: of two
 * moderators at once, one changes the row and the other finds it changed.
 */
export async function decide(
  viewer: Viewer | null,
  input: DecisionInput,
): Promise<Result<{ id: string; decisionId: string }>> {
  if (!isModerator(viewer)) return unknown();
  return database().prisma.$transaction(async (tx) => {
    const { storyId, kind, reason, message, internalNote } = input;
    const held = await holdStory(tx, storyId);
    if (!held) return unknown();
    if (isOwnStory(viewer, held)) {
      return failure("not-yours", "This is your own story, so another moderator decides on it.");
    }
    const answered = appealAnswered[kind];
    const appeal = answered ? await openAppeal(tx, storyId, answered) : null;
    if (appeal && !(await mayAnswer(tx, viewer, appeal))) {
      return failure(
        "not-yours",
        "This appeal is against a decision of yours, so another moderator answers it. Nothing is decided.",
      );
    }
    const moved = await moveStory(tx, input);
    if (!moved) return explain(tx, input);
    const warnings =
      kind === "APPROVE" ? await setWarnings(tx, input) : await currentWarnings(tx, storyId);
    const { revisionId } = moved;
    const { id } = await tx.decision.create({
      data: {
        ...{ storyId, revisionId, moderatorId: viewer.id },
        ...{ kind, reason, message, internalNote, warnings, before: held.before },
      },
      select: { id: true },
    });
    if (appeal) await tx.appeal.update({ where: { id: appeal.id }, data: { outcomeId: id } });
    if (isTold(kind)) await mailStoryteller(tx, storyId, { kind: "decided", decisionId: id });
    return success({ id: storyId, decisionId: id });
  });
}

/**
 * Moves the story. Answers the revision that is decided on: of a published story that is taken down
 * or put back, the one that readers saw. Null when the story is not in a status, or not at the
 * revision, that this decision is for.
 */
async function moveStory(tx: Transaction, { storyId, revisionId, kind }: DecisionInput) {
  const statuses = Object.keys(transitions[kind]) as Status[];
  const always = statuses.filter((status) => allows(kind, { status, waiting: false }));
  const listed = (list: Status[]) => Prisma.sql`ANY(${list}::text[]::"Status"[])`;
  const rows = await tx.$queryRaw<{ latest: string; published: string | null }[]>`
    UPDATE "Story" SET
      "status" = (${JSON.stringify(transitions[kind])}::jsonb ->> "status"::text)::"Status",
      "publishedRevisionId" = CASE WHEN ${kind} = 'APPROVE' THEN "latestRevisionId" ELSE "publishedRevisionId" END,
      "publishedAt" = CASE WHEN ${kind} = 'APPROVE' THEN COALESCE("publishedAt", now()) ELSE "publishedAt" END,
      -- A change, or an appeal for one, that waited when the story was taken down waits again when
      -- it is put back.
      "waitingSince" = CASE WHEN ${kind} = 'RESTORE' AND "latestRevisionId" <> "publishedRevisionId"
        AND (NOT EXISTS (SELECT FROM "Decision" WHERE "revisionId" = "latestRevisionId" AND "undoneAt" IS NULL)
          OR EXISTS (SELECT FROM "Appeal" JOIN "Decision" ON "Decision"."id" = "decisionId"
            WHERE "Appeal"."storyId" = "Story"."id" AND "outcomeId" IS NULL AND "erasedAt" IS NULL
              AND "Decision"."kind" = 'REJECT'))
        THEN now() END
    WHERE "id" = ${storyId} AND "latestRevisionId" = ${revisionId}
      AND ("status" = ${listed(always)} OR ("waitingSince" IS NOT NULL AND "status" = ${listed(statuses)}))
    RETURNING "latestRevisionId" AS latest, "publishedRevisionId" AS published`;
  const [row] = rows;
  if (!row) return null;
  const ofPublic = kind === "TAKE_DOWN" || kind === "RESTORE";
  return { revisionId: (ofPublic && row.published) || row.latest };
}

async function setWarnings(tx: Transaction, input: DecisionInput): Promise<ContentWarning[]> {
  const warnings = toContentWarnings(input);
  const { storyId } = input;
  await tx.storyWarning.deleteMany({ where: { storyId } });
  await tx.storyWarning.createMany({ data: warnings.map((each) => ({ storyId, ...each })) });
  return warnings;
}

function currentWarnings(tx: Transaction, storyId: string) {
  return tx.storyWarning.findMany({ where: { storyId }, ...warningFields });
}

const did: Record<DecisionKind, string> = {
  APPROVE: "approved this story",
  ENDORSE: "approved this story, the first of two",
  ASK_FOR_CHANGES: "asked for changes",
  REJECT: "rejected this story",
  TAKE_DOWN: "took this story down",
  RESTORE: "restored this story",
  SET_WARNINGS: "changed its content warnings",
  DISMISS_REPORTS: "dismissed the reports on it",
};

/** Why a decision found nothing to decide: who was first, or what else happened. */
async function explain(tx: Transaction, input: DecisionInput): Promise<Failure> {
  const story = await tx.story.findUnique({
    where: { id: input.storyId },
    select: {
      status: true,
      latestRevisionId: true,
      decisions: {
        where: { undoneAt: null },
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { kind: true, moderator: { select: { name: true, email: true } } },
      },
    },
  });
  if (!story) return unknown();
  if (story.status === "WITHDRAWN") {
    return failure(
      "already-decided",
      "The storyteller has withdrawn this story. There is nothing to decide.",
    );
  }
  if (story.latestRevisionId !== input.revisionId) {
    return failure(
      "already-decided",
      "The storyteller has changed this story since you opened it. Please read the new version.",
    );
  }
  const last = story.decisions[0];
  if (!last) return unknown();
  const who = last.moderator.name ?? last.moderator.email ?? "Another moderator";
  return failure(
    "already-decided",
    `${who} has already ${did[last.kind]}. Your decision was not needed and changed nothing.`,
  );
}
