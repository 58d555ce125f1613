import type { DemoStory } from "./story.ts";

/** What a moderator finds in the queue, oldest first. */
export const waiting: readonly DemoStory[] = [
  {
    lines: [
      "Panic attack, mine, in the back of my own ambulance. The old lady we were taking home reached across and took my pulse.",
      "‘Ward sister,’ she said, ‘from 1961. Out longer than in. Longer. Good girl.’",
      "We drove round the block twice so she could finish.",
    ],
    theme: "roles-reversed",
    role: "paramedic",
    about: "DETAILS_CHANGED",
    returned: {
      revision: {
        lines: [
          "Panic attack, mine, in the back of my own ambulance. Old Sister Margaret Pendry from the lifeboat cottages, who we were taking home, reached across and took my pulse.",
          "‘Out longer than in,’ she said. ‘Longer. Good girl.’",
        ],
        theme: "roles-reversed",
        role: "paramedic",
        about: "DETAILS_CHANGED",
      },
      verdict: {
        reason: "private-details",
        message:
          "We’d love to have Sister in the feed, but not her name and where she lives. “The old lady” is quite enough to see her by.",
      },
    },
  },
  {
    lines: [
      "The lungs are 31 and the rest of me is 60. I don’t believe they’d ever been up a hill this slowly. Sorry about this, I tell them on the stairs.",
      "At my niece’s wedding I tried one long note and they simply kept going. Show-offs.",
    ],
    theme: "the-gift-of-an-organ",
    name: "Ottilie",
    about: "MYSELF",
  },
  {
    lines: [
      "He answered every question for her. So I said we’d need a urine sample, and the ladies’ is just there, no, just her.",
      "The poster is on the inside of the door. The strip with the number was gone when she came out.",
      "She’d also, she told me, managed the sample.",
    ],
    theme: "breaking-the-rules",
    role: "practice nurse",
    about: "DETAILS_CHANGED",
    warnings: { "domestic-abuse": "MENTIONED" },
  },
  {
    lines: [
      "No current, so we did the section by the headlamps of two motorbikes at the window. The boys took it in turns to rev.",
      "When she cried, the small one, they leant on their horns until every goat in the place had gone.",
    ],
    theme: "care-where-there-is-little",
    name: "Dr Hawa",
    role: "the only surgeon that week",
    about: "DETAILS_CHANGED",
    warnings: { childbirth: "DESCRIBED", "medical-procedures": "MENTIONED" },
  },
  {
    lines: ["दादाजी ने अस्पताल में मुझे रमी सिखाई। मैं आज तक हारता हूँ।"],
    theme: "they-stayed-in-touch",
    name: "कबीर",
    about: "AGREED",
  },
  {
    lines: [
      "He was four and nobody could get near the arm. I asked if the elephant might have a bandage. He thought it might.",
      "Then he told me how the elephant had done it.",
      "I said what a brave elephant, and I wrote down every word, and I went to find the phone.",
    ],
    theme: "needing-to-be-heard",
    role: "play specialist",
    about: "DETAILS_CHANGED",
    warnings: { "child-abuse": "DESCRIBED" },
  },
  {
    lines: [
      "Ladder, gutter, flip-flops, “I’ll only be a minute”. I write it on the whiteboard for the students every October, and it stays up until a patient makes it true.",
      "This year: the 3rd. It was my husband.",
    ],
    theme: "cautionary-tales",
    name: "Dr Petronella V.",
    role: "orthopaedics",
    about: "AGREED",
  },
  {
    lines: [
      "My clinic is a bicycle, a cold box and a whistle. Thirty-eight villages. I have been chased by one goose, always the same goose.",
      "In June every child on my list had had the third dose. All of them.",
      "I told the goose.",
    ],
    theme: "access-to-care",
    name: "Chisomo",
    role: "community health worker",
    about: "MYSELF",
  },
  {
    lines: [
      "Ma mère, 91 ans, au cardiologue : « Et vous, vous dormez bien ? »",
      "Il a posé son stylo.",
      "C’était il y a deux ans. Depuis, ils s’échangent des tisanes.",
    ],
    theme: "roles-reversed",
    name: "Maïwenn",
    about: "AGREED",
  },
  {
    lines: [
      "“Frequent flyer,” the handover said. “Drug-seeking.”",
      "Well, he was. His femur was broken in two places. I took the picture myself and turned the screen round so the whole desk could see it.",
    ],
    theme: "prejudice",
    role: "radiographer",
    about: "DETAILS_CHANGED",
    warnings: { addiction: "MENTIONED" },
  },
  {
    lines: [
      "Line 34 of the bill: COMFORT ITEM, 18.00.",
      "I called up to ask. It was the washcloth the nurse had folded into a rabbit.",
      "I paid it. I want that on record. I have the rabbit.",
    ],
    theme: "access-to-care",
    name: "Marlon",
    about: "MYSELF",
  },
  {
    lines: [
      "Picket line, minus six. A taxi stopped and out got the man whose gallbladder I’d taken out on Monday, in his slippers, with a tray of forty samosas.",
      "He didn’t hold with the strike, he wanted that understood. But he’d seen us on the six o’clock news and not one of us had a hat. 🧣",
    ],
    theme: "when-politics-came-in",
    role: "surgical trainee",
    about: "DETAILS_CHANGED",
  },
];
