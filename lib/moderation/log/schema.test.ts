import fc from "fast-check";
import { expect, test } from "vitest";
import {
  everything,
  isNarrowed,
  logFilterSchema,
  logQuery,
  readParameters,
} from "#lib/moderation/log/schema.ts";

const filter = {
  moderator: "cmeabc123",
  kind: "ASK_FOR_CHANGES",
  reason: "off-topic",
  call: "the-ones-you-carry",
  from: "2026-11-01",
  to: "2026-11-30",
} as const;

test("an address says what the log is narrowed to, and is read back", () => {
  expect(logQuery(everything)).toBe("");
  expect(isNarrowed(everything)).toBe(false);
  expect(isNarrowed({ ...everything, to: "2026-11-30" })).toBe(true);
  const query = logQuery(filter, "mabc1234-c1");
  expect(query).toContain("older=mabc1234-c1");
  expect(logFilterSchema.parse(readParameters(new URLSearchParams(query)))).toEqual(filter);
});

test.each([
  { moderator: "a".repeat(121) },
  { moderator: "x' OR 1=1 --" },
  { moderator: ["a", "b"] },
  { kind: "approve" },
  { kind: "__proto__" },
  { reason: "\0" },
  { call: "../.." },
  { from: "2026-02-30" },
  { from: "1999-12-31" },
  { to: "12026-01-01" },
  { to: "2026-11-30T00:00:00Z" },
  { from: {} },
])("%j means all", (values) => {
  expect(logFilterSchema.parse(values)).toEqual(everything);
});

test("what stands twice in an address says nothing", () => {
  const parameters = new URLSearchParams("kind=REJECT&kind=APPROVE&call=a");
  expect(readParameters(parameters)).toEqual({ call: "a" });
});

test("nothing that an address can hold is too much", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(filter)), fc.anything()), (values) => {
      expect(logFilterSchema.safeParse(values).success).toBe(true);
    }),
  );
});
