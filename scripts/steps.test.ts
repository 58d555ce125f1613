import { expect, test } from "vitest";
import { duration } from "#scripts/steps.mjs";

test.each([
  [49, "0.0 s"],
  [99_949, "99.9 s"],
  [99_950, "1 min 40 s"],
  [299_600, "5 min 0 s"],
  [302_000, "5 min 2 s"],
])("%i ms are %s", (milliseconds, said) => {
  expect(duration(milliseconds)).toBe(said);
});
