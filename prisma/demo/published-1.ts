import type { DemoStory } from "./story.ts";

/** The newest page of the feed, in its order. */
export const publishedNewest: readonly DemoStory[] = [
  {
    lines: [
      "I interpret by telephone. To most people I’m a voice in a box on the doctor’s desk.",
      "This morning a woman heard that her scan was clear, and in the noise afterwards somebody picked up the phone and held it against her, so that I’d be in the hug.",
    ],
    theme: "unexpected-wins",
    name: "Nasrin H.",
    role: "telephone interpreter",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "I do the rooms after a discharge, and after the other thing.",
      "You can tell which from the door. A discharge leaves grapes.",
    ],
    role: "hospital cleaner",
    about: "MYSELF",
  },
  {
    lines: [
      "They asked whether there was anything we would rather say no to. Not his eyes, I said.",
      "In the car park my husband said, ‘But they’re his best thing.’",
      "So we went back in.",
    ],
    theme: "the-gift-of-an-organ",
    name: "Ilse",
    role: "his mother",
    about: "AGREED",
    warnings: { "child-death": "MENTIONED" },
  },
  {
    lines: [
      "Grandad can’t talk since the operation so he texts. He’s 84. Yesterday, to all of us: 🐓🐓🐓",
      "",
      "We rang the ward. We thought stroke, we thought infection, my aunt was already in the car.",
      "",
      "He’d seen some chickens.",
    ],
    name: "Priya",
    role: "granddaughter",
    about: "AGREED",
  },
  {
    lines: ["Night 40. She squeezed back."],
    theme: "unexpected-wins",
    name: "Henrik",
    about: "AGREED",
  },
  {
    lines: [
      "كان يأتي كل مساء ليقرأ لزوجته رسائل أولادهما من الغربة، وهي لا تفتح عينيها.",
      "تأخر ليلةً بسبب المطر، فقرأتُها لها أنا. توقفتُ عند كلمة لم أفهم خطها.",
      "قالت، وعيناها مغمضتان: «اشتقنا».",
    ],
    theme: "losses-that-stay",
    name: "هدى",
    role: "ممرضة",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "I missed it. It was there on the film, upper left, the size of a pea, and I was thinking about lunch.",
      "A year later I told him so myself, nobody from legal in the room. He asked what I’d been going to have.",
      "Cheese and pickle, I said.",
      "He nodded for quite a long time.",
    ],
    theme: "confessions",
    role: "radiologist",
    about: "DETAILS_CHANGED",
    warnings: { "medical-error": "DESCRIBED" },
    returned: {
      revision: {
        lines: [
          "I missed it. St Brannoc’s, the week of the flood, a chest film, upper left, the size of a pea, and I was thinking about lunch.",
          "A year later I told him so myself. He asked what I’d been going to have.",
          "Cheese and pickle, I said. He nodded for quite a long time.",
        ],
        theme: "confessions",
        role: "radiologist",
        about: "DETAILS_CHANGED",
        warnings: { "medical-error": "MENTIONED" },
      },
      verdict: {
        reason: "recognisable",
        message:
          "Thank you for trusting us with this. The hospital and the week of the flood together would point him out to his family. The story doesn’t need either: would you send it without?",
      },
    },
  },
  {
    lines: [
      "We wash the gloves. There, I’ve said it.",
      "We wash them and peg them on the line behind maternity, and when the wind comes up the valley they all wave.",
    ],
    theme: "care-where-there-is-little",
    name: "Wanjiru K.",
    role: "midwife",
    about: "MYSELF",
  },
  {
    lines: [
      "He wanted the real doctor. I said I’d see what I could do.",
      "I went out, counted to sixty by the linen bins, and came back in with my glasses on. ‘That’s more like it,’ he said.",
      "The nearest other doctor is 90 km away.",
    ],
    theme: "prejudice",
    name: "Thandeka M.",
    role: "rural doctor",
    about: "DETAILS_CHANGED",
    warnings: { racism: "MENTIONED" },
    decided: { racism: "MENTIONED", sexism: "MENTIONED" },
  },
  {
    lines: [
      "The kitchen shuts at seven. At ten past nine I made an old man the omelette he’d been describing since breakfast: chives, runny, salt at the end.",
      "I got a written warning. It spells omelette wrong.",
    ],
    theme: "breaking-the-rules",
    name: "Gintaras",
    role: "cook, nights",
    about: "DETAILS_CHANGED",
  },
  {
    lines: ["The tooth fairy does come to Ward 4. I’ve seen the rota."],
    name: "Bernadette O.",
    role: "ward clerk",
    about: "MYSELF",
  },
  {
    lines: [
      "Two ambulances back to back on the bridge, because neither of us may cross it. Our crew lifts, their crew lifts, and for about four seconds she is in no country at all.",
      "",
      "Someone always says “got her?” in both languages.",
    ],
    theme: "when-politics-came-in",
    role: "paramedic",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "She stitched my arm at 4 a.m. and talked the whole way along it about her allotment. Slugs, chiefly. Tiny, even stitches. I said you really needn’t bother making it neat. She said she did it for herself as well.",
      "I’m 34 now. I have an allotment. I have slugs you would not believe.",
    ],
    theme: "needing-to-be-heard",
    about: "MYSELF",
    warnings: { "self-harm": "DESCRIBED" },
    decided: { "self-harm": "DESCRIBED", "medical-procedures": "MENTIONED" },
  },
  {
    lines: [
      "夜勤で病室を回ると、ベッドの上に正座している患者さんがいた。次の晩も、その次も。",
      "「眠れませんか」",
      "「いえ、妻の仏壇がこっちの方角なんです」",
      "翌朝、主任が何も言わずにベッドの向きを変えた。",
    ],
    theme: "needing-to-be-heard",
    name: "佐和子",
    role: "看護師",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "I am 8 and three quarters. My nurse has a snail tattoo. I asked her do I have to be ill for ever and she said she doesnt know. Everyone else says of course not. She let me draw a hat on the snail.",
    ],
    theme: "needing-to-be-heard",
    name: "Inaya",
    role: "patient",
    about: "MYSELF",
  },
  {
    lines: [
      "The kitchen radio was on the whole time we worked on him. Eleven songs.",
      "I’m all right with ten of them.",
    ],
    theme: "losses-that-stay",
    role: "paramedic",
    about: "DETAILS_CHANGED",
    warnings: { resuscitation: "MENTIONED" },
    decided: { death: "MENTIONED", resuscitation: "MENTIONED" },
  },
  {
    lines: [
      "Five years old, first pair of glasses. They look at their mum. They all look at their mum, you keep the tissues ready for it.",
      "He looked down.",
      "“The floor has bits in it,” he said.",
    ],
    theme: "unexpected-wins",
    name: "Marek Z.",
    role: "optometrist",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "“Pain, nought to ten?”",
      "“Two.”",
      "“And really?”",
      "“Is my wife still outside?”",
      "“She’s gone down for a coffee.”",
      "“Nine.”",
    ],
    theme: "needing-to-be-heard",
    role: "palliative care nurse",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "Nobody tells you about the sound. The ribs go, and after that it’s like kneeling on wet gravel, and you keep on, counting, your sweat dropping on his face.",
      "His wife was holding the door for the trolley.",
      "“Mind the step,” she said to us. We’d forgotten about the step.",
    ],
    theme: "needing-to-be-heard",
    role: "ambulance technician",
    about: "DETAILS_CHANGED",
    warnings: { resuscitation: "GRAPHIC", death: "MENTIONED" },
  },
  {
    lines: [
      "Since 2019 I haven’t been to the cinema, the dentist or my sister’s. I know the people on the pads helpline by their coughs.",
      "Today a new district nurse put down her bag and said, right, and how’s your back?",
      "I couldn’t get a word out. She sat down on the stairs with me and waited.",
    ],
    theme: "needing-to-be-heard",
    name: "Geraint",
    role: "husband and carer",
    about: "MYSELF",
  },
];
