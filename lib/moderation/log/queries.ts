import "server-only";
import { nameOf, standIns } from "#lib/accounts/name.ts";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { beginningOf, endOf } from "#lib/calls/days.ts";
import { Prisma, database } from "#lib/db.ts";
import * as records from "#lib/generated/messages/records.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { type LogCursor, readLogCursor, writeLogCursor } from "#lib/moderation/log/cursor.ts";
import { reasonLabel } from "#lib/moderation/log/reason-label.ts";
import {
  EXPORT_LIMIT,
  FORMER,
  type LogFilter,
  logFilterSchema,
} from "#lib/moderation/log/schema.ts";
import { readReasons } from "#lib/moderation/reasons/queries.ts";
import type { Reasons } from "#lib/moderation/reasons/schema.ts";
import { noteInWords } from "#lib/moderation/policy.ts";
import { consume, inAWhile } from "#lib/rate-limit.ts";
import { mayReadNotes } from "#lib/reports/policy.ts";
import { type Result, failure, success } from "#lib/result.ts";

export const PAGE_SIZE = 50;
const EXPORT_PAGE = 1_000;

/** A decision as the team sees it. Of the story nothing but where it is. */
export type LogEntry = {
  id: string;
  /** ISO 8601. */
  decidedAt: string;
  /** Name or address. */
  moderator: string;
  /** Two may have the same name. */
  moderatorAddress: string | null;
  kind: DecisionKind;
  /** Its label. */
  reason: string | null;
  /** Whether the storyteller was written to in a moderator's own words. */
  withMessage: boolean;
  /** Null too on a story of the viewer's own. */
  internalNote: string | null;
  undoneAt: string | null;
  storyId: string;
  /** Its title. */
  call: string;
  demo: boolean;
};

type Choice = { value: string; label: string };

/** What the log can be narrowed to, besides kinds and days. */
export type LogChoices = { moderators: Choice[]; reasons: Choice[]; calls: Choice[] };

export type Log = {
  filter: LogFilter;
  choices: LogChoices;
  entries: LogEntry[];
  /** Where the page after this begins; null on the last. */
  older: string | null;
  /** Whether this page is the first. */
  newest: boolean;
};

/** A page of every decision, newest first. `values` are an address's. Null unless a moderator asks. */
export async function getLog(
  viewer: Viewer | null,
  values: Record<string, unknown>,
): Promise<Log | null> {
  if (!isModerator(viewer)) return null;
  const reasons = await readReasons();
  const choices = await readChoices(reasons);
  const filter = asChoosable(logFilterSchema.parse(values), choices);
  const cursor = readLogCursor(values.older);
  const page = await readPage({ viewer, filter, cursor, take: PAGE_SIZE, reasons });
  return { filter, choices, ...page, newest: cursor === null };
}

export type ExportPage = {
  entries: LogEntry[];
  /** Whether there were more, and the file ends here. */
  cut: boolean;
};

/** The same decisions whole, a page at a time, up to `limit` of them. */
export async function exportLog(
  viewer: Viewer | null,
  values: Record<string, unknown>,
  limit = EXPORT_LIMIT,
): Promise<Result<AsyncGenerator<ExportPage>>> {
  if (!isModerator(viewer)) return failure("not-found", records.nothingHere());
  const counted = await consume("export", `log of ${viewer.id}`);
  if (!counted.ok) {
    const when = inAWhile(counted.retryAfterSeconds);
    return failure("rate-limited", records.manyCopies({ when }));
  }
  const reasons = await readReasons();
  const filter = asChoosable(logFilterSchema.parse(values), await readChoices(reasons));
  return success(readPages({ viewer, filter, reasons }, limit));
}

async function* readPages(
  asked: Pick<PageOf, "viewer" | "filter" | "reasons">,
  limit: number,
): AsyncGenerator<ExportPage> {
  let cursor: LogCursor | null = null;
  for (let left = limit; ; left -= EXPORT_PAGE) {
    const take = Math.min(EXPORT_PAGE, left);
    const { entries, older }: Page = await readPage({ ...asked, cursor, take });
    const cut = older !== null && take === left;
    yield { entries, cut };
    if (older === null || cut) return;
    cursor = readLogCursor(older);
  }
}

/** Without what nobody could have chosen: it means all. */
function asChoosable(filter: LogFilter, choices: LogChoices): LogFilter {
  const among = (all: Choice[], value: string | null) =>
    all.some((choice) => choice.value === value) ? value : null;
  return {
    ...filter,
    moderator: among(choices.moderators, filter.moderator),
    reason: among(choices.reasons, filter.reason),
    call: among(choices.calls, filter.call),
  };
}

/** What stands for accounts that are gone. */
const former = (): Choice => ({ value: FORMER, label: standIns.former });

