/**
 * Cache tags. `stories` is on every page that lists stories, `story:<id>` on the page of one, and
 * `every-story` on all of them, for when it is not known which have changed. `hearts` is on whatever
 * shows how many hearts others than the one story of its page have, `listings` on whatever shows what
 * was read of stories for lib/finding: their lists, their language.
 */
export const storiesTag = "stories";
export const heartsTag = "hearts";
export const listingsTag = "listings";
export const everyStoryTag = "every-story";
export const storyTag = (id: string) => `story:${id}`;
