import "server-only";
import { type Transaction, database } from "#lib/db.ts";
import { demoCall, demoThemes } from "./call.ts";
import { DEMO_DAYS, demoHistories } from "./history.ts";
import { demoHearts } from "./hearts.ts";
import { type DemoContext, type DemoStanding, demoRows } from "./rows.ts";

/** Decides on the demo stories. Can never sign in: no mail reaches this address, and no role. */
export const demoModerator = {
  name: "Demo moderator",
  email: "moderator@demo.vignette.localhost",
  role: "STORYTELLER",
} as const;

/** Prisma's own 5 s is short for a first start on a slow disk. */
const patience = { maxWait: 10_000, timeout: 30_000 };

/** Writes the demo call and its stories, unless the call is there. Returns how many were written. */
export async function seedDemo(now = new Date()): Promise<{ stories: number }> {
  return database().prisma.$transaction(async (tx) => {
    const context = await seedCall(tx, now);
    if (!context) return { stories: 0 };
    const rows = demoHistories(now).map((history) => demoRows(history, context));
    await tx.story.createMany({ data: rows.map(({ story }) => story) });
    await tx.consent.createMany({ data: rows.map(({ consent }) => consent) });
    await tx.revision.createMany({ data: rows.flatMap(({ revisions }) => revisions) });
    await tx.revisionWarning.createMany({
      data: rows.flatMap(({ revisionWarnings }) => revisionWarnings),
    });
    await tx.storyWarning.createMany({ data: rows.flatMap(({ storyWarnings }) => storyWarnings) });
    await tx.decision.createMany({ data: rows.flatMap(({ decisions }) => decisions) });
    const standings = rows.map(({ standing }) => standing);
    await setStandings(tx, standings);
    // As each is given, the database counts it.
    await tx.heart.createMany({ data: demoHearts(standings, now) });
    return { stories: rows.length };
  }, patience);
}

/** Null when the call is there already, or another process is writing it at this moment. */
async function seedCall(tx: Transaction, now: Date): Promise<DemoContext | null> {
  const opensAt = new Date(now.getTime() - DEMO_DAYS * 24 * 60 * 60_000);
  const { count } = await tx.call.createMany({
    data: { ...demoCall, opensAt, demo: true },
    skipDuplicates: true,
  });
  if (count === 0) return null;
  const { id: callId } = await tx.call.findUniqueOrThrow({
    where: { slug: demoCall.slug },
    select: { id: true },
  });
  const themes = await tx.theme.createManyAndReturn({
    data: demoThemes.map((theme, position) => ({ ...theme, callId, position })),
    select: { id: true, slug: true },
  });
  const moderator = await tx.user.upsert({
    where: { email: demoModerator.email },
    create: demoModerator,
    update: {},
    select: { id: true },
  });
  const themeIds = new Map(themes.map(({ slug, id }) => [slug, id] as const));
  return { callId, moderatorId: moderator.id, themeIds };
}

/** One statement for all: a story is published only once it has its words, by CHECK. */
async function setStandings(tx: Transaction, standings: readonly DemoStanding[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Story" SET
      "status" = standing."status",
      "latestRevisionId" = standing."latestRevisionId",
      "publishedRevisionId" = standing."publishedRevisionId",
      "publishedAt" = standing."publishedAt",
      "waitingSince" = standing."waitingSince"
    FROM jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) AS standing(
      "id" text,
      "status" "Status",
      "latestRevisionId" text,
      "publishedRevisionId" text,
      "publishedAt" timestamptz,
      "waitingSince" timestamptz
    )
    WHERE "Story"."id" = standing."id"`;
}

/**
 * Removes the demo stories with everything that hangs on them, and the demo moderator. The demo call
 * goes too, unless someone answered it: then it is theirs now. Returns how many stories went.
 */
export async function clearDemo(): Promise<{ stories: number }> {
  return database().prisma.$transaction(async (tx) => {
    // Held until the end, so that no answer arrives between looking for one and removing the call.
    await tx.$queryRaw`SELECT "id" FROM "Call" WHERE "demo" FOR UPDATE`;
    await tx.decision.deleteMany({ where: { story: { demo: true } } });
    const { count } = await tx.story.deleteMany({ where: { demo: true } });
    await tx.call.deleteMany({ where: { demo: true, stories: { none: {} } } });
    await tx.call.updateMany({ where: { demo: true }, data: { demo: false } });
    await tx.user.deleteMany({
      where: { email: demoModerator.email, decisions: { none: {} }, stories: { none: {} } },
    });
    return { stories: count };
  }, patience);
}
