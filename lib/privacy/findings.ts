/**
 * What could tell a reader who a story is about. `refused` kinds are never published, by nobody;
 * the others are pointed out, and the storyteller decides.
 */
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
  label: string;
  /** For the storyteller: why it matters and what to do. */
  sentence: string;
};

export const findingKinds: Record<FindingKind, Words> = {
  phone: {
    refused: true,
    label: "telephone number",
    sentence:
      "Anyone could ring a telephone number, for years to come, so please take it out before you send your story.",
  },
  email: {
    refused: true,
    label: "e-mail address",
    sentence:
      "An e-mail address leads straight to a person, so please take it out before you send your story.",
  },
  "national-id": {
    refused: true,
    label: "identity number",
    sentence:
      "This looks like an official identity number, which can be misused by anyone who reads it, so please take it out.",
  },
  "health-number": {
    refused: true,
    label: "health record number",
    sentence:
      "This looks like a health record number, which leads to one person's records, so please take it out.",
  },
  handle: {
    refused: false,
    label: "handle",
    sentence:
      "A handle leads to someone's account, so keep it only if they would be glad to be found.",
  },
  url: {
    refused: false,
    label: "web address",
    sentence: "A web address may lead to the people in your story, so look where it goes.",
  },
  name: {
    refused: false,
    label: "name",
    sentence:
      "A name lets family and neighbours know who this is about; “my friend” or another name tells it just as well.",
  },
  initials: {
    refused: false,
    label: "initials",
    sentence:
      "Initials are often enough for those who know the person; “she” or “my patient” gives less away.",
  },
  hospital: {
    refused: false,
    label: "hospital",
    sentence:
      "Together with the rest, the name of a hospital or ward can tell who was there; “the hospital” is safer.",
  },
  place: {
    refused: false,
    label: "place",
    sentence:
      "In a small place people know each other's stories, so a wider one, such as the country, gives less away.",
  },
  date: {
    refused: false,
    label: "exact date",
    sentence:
      "An exact date can be matched with a birth, a death or a shift; “that spring” or the year alone is safer.",
  },
  weekday: {
    refused: false,
    label: "named day",
    sentence:
      "A named day helps people work out when this was; “one day” or “that winter” gives less away.",
  },
  age: {
    refused: false,
    label: "age over 89",
    sentence:
      "So few people reach this age that it can point to one of them; “very old” or “in her nineties” is safer.",
  },
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
