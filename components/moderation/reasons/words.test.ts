import { expect, test } from "vitest";
import { doneSentence, groupByKinds, kindsInWords } from "#components/moderation/reasons/words.ts";
import { inLocale } from "#lib/in-locale.ts";

const all = ["ASK_FOR_CHANGES", "REJECT", "TAKE_DOWN"] as const;

test("decisions are named in their own order", () => {
  expect(kindsInWords(["TAKE_DOWN"])).toBe("take down");
  expect(kindsInWords(["TAKE_DOWN", "REJECT"])).toBe("reject or take down");
  expect(kindsInWords(["TAKE_DOWN", "REJECT", "ASK_FOR_CHANGES"])).toBe(
    "ask for changes, reject or take down",
  );
});

test("reasons that fit every decision come first, the others apart by what they fit", () => {
  const every = { slug: "every", kinds: all };
  const change = { slug: "change", kinds: ["ASK_FOR_CHANGES"] } as const;
  const refuse = { slug: "refuse", kinds: ["REJECT", "TAKE_DOWN"] } as const;
  const reasons = [change, every, refuse];
  expect(groupByKinds(reasons, ["ASK_FOR_CHANGES", "REJECT", "SET_WARNINGS"])).toEqual({
    ofAll: [every],
    groups: [
      { label: "Only to ask for changes", reasons: [change] },
      { label: "Only to reject", reasons: [refuse] },
    ],
  });
  expect(groupByKinds(reasons, ["TAKE_DOWN"])).toEqual({ ofAll: [every, refuse], groups: [] });
  // Each stands in the list once, also where it fits two of three.
  expect(groupByKinds(reasons, all).groups).toEqual([
    { label: "Only to ask for changes", reasons: [change] },
    { label: "Only to reject or take down", reasons: [refuse] },
  ]);
});

test("what was done is said of a reason that there is, by its place among those offered", () => {
  const listed = (slug: string, retired = false) => ({ slug, label: slug.toUpperCase(), retired });
  const reasons = [listed("a"), listed("b", true), listed("c")];
  expect(doneSentence("up", "c", reasons)).toBe("“C” is now number 2 of 2.");
  expect(doneSentence("retired", "b", reasons)).toContain("“B” is retired.");
  expect(doneSentence("added", "nowhere", reasons)).toBeNull();
});

test("in Spanish", () => {
  inLocale("es", () => {
    expect(kindsInWords(["TAKE_DOWN", "REJECT", "ASK_FOR_CHANGES"])).toBe(
      "pedir cambios, rechazar o retirar del sitio",
    );
  });
});
