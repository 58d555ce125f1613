import { expect, test } from "vitest";
import { batchSentence, storiesStand } from "#components/moderation/bulk/words.ts";

test("what was done with several is said in a sentence", () => {
  expect(batchSentence({ kind: "REJECT", count: 18 })).toBe(
    "18 rejected. No mail has gone out yet.",
  );
  expect(batchSentence({ kind: "TAKE_DOWN", count: 1 })).toContain("1 taken down.");
  expect(storiesStand(1)).toBe("Undone. 1 story stands as it did, and no mail went out.");
  expect(storiesStand(2)).toContain("2 stories stand as they did");
});
