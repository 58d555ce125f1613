import { expect, it } from "vitest";
import { readWithin } from "#components/stories/own/reading-time.ts";
import { inLocale } from "#lib/in-locale.ts";

it.each([
  [0, "a minute"],
  [61, "2 minutes"],
  [3600, "60 minutes"],
  [3601, "2 hours"],
  [3 * 3600, "3 hours"],
  [47.2 * 3600, "48 hours"],
  [49 * 3600, "3 days"],
])("%d seconds are within %s", (seconds, words) => {
  expect(readWithin(seconds)).toBe(`Lately, half of the stories were read within ${words}.`);
});

it("counts as the language that is spoken does", () => {
  const inSpanish = (seconds: number) => inLocale("es", () => readWithin(seconds));
  expect(inSpanish(60)).toContain("un minuto.");
  expect(inSpanish(3 * 3600)).toContain("3 horas.");
});
