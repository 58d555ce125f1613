/** What fits in a story, as lib/stories/length.ts weighs it. Apart from it, whose tables are large. */
export const MAX_WEIGHT = 280;
