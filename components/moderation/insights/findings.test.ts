import { expect, test } from "vitest";
import {
  callsFinding,
  firstFinding,
  kindsFinding,
  reasonsFinding,
  reversalsFinding,
  waitingFinding,
  warningsFinding,
} from "#components/moderation/insights/findings.ts";

const past = { from: "2026-11-20", to: "2026-11-21", days: 2, untilNow: false };

test("waiting: how many, and the most", () => {
  const rising = [
    { day: "2026-11-20", count: 2 },
    { day: "2026-11-21", count: 3 },
  ];
  expect(waitingFinding({ waiting: rising, period: past })).toBe(
    "3 stories waited at the end of 21 November 2026. In this time there never were more.",
  );
  expect(waitingFinding({ waiting: rising.toReversed(), period: past })).toBe(
    "2 stories waited at the end of 20 November 2026. The most were 3, on 21 November 2026.",
  );
  expect(waitingFinding({ waiting: rising, period: { ...past, untilNow: true } })).toBe(
    "3 stories wait now. In this time there never were more.",
  );
  expect(waitingFinding({ waiting: [{ day: "2026-11-20", count: 0 }], period: past })).toBeNull();
});

test("time to the first decision", () => {
  const overall = { count: 1, median: 3_600, ninetieth: 90_000 };
  expect(firstFinding({ first: { weeks: [], overall } })).toBe(
    "1 story had its first decision. Half were decided on within 1 h, nine of ten within 1 day 1 h.",
  );
  expect(firstFinding({ first: { weeks: [], overall: null } })).toBeNull();
});

test("kinds, reasons, warnings and calls: the most frequent", () => {
  const kinds = [
    { kind: "APPROVE" as const, count: 30 },
    { kind: "REJECT" as const, count: 10 },
  ];
  expect(kindsFinding({ kinds })).toBe("40 decisions. The most frequent: Approved, 30 (75 %).");
  expect(reasonsFinding({ reasons: [{ label: "Hateful", count: 1 }] })).toBe(
    "The most frequent reason: Hateful, given 1 time.",
  );
  const by = { MENTIONED: 1, DESCRIBED: 0, GRAPHIC: 0 };
  const all = [{ label: "death", count: 1, by }];
  expect(warningsFinding({ warnings: { all, stories: 12, without: 11 } })).toBe(
    "Of 12 approved stories, 1 has content warnings. The most frequent: death, on 1.",
  );
  const share = { part: 0, whole: 3 };
  const call = { title: "The night", decisions: 3, first: null, undone: share, overturned: share };
  expect(callsFinding({ byCall: [call] })).toBe(
    "1 call had stories that were decided on. The most: “The night”, 3 decisions.",
  );
});

test("undone, and decided otherwise on appeal", () => {
  expect(
    reversalsFinding({ undone: { part: 1, whole: 40 }, overturned: { part: 0, whole: 0 } }),
  ).toBe("Undone: 1 of 40 decisions (2.5 %). No appeal was answered.");
  expect(
    reversalsFinding({ undone: { part: 0, whole: 1 }, overturned: { part: 1, whole: 2 } }),
  ).toBe("Undone: 0 of 1 decision (0 %). Decided otherwise on appeal: 1 of 2 answers (50 %).");
});

test("of nothing there is nothing to say", () => {
  const none = { part: 0, whole: 0 };
  expect([
    waitingFinding({ waiting: [], period: past }),
    kindsFinding({ kinds: [] }),
    reasonsFinding({ reasons: [] }),
    warningsFinding({ warnings: { all: [], stories: 4, without: 4 } }),
    reversalsFinding({ undone: none, overturned: none }),
    callsFinding({ byCall: [] }),
  ]).toEqual([null, null, null, null, null, null]);
});
