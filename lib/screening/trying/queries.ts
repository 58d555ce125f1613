import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { type ContentWarning, isWarningSlug } from "#lib/content-warnings/list.ts";
import { database } from "#lib/db.ts";
import type { ScreeningEffect, Status } from "#lib/generated/prisma/enums.ts";
import { currentRules } from "#lib/screening/current.ts";
import { type RuleMatch, type RuleSet, matchRules } from "#lib/screening/match.ts";
import { type Mark, marksOf } from "#lib/screening/marks.ts";
import { type Place, indexPhrases, readPhrases } from "#lib/screening/phrases.ts";
import { mayScreen } from "#lib/screening/policy.ts";
import { type RuleInput, toTriedWords } from "#lib/screening/schema.ts";

/** A rule that is not saved; `id` is that of the one it would take the place of. */
export type Draft = { id: string | null; input: RuleInput };

export type TriedWords = {
  text: string;
  matches: { name: string; effect: ScreeningEffect; words: string[] }[];
  marks: Mark[];
};

const DRAFT_ID = "draft";

function toSet({ id, input }: Draft): RuleSet {
  const { name, kind, atLeast, hours, effect, sentence } = input;
  const rule = { id: id ?? DRAFT_ID, name, kind, atLeast, hours, effect, sentence };
  return { rules: [rule], index: indexPhrases([readPhrases(input.phrases)]) };
}

/**
 * Which rules find what in these words: those that are at work, and the draft in the place of the
 * saved one. Words alone have no sender. Null unless a moderator asks.
 */
export async function tryWords(
  viewer: Viewer | null,
  { words, draft }: { words: string; draft: Draft | null },
): Promise<TriedWords | null> {
  if (!mayScreen(viewer)) return null;
  const text = toTriedWords(words);
  const story = { text, beside: [], at: Date.now(), sentAt: [], accountSince: null };
  const atWork = matchRules(await currentRules(database().prisma), story);
  const matches = [
    ...atWork.filter(({ rule }) => rule.id !== draft?.id),
    ...(draft ? matchRules(toSet(draft), story) : []),
  ];
  return {
    text,
    matches: matches.map(({ rule, places }) => ({
      name: rule.name,
      effect: rule.effect,
      words: wordsAt(text, places),
    })),
    marks: marksOf(matches.map(({ rule, places }) => ({ name: rule.name, places }))),
  };
}

function wordsAt(text: string, places: readonly Place[]): string[] {
  return [...new Set(places.map(({ start, end }) => text.slice(start, end)))];
}

/** A story that a rule would have touched. Its words are there only where readers see them too. */
export type TouchedStory = {
  id: string;
  status: Status;
  /** ISO 8601. */
  submittedAt: string;
  text: string | null;
  warnings: ContentWarning[];
  /** What the rule found in it. */
  words: string[];
};

export type Touched = {
  /** How many stories were looked at; `cut` when there were more. */
  looked: number;
  cut: boolean;
  touched: number;
  /** The newest of them. */
  stories: TouchedStory[];
};

/** How far back, and how many at most. */
export const TRIED_DAYS = 30;
export const MOST_TRIED = 5_000;
export const MOST_LISTED = 20;
const AT_ONCE = 250;
/** After so long other requests have their turn, in milliseconds. */
const SLICE = 8;

type Row = {
  id: string;
  text: string;
  beside: string[];
  /** In milliseconds, as the next. */
  at: number;
  sender: string | null;
  accountSince: number | null;
};

/**
 * The stories of the last 30 days that a rule would have touched, as their words are now. Null unless
 * a moderator asks.
 */
