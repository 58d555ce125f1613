import { expect, test } from "vitest";
import { type Count, toMonths } from "#lib/moderation/log/public/months.ts";
import type { Reason } from "#lib/moderation/reasons/schema.ts";

const count = (over: Partial<Count>): Count => ({
  month: "2026-11",
  kind: "APPROVE",
  reason: null,
  count: 1,
  ...over,
});

const labels = {
  unclear: "Hard to follow",
  hateful: "Hateful or demeaning",
  promotion: "Advertising or spam",
  other: "Something else (say what)",
};

/** In the order of the list. Nobody asks here whether one is still offered. */
const reasons = new Map(
  Object.entries(labels).map(([slug, label]): [string, Reason] => {
    const retired = slug === "hateful";
    return [slug, { slug, label, retired, kinds: ["REJECT"], message: "", needsMore: false }];
  }),
);

test("kinds and reasons are counted apart, the newest month first", () => {
  const months = toMonths(
    [
      count({ month: "2025-12", count: 5 }),
      count({ kind: "REJECT", reason: "promotion", count: 2 }),
      count({ kind: "TAKE_DOWN", reason: "promotion" }),
      count({ kind: "ASK_FOR_CHANGES", reason: "unclear", count: 4 }),
      count({ kind: "REJECT", reason: "other" }),
      count({ kind: "REJECT", reason: "hateful" }),
      count({ kind: "RESTORE" }),
      count({ count: 20 }),
    ],
    reasons,
  );
  expect(months).toEqual([
    {
      month: "2026-11",
      total: 30,
      counts: {
        kinds: [
          { kind: "APPROVE", count: 20 },
          { kind: "ASK_FOR_CHANGES", count: 4 },
          { kind: "REJECT", count: 4 },
          { kind: "TAKE_DOWN", count: 1 },
          { kind: "RESTORE", count: 1 },
        ],
        reasons: [
          { label: "Hard to follow", count: 4 },
          { label: "Advertising or spam", count: 3 },
          { label: "Hateful or demeaning", count: 1 },
          { label: "Something else (say what)", count: 1 },
        ],
      },
    },
    { month: "2025-12", total: 5, counts: { kinds: [{ kind: "APPROVE", count: 5 }], reasons: [] } },
  ]);
});

test("reasons that differ only in how they end are told apart", () => {
  const alike = new Map(
    ["ours", "theirs"].map((whose): [string, Reason] => {
      const label = `Recognisable (${whose})`;
      return [
        whose,
        { slug: whose, label, retired: false, kinds: ["REJECT"], message: "", needsMore: false },
      ];
    }),
  );
  const [month] = toMonths(
    [
      count({ kind: "REJECT", reason: "ours", count: 3 }),
      count({ kind: "REJECT", reason: "theirs", count: 2 }),
    ],
    alike,
  );
  expect(month?.counts?.reasons).toEqual([
    { label: "Recognisable (ours)", count: 3 },
    { label: "Recognisable (theirs)", count: 2 },
  ]);
});

test("of a month with four nothing but that there were four", () => {
  const few = [count({ kind: "REJECT", reason: "hateful", count: 3 }), count({})];
  expect(toMonths(few, reasons)).toEqual([{ month: "2026-11", total: 4, counts: null }]);
  expect(toMonths([...few, count({ kind: "RESTORE" })], reasons)[0]?.counts?.kinds).toHaveLength(3);
});

test("a reason that is not known any more is another one", () => {
  const [month] = toMonths(
    [
      count({ kind: "REJECT", reason: "gone", count: 3 }),
      count({ kind: "REJECT", reason: "gone-too", count: 2 }),
    ],
    reasons,
  );
  expect(month?.counts?.reasons).toEqual([{ label: "Another reason", count: 5 }]);
});

test("as many of each are told in the order of the list, which is not the alphabet's", () => {
  const slugs = ["other", "promotion", "unclear", "hateful"];
  const [month] = toMonths(
    slugs.map((reason) => count({ kind: "REJECT", reason, count: 2 })),
    reasons,
  );
  expect(month?.counts?.reasons.map(({ label }) => label)).toEqual([
    "Hard to follow",
    "Hateful or demeaning",
    "Advertising or spam",
    "Something else (say what)",
  ]);
});
