import { describe, expect, it } from "vitest";
import { z } from "zod";
import { contactFields, noContact, toContact } from "#lib/stories/contact.ts";

const schema = z.object(contactFields);
const parse = (email: string) => schema.safeParse({ ...noContact, email });

describe("the contact of a story", () => {
  it.each(["", "   "])("may be left out (%j)", (email) => {
    expect(parse(email).data).toEqual(noContact);
  });

  it("is an address in lower case", () => {
    expect(parse(" Noor@Example.ORG ").data?.email).toBe("noor@example.org");
  });

  it.each([
    ["noor", /Please type an e-mail address/],
    ["noor@example", /Please type an e-mail address/],
    ["a@example.org, b@example.org", /Please type an e-mail address/],
    ["noor@example.org\nBcc: b@example.org", /Please type an e-mail address/],
    [`${"n".repeat(250)}@example.org`, /at most 254/],
  ])("is refused in a sentence: %j", (email, sentence) => {
    expect(parse(email).error?.issues.map(({ message }) => message)).toEqual([
      expect.stringMatching(sentence),
    ]);
  });

  it("is nobody's to write to without an address", () => {
    expect(toContact({ email: "", editorsMayWrite: true })).toBeNull();
    expect(toContact({ email: "noor@example.org", editorsMayWrite: true })).toEqual({
      email: "noor@example.org",
      editorsMayWrite: true,
    });
  });
});
