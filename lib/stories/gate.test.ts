import { expect, test } from "vitest";
import { gateSentence } from "#lib/stories/gate.ts";

const warnings = [{ warning: "needles", intensity: "GRAPHIC" }] as const;
const reported = "Readers have reported this story. Moderators are seeing to it.";

test("a story has a gate when it is warned, reported, or both", () => {
  expect(gateSentence({ warnings: [] })).toBeNull();
  expect(gateSentence({ warnings: [], gated: false })).toBeNull();
  expect(gateSentence({ warnings })).toBe("Contains: needles, graphic");
  expect(gateSentence({ warnings: [], gated: true })).toBe(reported);
  expect(gateSentence({ warnings, gated: true })).toBe(`${reported}\nContains: needles, graphic`);
});
