import type { StoryCard } from "#lib/stories/queries.ts";

/** A published story as readers get it, for tests of what is made of one. */
export function storyCard(over: Partial<StoryCard> = {}): StoryCard {
  return {
    id: "abcdefABCDEF",
    text: "The moon was still there.\nHe counted it <twice> & slept.",
    weight: 55,
    bylineName: "Noor",
    bylineRole: "night nurse",
    theme: null,
    warnings: [],
    gated: false,
    hearts: 0,
    language: "en",
    publishedAt: "2026-11-21T08:00:00.000Z",
    picture: null,
    ...over,
  };
}
