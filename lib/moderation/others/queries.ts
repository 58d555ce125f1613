/**
 * Who is left to decide on a story besides one moderator. Never its storyteller; beside that it
 * depends on what waits: an appeal is answered by someone else than whom it is against, a second
 * yes given by someone else than the first. As SQL, so that the queue and a single decision ask the
 * same question: of a story `s`, about a moderator `u`.
 */
import "server-only";
import { moderators } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { Prisma, type Transaction } from "#lib/db.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";

type Client = Pick<Transaction, "$queryRaw">;

/** Whom the appeal that waits is against; null when none does. */
const against = Prisma.sql`(SELECT d."moderatorId"
  FROM "Appeal" a JOIN "Decision" d ON d."id" = a."decisionId"
  WHERE a."storyId" = s."id" AND a."outcomeId" IS NULL AND a."erasedAt" IS NULL
    AND d."kind" = (CASE WHEN s."status" = 'TAKEN_DOWN' THEN 'TAKE_DOWN' ELSE 'REJECT' END)::"DecisionKind"
  LIMIT 1)`;

/** Who gave the first of two approvals, while the second is awaited: `endorsementOf`, in SQL. */
const firstApprover = Prisma.sql`(SELECT CASE WHEN last."kind" = 'ENDORSE' THEN last."moderatorId" END
  FROM "Decision" last
  WHERE s."needsTwo" AND last."storyId" = s."id" AND last."revisionId" = s."latestRevisionId"
    AND last."undoneAt" IS NULL
  ORDER BY last."createdAt" DESC, last."id" DESC LIMIT 1)`;

const storyteller = Prisma.sql`s."storytellerId"`;

/** Whom it can't be, beside the viewer. */
const barred = {
  /** An appeal: what it is against is the viewer's own decision. */
  answer: [storyteller, firstApprover],
  /** Whoever an appeal is against gives the second yes where nobody else is left to. */
  approveToo: [storyteller],
  decide: [storyteller, firstApprover, against],
};

/** Whether `u` is another moderator who can do this. */
function isOther(viewer: Viewer, what: keyof typeof barred): Prisma.Sql {
  const others = barred[what].map((whom) => Prisma.sql`u."id" IS DISTINCT FROM ${whom}`);
  return Prisma.sql`u."role" = ANY(${[...moderators]}::text[]::"Role"[])
    AND u."id" <> ${viewer.id} AND ${Prisma.join(others, " AND ")}`;
}

const existsOther = (viewer: Viewer, what: keyof typeof barred) =>
  Prisma.sql`EXISTS (SELECT FROM "User" u WHERE ${isOther(viewer, what)})`;

async function hasOther(
  client: Client,
  viewer: Viewer,
  story: { id: string; what: "answer" | "approveToo" },
): Promise<boolean> {
  const [row] = await client.$queryRaw<{ exists: boolean }[]>`
    SELECT ${existsOther(viewer, story.what)} AS "exists" FROM "Story" s WHERE s."id" = ${story.id}`;
  return row?.exists ?? false;
}

/** Whether another moderator can answer the appeal against a decision of the viewer's. */
export function canOtherAnswer(client: Client, viewer: Viewer, storyId: string): Promise<boolean> {
  return hasOther(client, viewer, { id: storyId, what: "answer" });
}

/** Whether another moderator can approve a story beside the viewer. */
export function canOtherApprove(client: Client, viewer: Viewer, storyId: string): Promise<boolean> {
  return hasOther(client, viewer, { id: storyId, what: "approveToo" });
}

/** What each of the others who can decide on a story would rather not get, without who they are. */
export async function othersAvoid(
  client: Client,
  viewer: Viewer,
  storyId: string,
): Promise<string[][]> {
  const rows = await client.$queryRaw<{ avoids: string[] }[]>`
    SELECT u."avoids" FROM "Story" s CROSS JOIN "User" u
    WHERE s."id" = ${storyId} AND ${isOther(viewer, "decide")}`;
  return rows.map((row) => row.avoids);
}

type Asking = {
  viewer: Viewer;
  /** Slugs of kinds that they would rather not get. */
  avoids: readonly string[];
};

/**
 * Whether the next step of a story `s` is somebody else's than the viewer's: the same answers as
 * above, and `offerOf` of lib/moderation/care/policy.ts.
 */
export function isForOthers({ viewer, avoids }: Asking): Prisma.Sql {
  const minds = (kinds: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM "StoryWarning" w
    WHERE w."storyId" = s."id" AND w."warning" = ANY(${kinds}::text[]))`;
  return Prisma.sql`(
    (${against} = ${viewer.id} AND ${existsOther(viewer, "answer")})
    OR (${firstApprover} = ${viewer.id} AND ${existsOther(viewer, "approveToo")})
    OR (${minds(Prisma.sql`${[...avoids]}`)} AND EXISTS (SELECT FROM "User" u
      WHERE ${isOther(viewer, "decide")} AND NOT ${minds(Prisma.sql`u."avoids"`)}))) IS TRUE`;
}

type Decided = { kind: DecisionKind; revisionId: string };

/**
 * The first of two approvals of a revision: the last decision on it that stands, if it is one. With
 * anything decided since it counts no more. `standing` has no undone ones, the oldest first.
 */
export function endorsementOf<D extends Decided>(
  standing: readonly D[],
  revisionId: string,
): D | null {
  const last = standing.findLast((decision) => decision.revisionId === revisionId);
  return last?.kind === "ENDORSE" ? last : null;
}
