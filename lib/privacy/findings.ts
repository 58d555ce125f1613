/**
 * What could tell a reader who a story is about. `refused` kinds are never published, by nobody;
 * the others are pointed out, and the storyteller decides.
 */
import * as privacy from "#lib/generated/messages/privacy.ts";

export const findingKindNames = [
  "phone",
  "email",
  "national-id",
  "health-number",
  "handle",
  "url",
  "name",
  "initials",
  "hospital",
  "place",
  "date",
  "weekday",
  "age",
] as const;

export type FindingKind = (typeof findingKindNames)[number];

/** `start` and `end` are UTF-16 offsets into the text as `normaliseText` leaves it. */
export type Finding = { kind: FindingKind; start: number; end: number };

type Words = {
  refused: boolean;
  /** For the moderator. */
  label: () => string;
  /** For the storyteller: why it matters and what to do. */
  sentence: () => string;
};

export const findingKinds: Record<FindingKind, Words> = {
  phone: { refused: true, label: privacy.phone, sentence: privacy.phoneWhy },
  email: { refused: true, label: privacy.email, sentence: privacy.emailWhy },
  "national-id": { refused: true, label: privacy.nationalId, sentence: privacy.nationalIdWhy },
  "health-number": {
    refused: true,
    label: privacy.healthNumber,
    sentence: privacy.healthNumberWhy,
  },
  handle: { refused: false, label: privacy.handle, sentence: privacy.handleWhy },
  url: { refused: false, label: privacy.url, sentence: privacy.urlWhy },
  name: { refused: false, label: privacy.name, sentence: privacy.nameWhy },
  initials: { refused: false, label: privacy.initials, sentence: privacy.initialsWhy },
  hospital: { refused: false, label: privacy.hospital, sentence: privacy.hospitalWhy },
  place: { refused: false, label: privacy.place, sentence: privacy.placeWhy },
  date: { refused: false, label: privacy.date, sentence: privacy.dateWhy },
  weekday: { refused: false, label: privacy.weekday, sentence: privacy.weekdayWhy },
  age: { refused: false, label: privacy.age, sentence: privacy.ageWhy },
};

export function isFindingKind(kind: string): kind is FindingKind {
  return Object.hasOwn(findingKinds, kind);
}

export function isRefused({ kind }: Pick<Finding, "kind">): boolean {
  return findingKinds[kind].refused;
}

/** A story of 280 characters has far fewer; hostile input could have thousands. */
export const MOST_FINDINGS = 100;

/** In the order of the text, none overlapping another: refused kinds win, then longer ones. */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const taken = new Uint8Array(findings.reduce((most, { end }) => Math.max(most, end), 0));
  return findings
    .filter(({ start, end }) => start >= 0 && start < end)
    .toSorted(byImportance)
    .filter(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    })
    .slice(0, MOST_FINDINGS)
    .toSorted((a, b) => a.start - b.start);
}

function byImportance(a: Finding, b: Finding): number {
  return (
    Number(isRefused(b)) - Number(isRefused(a)) ||
    b.end - b.start - (a.end - a.start) ||
    a.start - b.start
  );
}

/** Findings as they were kept with a revision; none when what was kept is no longer understood. */
export function readFindings(stored: unknown): Finding[] {
  if (!Array.isArray(stored) || stored.length > MOST_FINDINGS || !stored.every(isFinding))
    return [];
  return mergeFindings(stored.map(({ kind, start, end }) => ({ kind, start, end })));
}

// By hand: zod would make the checks that run as one types three times as large.
function isFinding(stored: unknown): stored is Finding {
  if (typeof stored !== "object" || stored === null) return false;
  const { kind, start, end } = stored as Record<string, unknown>;
  return typeof kind === "string" && isFindingKind(kind) && isOffset(start) && isOffset(end);
}

function isOffset(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LONGEST_TEXT;
}

/** In UTF-16 units: TEXT_INPUT_LIMIT of a story. */
const LONGEST_TEXT = 10_000;
