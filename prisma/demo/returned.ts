import type { DemoJudgedStory } from "./story.ts";

/** Returned to their storytellers, who have not answered yet. */
export const returned: readonly DemoJudgedStory[] = [
  {
    lines: [
      "It was the worst night and it was the best night. I will never forget what she said to me as long as I live.",
    ],
    role: "night nurse",
    about: "DETAILS_CHANGED",
    verdict: {
      reason: "unclear",
      message:
        "We would so like to know what she said. You have most of a tweet left: will you tell us?",
    },
  },
  {
    lines: [
      "On her last night on Ward 2 at St Brannoc’s, Mrs Dorothea Pell of Mill Lane taught me to knit. I’ve finished the scarf.",
      "There’s a hole in it where she stopped to tell me about Trieste.",
    ],
    theme: "losses-that-stay",
    name: "Joss",
    role: "healthcare assistant",
    about: "AGREED",
    warnings: { "end-of-life": "MENTIONED" },
    verdict: {
      reason: "recognisable",
      message:
        "Please keep Trieste, and the hole. Could the hospital, her name and her street go? Whoever loved her may read here, and may not know that you have told this.",
      internalNote:
        "She says that the family agreed. Ask which of them if it comes back unchanged.",
    },
  },
  {
    lines: [
      "My brother’s been on the list four years. On Tuesdays I drive him to the machine and he lets me win at cards. He thinks I don’t see.",
      "If you’re blood group O please ring me, any time, 555-0142.",
    ],
    theme: "the-gift-of-an-organ",
    name: "Sunniva",
    about: "AGREED",
    verdict: {
      reason: "private-details",
      message:
        "We can’t print a phone number, for your sake and his. The Tuesdays and the cards are a story by themselves. Will you send us that?",
    },
  },
  {
    lines: [
      "The baby came out blue and quiet and there was blood up my sleeves to the elbow. I rubbed and rubbed. The father was singing something under his breath, I don’t know what.",
      "I’ve tried to hum it to people since. Nobody knows it.",
    ],
    theme: "losses-that-stay",
    name: "Tiziana",
    role: "midwife",
    about: "DETAILS_CHANGED",
    verdict: {
      reason: "warnings",
      message:
        "Thank you for this. May we put “childbirth” and “blood or gore” on it? And if the baby died, readers who have lost one would want to know that first. You decide how much the words themselves say.",
    },
  },
  {
    lines: [
      "My consultant cries in the sluice. Fridays, after the list. She runs the tap. Everybody on the unit knows and nobody says, we just leave the paper towels where she can reach them.",
    ],
    theme: "needing-to-be-heard",
    role: "theatre nurse",
    about: "DETAILS_CHANGED",
    verdict: {
      reason: "recognisable",
      message:
        "Beautifully seen. But she would know herself, and so would everyone on the unit. Could you ask her, or change what would give her away?",
    },
  },
];
