import { publishedNewest } from "./published-1.ts";
import { publishedSecond } from "./published-2.ts";
import { publishedThird } from "./published-3.ts";
import { publishedFourth } from "./published-4.ts";
import { publishedOldest } from "./published-5.ts";
import { rejected, takenDown } from "./refused.ts";
import { returned } from "./returned.ts";
import type { DemoJudgedStory, DemoStory } from "./story.ts";
import { waiting } from "./waiting.ts";

/**
 * The demo stories, all of them fiction written for this project, by the status that they have
 * once seeded. The published ones are in the order of the feed, newest first.
 */
export const demoStories: {
  published: readonly DemoStory[];
  waiting: readonly DemoStory[];
  returned: readonly DemoJudgedStory[];
  rejected: readonly DemoJudgedStory[];
  takenDown: readonly DemoJudgedStory[];
} = {
  published: [
    ...publishedNewest,
    ...publishedSecond,
    ...publishedThird,
    ...publishedFourth,
    ...publishedOldest,
  ],
  waiting,
  returned,
  rejected,
  takenDown,
};
