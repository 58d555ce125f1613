import { describe, expect, test } from "vitest";
import { inLocale } from "#lib/in-locale.ts";
import { locales } from "#lib/locale.ts";
import {
  type Finding,
  MOST_FINDINGS,
  findingKindNames,
  findingKinds,
  isFindingKind,
  isRefused,
  mergeFindings,
  readFindings,
} from "#lib/privacy/findings.ts";

const finding = (kind: Finding["kind"], start: number, end: number): Finding => ({
  kind,
  start,
  end,
});

describe("the kinds", () => {
  test("that are refused are those that lead to a person by themselves", () => {
    const refused = findingKindNames.filter((kind) => isRefused({ kind }));
    expect(refused).toEqual(["phone", "email", "national-id", "health-number"]);
  });

  test.each(findingKindNames)("%s: one sentence says why and what to do", (kind) => {
    for (const locale of locales) {
      const { label, sentence } = findingKinds[kind];
      expect(inLocale(locale, label)).toMatch(/^[a-z]/);
      expect(inLocale(locale, sentence)).toMatch(/^[A-Z][^.!?]+\.$/);
      expect(inLocale(locale, sentence).length).toBeLessThan(140);
    }
  });

  test.each(["toString", "__proto__", "", "Name"])("%j is none", (kind) => {
    expect(isFindingKind(kind)).toBe(false);
  });
});

describe("merging", () => {
  test("puts them in the order of the text", () => {
    const [a, b] = [finding("name", 0, 4), finding("place", 9, 12)];
    expect(mergeFindings([b, a])).toEqual([a, b]);
  });

  test("lets refused kinds win, then longer ones, then the first of two alike", () => {
    const phone = finding("phone", 5, 9);
    expect(mergeFindings([finding("place", 0, 30), phone])).toEqual([phone]);
    const hospital = finding("hospital", 0, 20);
    expect(mergeFindings([finding("name", 3, 8), hospital])).toEqual([hospital]);
    const [one, other] = [finding("phone", 0, 9), finding("health-number", 0, 9)];
    expect(mergeFindings([one, other])).toEqual([one]);
    expect(mergeFindings([other, one])).toEqual([other]);
  });

  test("keeps neighbours, and drops what is empty", () => {
    const [a, b] = [finding("name", 0, 4), finding("name", 4, 8)];
    expect(mergeFindings([a, b, finding("url", 6, 6), finding("url", -1, 2)])).toEqual([a, b]);
  });

  test("keeps the most important when there are too many", () => {
    const many = Array.from({ length: 3_000 }, (_, at) => finding("handle", at * 3, at * 3 + 2));
    const email = finding("email", 9_500, 9_510);
    const kept = mergeFindings([...many, email]);
    expect(kept).toHaveLength(MOST_FINDINGS);
    expect(kept).toContainEqual(email);
  });
});

describe("reading what was kept", () => {
  test("gives the findings, and nothing else that was with them", () => {
    const kept = [{ kind: "name", start: 3, end: 7, text: "Rosa" }];
    expect(readFindings(kept)).toEqual([finding("name", 3, 7)]);
    expect(readFindings([])).toEqual([]);
  });

  test.each<[string, unknown]>([
    ["null", null],
    ["a text", "[]"],
    ["an object", { length: 1 }],
    ["a kind that is gone", [{ kind: "shoe", start: 0, end: 1 }]],
    ["a kind of every object", [{ kind: "toString", start: 0, end: 1 }]],
    ["a fraction", [{ kind: "name", start: 0.5, end: 1 }]],
    ["before the text", [{ kind: "name", start: -1, end: 1 }]],
    ["far behind it", [{ kind: "name", start: 0, end: 1e9 }]],
    ["a hole", [null]],
    ["too many", Array(MOST_FINDINGS + 1).fill({ kind: "name", start: 0, end: 1 })],
  ])("gives none for %s", (_, stored) => {
    expect(readFindings(stored)).toEqual([]);
  });
});