export async function touchedStories(viewer: Viewer | null, draft: Draft): Promise<Touched | null> {
  if (!mayScreen(viewer)) return null;
  const set = toSet(draft);
  const recent = await recentStories();
  const looked = Math.min(recent.length, MOST_TRIED);
  const sent = timesBySender(recent);
  const found = new Map<string, RuleMatch>();
  let touched = 0;
  let begun = performance.now();
  for (let from = 0; from < looked; from += AT_ONCE) {
    const rows = await readTexts(recent.slice(from, Math.min(from + AT_ONCE, looked)));
    for (const row of rows) {
      const [match] = matchRules(set, {
        text: row.text,
        beside: row.beside,
        at: row.at,
        sentAt: (row.sender && sent.get(row.sender)) || [],
        accountSince: row.accountSince,
      });
      if (match) {
        touched += 1;
        if (found.size < MOST_LISTED) found.set(row.id, match);
      }
      if (performance.now() - begun > SLICE) {
        await nextTurn();
        begun = performance.now();
      }
    }
  }
  const stories = await readTouched(found);
  return { looked, cut: recent.length > looked, touched, stories };
}

type Recent = Omit<Row, "text" | "beside">;

/** Newest first, and one more than are looked at. Read by pg itself, a row at a time. */
async function recentStories(): Promise<Recent[]> {
  const since = new Date(Date.now() - TRIED_DAYS * 24 * 60 * 60_000);
  const { rows } = await database().pool.query<Recent>(
    `SELECT s."id", extract(epoch FROM s."submittedAt")::float8 * 1000 AS at,
       encode(s."senderHash", 'hex') AS sender,
       extract(epoch FROM u."createdAt")::float8 * 1000 AS "accountSince"
     FROM "Story" s LEFT JOIN "User" u ON u."id" = s."storytellerId"
     WHERE s."submittedAt" > $1 AND s."status" <> 'WITHDRAWN'
     ORDER BY s."submittedAt" DESC, s."id" LIMIT $2`,
    [since, MOST_TRIED + 1],
  );
  return rows;
}

function timesBySender(stories: readonly Recent[]): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const { sender, at } of stories) {
    if (sender === null) continue;
    const known = times.get(sender);
    if (known) known.push(at);
    else times.set(sender, [at]);
  }
  return times;
}

async function readTexts(stories: readonly Recent[]): Promise<Row[]> {
  const ids = stories.map(({ id }) => id);
  const { rows } = await database().pool.query<Pick<Row, "id" | "text" | "beside">>(
    `SELECT s."id", r."text",
       array_remove(ARRAY[r."bylineName", r."bylineRole", r."pictureAlt"], NULL) AS beside
     FROM "Story" s JOIN "Revision" r ON r."id" = s."latestRevisionId"
     WHERE s."id" = ANY($1)`,
    [ids],
  );
  const read = new Map(rows.map((row) => [row.id, row]));
  return stories.flatMap((story) => {
    const words = read.get(story.id);
    return words ? [{ ...story, ...words }] : [];
  });
}

async function readTouched(found: ReadonlyMap<string, RuleMatch>): Promise<TouchedStory[]> {
  const rows = await database().prisma.story.findMany({
    where: { id: { in: [...found.keys()] } },
    orderBy: [{ submittedAt: "desc" }, { id: "asc" }],
    select: {
      id: true,
      status: true,
      submittedAt: true,
      latestRevisionId: true,
      publishedRevisionId: true,
      gatedAt: true,
      warnings: { select: { warning: true, intensity: true } },
      latestRevision: { select: { text: true } },
    },
  });
  return rows.map((row) => {
    const warnings = row.warnings.flatMap(({ warning, intensity }) =>
      isWarningSlug(warning) ? [{ warning, intensity }] : [],
    );
    const text = row.latestRevision?.text ?? "";
    const isOpen =
      row.status === "PUBLISHED" &&
      row.latestRevisionId === row.publishedRevisionId &&
      row.gatedAt === null &&
      row.warnings.length === 0;
    return {
      id: row.id,
      status: row.status,
      submittedAt: row.submittedAt.toISOString(),
      text: isOpen ? text : null,
      warnings,
      words: wordsAt(text, found.get(row.id)?.places ?? []),
    };
  });
}
