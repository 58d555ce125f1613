import "server-only";
import { nameOf, standIns } from "#lib/accounts/name.ts";
import { may } from "#lib/accounts/rights.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { isWarningSlug } from "#lib/content-warnings/list.ts";
import { type Prisma, type Transaction, database } from "#lib/db.ts";
import { type Helpline, numbersOf } from "#lib/helplines/helpline.ts";
import { OLD_AFTER_DAYS, isHelplineId } from "#lib/helplines/policy.ts";
import {
  type HelplineFormValues,
  type HelplineInput,
  toFormValues,
} from "#lib/helplines/schema.ts";
import { sha256 } from "#lib/secrets.ts";

const fields = {
  id: true,
  country: true,
  name: true,
  phone: true,
  text: true,
  textWord: true,
  chatUrl: true,
  url: true,
  hours: true,
  languages: true,
  warnings: true,
  sourceUrl: true,
  checkedOn: true,
  position: true,
  checkedById: true,
  checkedBy: { select: { name: true, email: true } },
} as const satisfies Prisma.HelplineSelect;

type Row = Prisma.HelplineGetPayload<{ select: typeof fields }>;

/** A helpline as it is kept: what its form says, and what only commands set. */
export type KeptHelpline = HelplineInput &
  Pick<Row, "id" | "position" | "checkedById"> & {
    checkedBy: string | null;
  };

function toKept({ checkedBy, checkedOn, warnings, ...row }: Row): KeptHelpline {
  return {
    ...row,
    warnings: warnings.filter(isWarningSlug),
    checkedOn: checkedOn.toISOString().slice(0, 10),
    checkedBy: checkedBy && nameOf(checkedBy, standIns.former),
  };
}

/** Every helpline, those of a country in its order. */
export async function readKept(tx: Transaction = database().prisma): Promise<KeptHelpline[]> {
  const rows = await tx.helpline.findMany({
    select: fields,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map(toKept);
}

export type ListedHelpline = Helpline & Pick<HelplineInput, "sourceUrl" | "checkedOn">;

/** As people are told of it: without what it has not. */
export function toListed(kept: KeptHelpline): ListedHelpline {
  const { id: _i, position: _p, checkedById: _c, checkedBy: _b, ...told } = kept;
  const has = Object.entries(told).filter(([, value]) => value !== null && value.length > 0);
  return Object.fromEntries(has) as unknown as ListedHelpline;
}

/** The numbers of all of them, in digits: a story may say who answered. */
export async function readHelplineNumbers(tx: Transaction = database().prisma): Promise<string[]> {
  const rows = await tx.helpline.findMany({ select: { phone: true, text: true } });
  return numbersOf(rows);
}

/** Today where the database is, in UTC, and the last day on which a check is too long ago. */
export async function readDays(
  tx: Transaction = database().prisma,
): Promise<{ today: string; old: string }> {
  const [days] = await tx.$queryRaw<{ today: string; old: string }[]>`
    SELECT day::text AS today, (day - ${OLD_AFTER_DAYS + 1}::int)::text AS old
    FROM (SELECT (now() AT TIME ZONE 'UTC')::date AS day) AS days`;
  if (!days) throw new Error("The database knows no day.");
  return days;
}

/** A helpline as those who look after it see it. */
export type HelplineAtDesk = ListedHelpline & {
  id: string;
  /** Null: as it came with the installation, or by someone who has left. */
  checkedBy: string | null;
  /** Whether that was too long ago. */
  old: boolean;
  seen: string;
};

/** All of them, of each country in its order; null unless an admin asks. */
export async function listHelplines(viewer: Viewer | null): Promise<HelplineAtDesk[] | null> {
  if (!may(viewer, "edit-helplines")) return null;
  const [all, { old }] = await Promise.all([readKept(), readDays()]);
  return all.map((kept) => atDesk(kept, old));
}

function atDesk(kept: KeptHelpline, old: string): HelplineAtDesk {
  const { id, checkedBy, checkedOn } = kept;
  return { ...toListed(kept), id, checkedBy, old: checkedOn <= old, seen: seenOf(kept) };
}

/** What an admin has seen of a helpline, so that a change made meanwhile is not lost. */
export function seenOf(kept: KeptHelpline): string {
  const seen = sha256(JSON.stringify(toFormValues(kept)));
  return Buffer.from(seen).toString("base64url");
}

/** How many were last checked too long ago; 0 for whoever does not look after them. */
export async function countOldHelplines(viewer: Viewer | null): Promise<number> {
  if (!may(viewer, "edit-helplines")) return 0;
  const { old } = await readDays();
  return database().prisma.helpline.count({ where: { checkedOn: { lte: new Date(old) } } });
}

export type EditableHelpline = HelplineAtDesk & { values: HelplineFormValues };

/** A helpline as its form shows it; null when there is none, or unless an admin asks. */
export async function getHelplineForEditing(
  viewer: Viewer | null,
  id: string,
): Promise<EditableHelpline | null> {
  if (!may(viewer, "edit-helplines") || !isHelplineId(id)) return null;
  const row = await database().prisma.helpline.findUnique({ where: { id }, select: fields });
  if (!row) return null;
  const { old } = await readDays();
  const kept = toKept(row);
  return { ...atDesk(kept, old), values: toFormValues(kept) };
}
