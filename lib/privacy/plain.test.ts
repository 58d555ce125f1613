import { expect, test } from "vitest";
import { plain } from "#lib/privacy/plain.ts";

test.each([
  ["９４３", "943"],
  ["٠١٢٩", "0129"],
  ["۰۹", "09"],
  ["०९८", "098"],
  ["০৯", "09"],
  ["020–7946‑0123", "020-7946-0123"],
  ["020\u00a07946\u20090123", "020 7946 0123"],
  ["it’s", "it's"],
  ["＋44", "+44"],
  ["Grüße, नमस्ते", "Grüße, नमस्ते"],
])("%j reads %j", (text, expected) => {
  expect(plain(text)).toBe(expected);
  expect(plain(text)).toHaveLength(text.length);
});
