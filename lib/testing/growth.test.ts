import { expect, test } from "vitest";
import { growth } from "#lib/testing/growth.ts";

let sink = 0;
function steps(count: number) {
  for (let step = 0; step < count; step++) sink = (sink + step) % 7919;
}

test("tells the square of a length from a multiple of it", () => {
  expect(growth("a", ({ length }) => steps(length ** 2 / 8))).toBeGreaterThan(4);
  expect(growth("a", ({ length }) => steps(length * 1_250))).toBeLessThan(3);
});
