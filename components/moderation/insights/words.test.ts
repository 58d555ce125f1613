import { expect, test } from "vitest";
import {
  besidesWords,
  duration,
  longDay,
  percent,
  shortDay,
} from "#components/moderation/insights/words.ts";
import { inLocale } from "#lib/in-locale.ts";

const hour = 3_600;

test.each([
  [0, "0 min"],
  [12, "under a minute"],
  [60, "1 min"],
  [59.6 * 60, "1 h"],
  [hour * 3 + 20 * 60, "3 h 20 min"],
  [hour * 23.4, "23 h 24 min"],
  [hour * 23.9, "1 day"],
  [hour * 24, "1 day"],
  [hour * 52, "2 days 4 h"],
  [hour * 24 * 9.99, "10 days"],
  [hour * 24 * 1_200.4, "1,200 days"],
])("%d seconds: %s", (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});

test.each([
  [0, 0, "–"],
  [0, 40, "0 %"],
  [1, 100_000, "0.1 %"],
  [1, 40, "2.5 %"],
  [2, 40, "5 %"],
  [1, 8, "13 %"],
  [40, 40, "100 %"],
])("%d of %d: %s", (part, whole, words) => {
  expect(percent({ part, whole })).toBe(words);
});

test("days", () => {
  expect([shortDay("2026-11-01"), longDay("2026-11-01")]).toEqual(["1 Nov", "1 November 2026"]);
});

test.each([
  [null, null],
  [{ demo: 0, reported: 0 }, null],
  [{ demo: 1, reported: 0 }, "Also in the queue: 1 demo story."],
  [{ demo: 0, reported: 2 }, "Also in the queue: 2 published stories with reports."],
  [
    { demo: 12, reported: 1 },
    "Also in the queue: 12 demo stories and 1 published story with reports.",
  ],
])("what the queue has besides: %j", (besides, words) => {
  expect(besidesWords(besides)).toBe(words);
});

test("figures and days in Spanish", () => {
  inLocale("es", () => {
    expect(duration(hour * 52)).toBe("2 días 4 h");
    expect(duration(hour * 24 * 1_200.4)).toBe("1200 días");
    expect(percent({ part: 1, whole: 40 })).toBe("2,5 %");
    expect([shortDay("2026-11-01"), longDay("2026-11-01")]).toEqual([
      "1 nov",
      "1 de noviembre de 2026",
    ]);
    expect(besidesWords({ demo: 12, reported: 1 })).toBe(
      "También en la cola: 12 historias de demostración y 1 historia publicada con denuncias.",
    );
  });
});
