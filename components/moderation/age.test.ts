import { expect, test } from "vitest";
import { ageOf } from "#components/moderation/age.ts";
import { exchange } from "#lib/exchange.ts";

const now = Date.parse("2026-11-21T12:00:00Z");

test.each([
  ["2026-11-21T12:00:05Z", "less than a minute"],
  ["2026-11-21T11:59:30Z", "less than a minute"],
  ["2026-11-21T11:59:00Z", "1 minute"],
  ["2026-11-21T11:00:01Z", "59 minutes"],
  ["2026-11-21T10:30:00Z", "1 hour"],
  ["2026-11-20T12:00:01Z", "23 hours"],
  ["2026-11-01T12:00:00Z", "20 days"],
])("%s is %s old", (iso, age) => {
  expect(ageOf(iso, now)).toBe(age);
});

test.each([
  ["2026-11-21T12:00:05Z", "menos de un minuto"],
  ["2026-11-21T10:30:00Z", "1 hora"],
  ["2026-11-01T12:00:00Z", "20 días"],
])("in Spanish %s is %s old", (iso, age) => {
  exchange.run({ requestId: "t", begun: 0, locale: "es", pathname: "/" }, () => {
    expect(ageOf(iso, now)).toBe(age);
  });
});
