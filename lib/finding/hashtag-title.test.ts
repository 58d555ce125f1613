import { expect, test } from "vitest";
import { hashtagTitle } from "#lib/finding/hashtag-title.ts";

test("it is written as the newest story writes it that says it openly, or else as in its address", () => {
  const told = (text: string, behind = {}) => ({ text, warnings: [], gated: false, ...behind });
  const warning = { warning: "death", intensity: "MENTIONED" } as const;
  const open = [told("No #NightShifts"), told("Yes: #NightShift"), told("#NIGHTSHIFT")];
  const warned = told("#NIGHTshift", { warnings: [warning] });
  const reported = told("#NIGHTshift", { gated: true });
  expect(hashtagTitle("nightshift", [warned, reported, ...open])).toBe("#NightShift");
  expect(hashtagTitle("nightshift", [warned, reported])).toBe("#nightshift");
});
