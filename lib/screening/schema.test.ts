import { describe, expect, test } from "vitest";
import {
  PHRASES_LIMIT,
  type RuleFormValues,
  emptyRuleForm,
  ruleFormSchema,
  toTriedWords,
} from "#lib/screening/schema.ts";

const filled: RuleFormValues = { ...emptyRuleForm, name: "Adverts", phrases: "buy now" };

function problems(over: Partial<RuleFormValues>): string[] {
  const parsed = ruleFormSchema.safeParse({ ...filled, ...over });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join("."));
}

describe("a rule's form", () => {
  test("phrases are tidied, and each is kept once", () => {
    const phrases = "  buy   now \r\n\r\nbuy now\ncafe\u0301\n";
    expect(ruleFormSchema.parse({ ...filled, phrases })).toEqual({
      name: "Adverts",
      kind: "PHRASES",
      phrases: ["buy now", "café"],
      atLeast: null,
      hours: null,
      effect: "MARK",
      sentence: null,
      active: true,
    });
  });

  test.each([
    [
      { kind: "LINKS", links: "2" },
      { atLeast: 2, hours: null },
    ],
    [
      { kind: "REPEATED_SENDER", stories: "4", within: "12" },
      { atLeast: 4, hours: 12 },
    ],
    [
      { kind: "NEW_ACCOUNT", younger: "720" },
      { atLeast: null, hours: 720 },
    ],
  ])("%j needs no phrases, and keeps none", (over, expected) => {
    expect(ruleFormSchema.parse({ ...filled, ...over })).toMatchObject({
      phrases: [],
      ...expected,
    });
  });

  test("a sentence is kept only where it is said, and switched off is off", () => {
    const sentence = "Please leave prices out.";
    expect(ruleFormSchema.parse({ ...filled, sentence }).sentence).toBeNull();
    const refusing = { ...filled, sentence, effect: "REFUSE", active: "" };
    expect(ruleFormSchema.parse(refusing)).toMatchObject({ sentence, active: false });
  });

  test.each<[Partial<RuleFormValues>, string[]]>([
    [{ name: " " }, ["name"]],
    [{ name: "n".repeat(81) }, ["name"]],
    [{ name: "\u0000" }, ["name"]],
    [{ phrases: "" }, ["phrases"]],
    [{ phrases: "\u200b" }, ["phrases"]],
    [{ phrases: "p".repeat(101) }, ["phrases"]],
    [{ phrases: "a\ud800" }, ["phrases"]],
    [
      { phrases: Array.from({ length: PHRASES_LIMIT + 1 }, (_, at) => `p${at}`).join("\n") },
      ["phrases"],
    ],
    [{ kind: "LINKS", links: "0" }, ["links"]],
    [{ kind: "LINKS", links: "1.5" }, ["links"]],
    [{ kind: "LINKS", links: "1e3" }, ["links"]],
    [{ kind: "LINKS", links: "" }, ["links"]],
    [{ kind: "REPEATED_SENDER", stories: "1", within: "721" }, ["stories", "within"]],
    [{ kind: "NEW_ACCOUNT", younger: "-1" }, ["younger"]],
    [{ kind: "REGEXP" }, ["kind"]],
    [{ effect: "DELETE" }, ["effect"]],
    [{ effect: "REFUSE" }, ["sentence"]],
    [{ effect: "REFUSE", sentence: "s".repeat(301) }, ["sentence"]],
  ])("%j", (over, fields) => {
    expect(problems(over)).toEqual(fields);
  });

  test("as many phrases as there may be, each as long as it may be", () => {
    const phrases = Array.from({ length: PHRASES_LIMIT }, (_, at) => `${at} `.padEnd(100, "p"));
    expect(problems({ phrases: phrases.join("\n") })).toEqual([]);
  });
});

test("words to try are read as a story would be, and cut where none could go on", () => {
  expect(toTriedWords("cafe\u0301\r\n ok ")).toBe("café\n ok");
  expect(toTriedWords("a".repeat(1_000_000))).toHaveLength(10_000);
});
