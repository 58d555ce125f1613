import type { DemoStory } from "./story.ts";

/** The last page of the feed, in its order. */
export const publishedOldest: readonly DemoStory[] = [
  {
    lines: [
      "Units of alcohol per week: 6, I wrote. The nurse read it, had a look at me, took the pen, and put a 0 after the 6 so gently that I laughed.",
      "Then I told her the truth, which was worse.",
      "900 days on Sunday.",
    ],
    theme: "confessions",
    about: "MYSELF",
    warnings: { addiction: "DESCRIBED" },
  },
  {
    lines: [
      "She wanted him in his glasses. Then the reading pair as well, in the breast pocket.",
      "An hour later she was back at my door with the ones for television.",
    ],
    theme: "losses-that-stay",
    name: "H. Lindqvist",
    role: "undertaker",
    about: "DETAILS_CHANGED",
    decided: { death: "MENTIONED" },
  },
  {
    lines: [
      "To whoever got Mum’s corneas:",
      "you’ll have seen the sea before. She liked it best from the car, in the rain, with the wipers off.",
    ],
    theme: "the-gift-of-an-organ",
    name: "Bronagh",
    about: "AGREED",
  },
  {
    lines: [
      "I hid Mum’s post so she wouldn’t worry, and then I was the one who worried. I was ten. Sixty-three letters, in the piano.",
      "When she was well she found them. She sat on the floor and opened every one.",
      "‘Well,’ she said at last, ‘that one’s sorted itself out.’",
    ],
    theme: "confessions",
    role: "young carer, once",
    about: "AGREED",
    warnings: { "mental-illness": "MENTIONED" },
  },
  {
    lines: [
      "Six weeks after she was born I stood at the sink and couldn’t think of one reason.",
      "The health visitor didn’t look shocked. She washed up. She’d dried every last thing before she said, it’s got a name, this, and it goes away.",
      "It took until spring. It went.",
    ],
    theme: "needing-to-be-heard",
    about: "MYSELF",
    warnings: { "mental-illness": "DESCRIBED" },
    decided: { "mental-illness": "DESCRIBED", suicide: "MENTIONED" },
  },
  {
    lines: [
      "The fireman who cut me out of the car comes into the bakery on Saturdays. We’ve never mentioned it. He has a cheese scone.",
      "I give him one from the middle of the tray.",
    ],
    theme: "they-stayed-in-touch",
    name: "Elspeth",
    role: "baker",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "I’m the doctor you’ll never meet. ‘Margins clear’: that’s me. I look, I look again, I get up and walk round my chair, and I look once more.",
      "Then I type it, and go and tell the fish.",
    ],
    name: "Hyun-ju",
    role: "pathologist",
    about: "MYSELF",
  },
];