/** Everyone who has decided anything, found by stepping from one to the next along the index. */
export async function readDeciders(): Promise<Choice[]> {
  const rows = await database().prisma.$queryRaw<(Person & { id: string })[]>`
    WITH RECURSIVE one(id) AS (
      (SELECT min("moderatorId") FROM "Decision")
      UNION ALL
      SELECT (SELECT min("moderatorId") FROM "Decision" WHERE "moderatorId" > one.id)
      FROM one WHERE one.id IS NOT NULL
    )
    SELECT u."id", u."name", u."email" FROM one JOIN "User" u ON u."id" = one.id
    ORDER BY lower(coalesce(u."name", u."email")), u."id"`;
  const known = rows.filter((each) => !isFormer(each));
  return [
    ...known.map((each) => ({ value: each.id, label: labelOf(each) })),
    ...(known.length < rows.length ? [former()] : []),
  ];
}

async function readChoices(reasons: Reasons): Promise<LogChoices> {
  const [moderators, calls] = await Promise.all([
    readDeciders(),
    database().prisma.call.findMany({
      orderBy: [{ opensAt: "desc" }, { id: "asc" }],
      select: { slug: true, title: true },
    }),
  ]);
  return {
    moderators,
    reasons: [...reasons.keys()].map((slug) => ({
      value: slug,
      label: reasonLabel(reasons, slug),
    })),
    calls: calls.map(({ slug, title }) => ({ value: slug, label: title })),
  };
}

type Person = { name: string | null; email: string | null };

/** Two may have the same name. */
function labelOf({ name, email }: Person): string {
  return name && email ? `${name} (${email})` : nameOf({ name, email }, standIns.former);
}

const isFormer = ({ name, email }: Person) => name === null && email === null;

type Row = Person & {
  id: string;
  createdAt: Date;
  kind: DecisionKind;
  reason: string | null;
  withMessage: boolean;
  internalNote: string | null;
  undoneAt: Date | null;
  storyId: string;
  storytellerId: string | null;
  call: string;
  demo: boolean;
};

type Page = Pick<Log, "entries" | "older">;
type PageOf = {
  viewer: Viewer;
  filter: LogFilter;
  cursor: LogCursor | null;
  take: number;
  reasons: Reasons;
};

/** One query, along the index of times; one row more than a page tells whether there are older ones. */
async function readPage(asked: PageOf): Promise<Page> {
  const { viewer, filter, cursor, take, reasons } = asked;
  const rows = await database().prisma.$queryRaw<Row[]>`
    SELECT d."id", d."createdAt", d."kind"::text AS "kind", d."reason",
      d."message" IS NOT NULL AS "withMessage", d."internalNote", d."undoneAt", d."storyId",
      u."name", u."email", c."title" AS "call", s."demo", s."storytellerId"
    FROM "Decision" d
      JOIN "User" u ON u."id" = d."moderatorId"
      JOIN "Story" s ON s."id" = d."storyId"
      JOIN "Call" c ON c."id" = s."callId"
    WHERE ${Prisma.join(conditionsOf(filter, cursor), " AND ")}
    ORDER BY d."createdAt" DESC, d."id" DESC
    LIMIT ${take + 1}`;
  const page = rows.slice(0, take);
  const last = page.at(-1);
  const hasOlder = last !== undefined && rows.length > take;
  return {
    entries: page.map((row) => toEntry(viewer, row, reasons)),
    older: hasOlder ? writeLogCursor({ decidedAt: last.createdAt, id: last.id }) : null,
  };
}

function conditionsOf(filter: LogFilter, cursor: LogCursor | null): Prisma.Sql[] {
  const { moderator, kind, reason, call, from, to } = filter;
  const moment = (date: Date) => Prisma.sql`${date.toISOString()}::timestamptz`;
  const conditions = [Prisma.sql`TRUE`];
  if (moderator === FORMER) conditions.push(Prisma.sql`u."name" IS NULL AND u."email" IS NULL`);
  else if (moderator) conditions.push(Prisma.sql`d."moderatorId" = ${moderator}`);
  if (kind) conditions.push(Prisma.sql`d."kind" = ${kind}::"DecisionKind"`);
  if (reason) conditions.push(Prisma.sql`d."reason" = ${reason}`);
  if (call) conditions.push(Prisma.sql`c."slug" = ${call}`);
  if (from) conditions.push(Prisma.sql`d."createdAt" >= ${moment(beginningOf(from))}`);
  if (to) conditions.push(Prisma.sql`d."createdAt" < ${moment(endOf(to))}`);
  if (cursor) {
    conditions.push(
      Prisma.sql`(d."createdAt", d."id") < (${moment(cursor.decidedAt)}, ${cursor.id})`,
    );
  }
  return conditions;
}

function toEntry(viewer: Viewer, row: Row, reasons: Reasons): LogEntry {
  const { name, email, createdAt, undoneAt, reason, storytellerId, internalNote, ...rest } = row;
  return {
    ...rest,
    internalNote: mayReadNotes(viewer, { storytellerId }) ? noteInWords(internalNote) : null,
    decidedAt: createdAt.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
    moderator: nameOf({ name, email }, standIns.former),
    moderatorAddress: email,
    reason: reason && reasonLabel(reasons, reason),
  };
}
