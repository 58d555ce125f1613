import { expect, test } from "vitest";
import { exchange } from "#lib/exchange.ts";
import { ACCEPTED_NOTE, noteInWords } from "#lib/moderation/policy.ts";

const inSpanish = <T>(what: () => T) =>
  exchange.run({ requestId: "t", begun: 0, locale: "es", pathname: "/" }, what);

test("what the site noted is in the language of who reads it, what a moderator noted as it is", () => {
  expect(noteInWords(ACCEPTED_NOTE)).toBe(ACCEPTED_NOTE);
  expect(inSpanish(() => noteInWords(ACCEPTED_NOTE))).toBe(
    "Quien la contó aceptó las palabras propuestas.",
  );
  expect(inSpanish(() => noteInWords("The third this week."))).toBe("The third this week.");
  expect(noteInWords(null)).toBeNull();
});
