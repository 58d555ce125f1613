import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import {
  callsForHelpline,
  commonWarnings,
  gateLabel,
  isWarningSlug,
  warningGroups,
  warningLabel,
  warningSlugs,
} from "#lib/content-warnings/list.ts";
import { inLocale } from "#lib/in-locale.ts";

const listed = warningGroups.flatMap((group) => group.warnings.map(({ slug }) => slug));

describe("the list", () => {
  test("has each slug once", () => {
    expect(new Set(listed).size).toBe(listed.length);
    expect(warningSlugs).toEqual(listed);
  });

  test("has only slugs that the database takes", () => {
    const folder = path.join(import.meta.dirname, "../../prisma/migrations");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const sql = files
      .filter((name) => name.endsWith(".sql"))
      .map((name) => readFileSync(path.join(folder, name), "utf8"))
      .join("\n");
    const checks = [
      ...sql.matchAll(/"(?:Revision|Story)Warning_slug" CHECK \("warning" ~ '([^']+)'\)/g),
    ];
    expect(checks).toHaveLength(2);
    for (const [, shape = ""] of checks) {
      for (const slug of listed) expect(slug).toMatch(new RegExp(shape));
    }
  });

  test("has the common ones, each once", () => {
    expect(commonWarnings.filter((slug) => !isWarningSlug(slug))).toEqual([]);
    expect(new Set(commonWarnings).size).toBe(commonWarnings.length);
  });

  test("has a label of its own for each", () => {
    const labels = listed.map(warningLabel);
    expect(new Set(labels).size).toBe(labels.length);
    for (const label of labels) expect(label).toMatch(/^[a-z]/);
  });

  test.each(["toString", "__proto__", "", "Death", "death "])("does not have %j", (slug) => {
    expect(isWarningSlug(slug)).toBe(false);
  });
});

test("the gate says what is inside and how strongly, in the order given", () => {
  expect(gateLabel([{ warning: "stillbirth", intensity: "DESCRIBED" }])).toBe(
    "Contains: stillbirth, described",
  );
  expect(
    gateLabel([
      { warning: "child-death", intensity: "GRAPHIC" },
      { warning: "needles", intensity: "MENTIONED" },
    ]),
  ).toBe("Contains: death of a child or baby, graphic; needles, mentioned");
});

test("a helpline is offered where a reader may need one", () => {
  expect(callsForHelpline([])).toBe(false);
  expect(callsForHelpline([{ warning: "needles" }, { warning: "death" }])).toBe(false);
  expect(callsForHelpline([{ warning: "needles" }, { warning: "suicide" }])).toBe(true);
  for (const warning of ["self-harm", "stillbirth", "sexual-assault", "addiction"]) {
    expect(callsForHelpline([{ warning }]), warning).toBe(true);
  }
});

test("in Spanish, how strongly it is said agrees with what it is said of", () => {
  const labelled = inLocale("es", () =>
    gateLabel([
      { warning: "suicide", intensity: "MENTIONED" },
      { warning: "child-death", intensity: "DESCRIBED" },
      { warning: "needles", intensity: "GRAPHIC" },
      { warning: "end-of-life", intensity: "MENTIONED" },
    ]),
  );
  expect(labelled).toBe(
    "Contiene: suicidio, mencionado; muerte de un niño o un bebé, descrita; agujas, explícitas; cuidados al final de la vida, mencionados",
  );
  const labels = inLocale("es", () => listed.map(warningLabel));
  expect(new Set(labels).size).toBe(listed.length);
});
