/** The call that the demo stories answer. */
export const demoCall = {
  slug: "the-ones-you-carry",
  title: "Who did you carry home with you?",
  prompt:
    "A call to everyone who has cared for someone, and everyone who has been cared for. Tell us about the one you still think of, in the length of a tweet.",
  hashtag: "#ShareAStoryInOneTweet",
} as const;

/** In the order in which they are offered. */
export const demoThemes = [
  { slug: "unexpected-wins", title: "Unexpected wins" },
  { slug: "losses-that-stay", title: "Losses that stay" },
  { slug: "they-stayed-in-touch", title: "They stayed in touch" },
  { slug: "confessions", title: "Confessions" },
  { slug: "needing-to-be-heard", title: "Needing to be heard" },
  { slug: "roles-reversed", title: "Roles reversed" },
  { slug: "breaking-the-rules", title: "Breaking the rules" },
  { slug: "cautionary-tales", title: "Cautionary tales" },
  { slug: "when-politics-came-in", title: "When politics came in" },
  { slug: "access-to-care", title: "Access to care" },
  { slug: "care-where-there-is-little", title: "Care where there is little" },
  { slug: "prejudice", title: "Prejudice" },
  { slug: "the-gift-of-an-organ", title: "The gift of an organ" },
  { slug: "paying-it-forward", title: "Paying it forward" },
] as const;

export type DemoTheme = (typeof demoThemes)[number]["slug"];
