import fc from "fast-check";
import { expect, test } from "vitest";
import { callLink, messageLink, numberProblem } from "#lib/helplines/numbers.ts";

test.each([
  ["988", "tel:988"],
  ["116 123", "tel:116123"],
  ["13 11 14", "tel:131114"],
  ["0800 111 0 111", "tel:08001110111"],
  ["1-800-273-8255", "tel:18002738255"],
  ["(0800) 567.567", "tel:0800567567"],
  ["+49 800 1110111", "tel:+498001110111"],
])("%s is dialled as %s", (number, link) => {
  expect(numberProblem(number)).toBeNull();
  expect(callLink(number)).toBe(link);
});

test("a message goes to its number, with the word that is asked for", () => {
  expect(messageLink("741741", "HOME")).toBe("sms:741741?body=HOME");
  expect(messageLink("0477 13 11 14")).toBe("sms:0477131114");
  expect(messageLink("85258", "a&b#c")).toBe("sms:85258?body=a%26b%23c");
});

test.each([
  ...[
    "",
    "9",
    "1-800-273-TALK",
    "988;ext=1",
    "988,,1",
    "tel:988",
    "javascript:1",
    "12 34 56 78 90 12 34 56",
  ],
  ...[
    "++49 800",
    "49+800",
    "९८८",
    "９８８",
    "988\n",
    " 988",
    "9\u202e88",
    "0800/1110111",
    "*31#988",
  ],
])("%j is no number", (number) => {
  expect(numberProblem(number)).toContain("in digits");
});

test("a zero that is not dialled after a + is left out", () => {
  expect(numberProblem("+44 (0)20 7946 0123")).toContain("(0)");
  expect(numberProblem("(020) 7946 0123")).toBeNull();
});

test("whatever is a number makes links of digits alone", () => {
  const characters = fc.constantFrom(..."0123456789+()-. ;,?&#x");
  fc.assert(
    fc.property(fc.string({ unit: characters, maxLength: 20 }), (number) => {
      if (numberProblem(number) !== null) return;
      expect(callLink(number)).toMatch(/^tel:\+?\d{2,15}$/);
      expect(messageLink(number)).toMatch(/^sms:\+?\d{2,15}$/);
    }),
  );
});
