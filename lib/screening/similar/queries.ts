import "server-only";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { type ContentWarning, isWarningSlug } from "#lib/content-warnings/list.ts";
import { Prisma, database } from "#lib/db.ts";
import type { Status } from "#lib/generated/prisma/enums.ts";
import { mayScreen } from "#lib/screening/policy.ts";
import { fragmentsOf } from "#lib/screening/similar/fragments.ts";
import { isStoryId } from "#lib/stories/id.ts";

export type SimilarStory = {
  id: string;
  status: Status;
  /** ISO 8601. */
  submittedAt: string;
  /** How alike the words are: 100 is the same words. */
  percent: number;
  /** Of the version that is the most alike. */
  text: string;
  bylineName: string | null;
  bylineRole: string | null;
  warnings: ContentWarning[];
  /** Whether readers' reports put it behind a gate. */
  gated: boolean;
  /** The story that it is like: its words, and whether they stand behind a gate. */
  like: { text: string; gated: boolean };
};

const MOST_SIMILAR = 5;

/**
 * Of 0 to 1, as pg_trgm counts: the trigrams that both have, of all that either has. Stories that have
 * nothing to do with each other reach 0.25, a copy with every sixth word changed 0.75.
 */
const ALIKE = 0.4;

/** Rejected stories are told of for so long. */
const REJECTED_DAYS = 90;

/** Of one fragment: where thousands have it, some are enough. */
const MOST_WITH_FRAGMENT = 40;

/**
 * Other stories with much the same words, the most alike first: published, waiting or rejected of
 * late. Null unless a moderator asks.
 *
 * All trigrams of a story looked up at once (`text % …`) take a quarter of a second among 100,000
 * stories, most of them being everywhere. So the index is asked for a few rare fragments, and only
 * what has one is compared; docs/screening.md has the figures.
 */
export async function getSimilarStories(
  viewer: Viewer | null,
  storyId: string,
): Promise<SimilarStory[] | null> {
  if (!mayScreen(viewer) || !isStoryId(storyId)) return null;
  const story = await database().prisma.story.findUnique({
    where: { id: storyId },
    select: {
      gatedAt: true,
      latestRevision: { select: { text: true } },
      _count: { select: { warnings: true } },
    },
  });
  if (!story?.latestRevision) return null;
  const { text } = story.latestRevision;
  const fragments = fragmentsOf(text);
  if (fragments.length === 0) return [];
  const like = { text, gated: story.gatedAt !== null || story._count.warnings > 0 };
  const found = await withWarnings(await findAlike({ storyId, text, fragments }));
  return found.map((other) => ({ ...other, like }));
}

type Alike = Pick<
  SimilarStory,
  "id" | "status" | "text" | "bylineName" | "bylineRole" | "gated"
> & {
  submittedAt: Date;
  alike: number;
};

type Compared = { storyId: string; text: string; fragments: readonly string[] };

function findAlike({ storyId, text, fragments }: Compared): Promise<Alike[]> {
  const since = new Date(Date.now() - REJECTED_DAYS * 24 * 60 * 60_000);
  const withFragment = fragments.map(
    (fragment) => Prisma.sql`(
      SELECT "id", "storyId", "text", "bylineName", "bylineRole" FROM "Revision"
      WHERE "text" LIKE ${`%${escaped(fragment)}%`} AND "storyId" <> ${storyId}
      LIMIT ${MOST_WITH_FRAGMENT})`,
  );
  return database().prisma.$queryRaw<Alike[]>`
    WITH candidate AS MATERIALIZED (${Prisma.join(withFragment, " UNION ")}),
    alike AS MATERIALIZED (
      SELECT *, similarity("text", ${text})::float AS "alike" FROM candidate)
    SELECT * FROM (
      SELECT DISTINCT ON (s."id") s."id", s."status", s."submittedAt",
        s."gatedAt" IS NOT NULL AS "gated", a."text", a."bylineName", a."bylineRole", a."alike"
      FROM alike a JOIN "Story" s
        ON s."id" = a."storyId" AND a."id" IN (s."latestRevisionId", s."publishedRevisionId")
      WHERE a."alike" >= ${ALIKE}
        AND (s."status" IN ('PUBLISHED', 'PENDING')
          OR (s."status" = 'REJECTED' AND s."submittedAt" > ${since}))
      ORDER BY s."id", a."alike" DESC, a."id" = s."publishedRevisionId" DESC) found
    ORDER BY "alike" DESC, "submittedAt" DESC, "id" LIMIT ${MOST_SIMILAR}`;
}

/** As itself within a LIKE. */
function escaped(fragment: string): string {
  return fragment.replace(/[\\%_]/g, String.raw`\$&`);
}

async function withWarnings(found: readonly Alike[]) {
  const rows = await database().prisma.storyWarning.findMany({
    where: { storyId: { in: found.map(({ id }) => id) } },
    select: { storyId: true, warning: true, intensity: true },
  });
  return found.map(({ alike, submittedAt, ...other }) => ({
    ...{ ...other, submittedAt: submittedAt.toISOString() },
    percent: Math.round(alike * 100),
    warnings: rows.flatMap(({ storyId, warning, intensity }) =>
      storyId === other.id && isWarningSlug(warning) ? [{ warning, intensity }] : [],
    ),
  }));
}
