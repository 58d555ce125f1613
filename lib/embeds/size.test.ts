import { expect, test } from "vitest";
import { fixedHeight, frameHeight } from "#lib/embeds/size.ts";
import { storyCard } from "#lib/testing/story-cards.ts";

const story = storyCard({ text: "The moon was still there.".repeat(10) });
const warned = storyCard({ warnings: [{ warning: "stillbirth", intensity: "DESCRIBED" }] });
const pictured = storyCard({
  text: story.text,
  picture: { id: "abcdefabcdefabcdefabcdef", width: 1500, height: 2000, alt: "A moon." },
});

test("is a height in whole pixels in a column of any width", () => {
  for (let width = 1; width <= 600; width++) {
    for (const each of [story, warned, pictured]) {
      const height = frameHeight(each, width);
      expect(Number.isInteger(height) && height > 0 && height < 3000, `${width}: ${height}`).toBe(
        true,
      );
    }
  }
});

test("without a script it is enough in any column from a phone's on", () => {
  for (const each of [story, warned, pictured]) {
    for (const width of [340, 390, 419, 420, 425, 440, 500, 550])
      expect(fixedHeight(each), `${width}`).toBeGreaterThanOrEqual(frameHeight(each, width));
  }
});
