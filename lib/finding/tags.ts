/** On every page that lists stories by theme, call, hashtag, role or hearts. */
export const listingsTag = "listings";
