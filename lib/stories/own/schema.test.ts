import { describe, expect, it } from "vitest";
import { APPEAL_LIMIT, appealSchema, findDone } from "#lib/stories/own/schema.ts";

const parse = (text: string) => appealSchema.safeParse({ text });

describe("an appeal", () => {
  it("is in own words, with their line breaks", () => {
    expect(parse(" It is about me.\r\n\r\nNobody else. ").data?.text).toBe(
      "It is about me.\n\nNobody else.",
    );
  });

  it("counts characters, not their halves", () => {
    expect(parse("🫖".repeat(APPEAL_LIMIT)).success).toBe(true);
  });

  it.each([
    ["", /say why/],
    [" \u200e\n", /say why/],
    ["a".repeat(APPEAL_LIMIT + 3), /3 characters too long/],
    ["a".repeat(APPEAL_LIMIT + 1), /^This is 1 character too long/],
    ["a".repeat(20_000), /This is 19,000 characters too long/],
    ["a\0b", /can’t be shown/],
    ["a\ud800b", /can’t be shown/],
    ["\u200b\u3164", /can’t be shown/],
  ])("is refused in a sentence (%#)", (text, sentence) => {
    expect(parse(text).error?.issues[0]?.message).toMatch(sentence);
  });
});

it("what was done is one of a closed list", () => {
  expect(findDone("consents")).toBe("consents");
  for (const other of ["<b>", "toString", undefined, ["consents"]]) {
    expect(findDone(other)).toBeNull();
  }
});
