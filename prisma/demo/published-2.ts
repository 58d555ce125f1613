import type { DemoStory } from "./story.ts";

/** The second page of the feed, in its order. */
export const publishedSecond: readonly DemoStory[] = [
  {
    lines: [
      "Soy celadora. De planta a quirófano hay cuatro minutos y nadie sabe qué decir, así que pregunto siempre lo mismo: ¿qué va a comer cuando salga de aquí?",
      "Tengo la libreta llena de recetas. Las lentejas de la 214 ya las hago todos los jueves.",
    ],
    name: "Charo",
    role: "celadora",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "Everyone asked how she was. I asked how she was. I carried things to the car.",
      "In August the lad at the tyre place said, sorry about the baby, pal, and I had to go and stand behind the tyres.",
    ],
    theme: "needing-to-be-heard",
    name: "Callum",
    about: "MYSELF",
    warnings: { miscarriage: "MENTIONED" },
  },
  {
    lines: [
      "ok so when i had my appendix out the nurse drew a ⭐ by my name on the board bc i was brave",
      "then i saw EVERYONE had a ⭐",
      "asked him about it",
      "he goes yeah. everyone was 👨🏿‍⚕️",
    ],
    name: "Tash",
    role: "14, no appendix",
    about: "MYSELF",
  },
  {
    lines: [
      "For two years I put his chemotherapy into Tigrinya and his questions into Norwegian. An interpreter is not a friend; it’s in the rules.",
      "On his last day he turned to the doctor and told her how much he would miss me.",
      "So I said it, in the first person, as one does. I will miss her.",
    ],
    theme: "they-stayed-in-touch",
    role: "interpreter",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "One oxygen concentrator, two children who needed it. We had a kitchen timer in the shape of a tomato. Fifteen minutes, swap. Fifteen minutes, swap. All night, me and the two grandmothers.",
      "By five they were both well enough to fight over the tomato.",
    ],
    theme: "care-where-there-is-little",
    name: "Sr. Immaculée",
    role: "nurse",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "The wheelchair clinic is up four steps. They’re very sorry about it. They’ve put in a bell.",
      "The bell is at standing height.",
    ],
    theme: "access-to-care",
    name: "Dee",
    role: "wheelchair user, still outside",
    about: "MYSELF",
  },
  {
    lines: [
      "She asked before each thing. May I move your hair. May I turn the lamp. I counted, it was something to hold on to: forty-one times.",
      "Somewhere in the thirties I said no, not that one.",
      "‘Right,’ she said, and wrote it down, and we went on to the next.",
    ],
    theme: "needing-to-be-heard",
    about: "MYSELF",
    warnings: { "sexual-assault": "MENTIONED", "medical-procedures": "DESCRIBED" },
    decided: { "sexual-assault": "DESCRIBED", "medical-procedures": "DESCRIBED" },
  },
  {
    lines: [
      "माँ आईसीयू में थीं और मुझे अंदर जाने की इजाज़त नहीं थी। सफ़ाई वाले भैया हर घंटे बाहर आकर बस इतना कहते, “अभी देखकर आया हूँ, सो रही हैं।”",
      "सुबह पता चला, उनकी ड्यूटी तो रात दस बजे ख़त्म हो गई थी।",
    ],
    theme: "breaking-the-rules",
    name: "आलोक",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "I gave my brother a kidney. We’d not spoken since the business with the house.",
      "He texted from recovery: It works.",
      "I wrote back: It always did.",
      "That’s all we’ve said so far. I must have read it four hundred times.",
    ],
    theme: "the-gift-of-an-organ",
    about: "AGREED",
  },
  {
    lines: [
      "02:50 asks for tea",
      "03:15 asks for his brother, four counties away",
      "03:40 tea",
      "04:30 asks what’s keeping him",
      "05:05 tea, biscuit",
      "06:10 brother, in pyjama bottoms and one wellington",
      "06:12 two teas",
    ],
    theme: "breaking-the-rules",
    role: "night staff",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "“How long does one insulin pen last if you’re careful?” He was 26 and drove for a bakery. I said I’d need to check something in the back, and in the back I called just about everybody I know.",
      "Four pens, in my kid’s lunchbox. He brought the lunchbox back washed, with a loaf in it.",
    ],
    theme: "access-to-care",
    role: "pharmacist",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "The battery from the smoke alarm was in the TV remote.",
      "I think of it when I change the channel.",
    ],
    theme: "cautionary-tales",
    role: "firefighter",
    about: "DETAILS_CHANGED",
    decided: { death: "MENTIONED" },
  },
  {
    lines: [
      "The therapy donkey ate a fire notice, two get-well cards and the consultant’s lanyard. Then he put his chin on the bed of a girl who hadn’t said a word since April.",
      "‘You,’ she told him, ‘are in so much trouble.’",
    ],
    theme: "unexpected-wins",
    name: "Aoife",
    role: "play specialist",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "I take them down by the long corridor, because the short one goes past the café. Nobody ever told me to.",
      "Twenty-two years and I’ve not rushed one. I still say the corners as we come to them. Left here. Little bump. Nearly there, sir.",
    ],
    theme: "losses-that-stay",
    name: "Desmond",
    role: "porter",
    about: "MYSELF",
    warnings: { death: "MENTIONED" },
  },
  {
    lines: ["He’s forgotten we’re married. He proposed. I said yes."],
    name: "Lorna",
    about: "AGREED",
  },
  {
    lines: [
      "Her mother’s visa was granted on the Friday. We had turned off the ventilator on the Wednesday.",
      "The letter wished them both a pleasant stay.",
      "I’m not a person who writes to ministries. I’ve now written nine times. They send a leaflet.",
    ],
    theme: "when-politics-came-in",
    role: "intensive care nurse",
    about: "DETAILS_CHANGED",
    warnings: { death: "MENTIONED", "end-of-life": "DESCRIBED" },
  },
  {
    lines: [
      "We operated in a school. Somebody’s fractions were still on the board.",
      "On the third night, between two cases, my scrub nurse put down her tea, rubbed out one of the answers with her sleeve, and wrote in the right one.",
    ],
    theme: "care-where-there-is-little",
    name: "Yurii",
    role: "surgeon",
    about: "AGREED",
    warnings: { "war-terror": "MENTIONED" },
  },
  {
    lines: ["Two visitors to a bed. The Adeyemis joined hands and came in as one. 👨‍👩‍👧‍👦"],
    theme: "breaking-the-rules",
    role: "student nurse",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "I had sectioned him twice. So when I turned up at the community garden, signed off with depression, and he was the one giving out the gloves, I very nearly went home.",
      "He put me on the runner beans. “Nobody can get beans wrong,” he said.",
      "We have agreed not to talk about the beans.",
    ],
    theme: "roles-reversed",
    role: "psychiatrist",
    about: "AGREED",
    warnings: { "mental-illness": "DESCRIBED" },
  },
  {
    lines: [
      "I am 79, my grandson is typing this. The girl at the day centre asked what my work was. No one has asked since Elsie went. Signalman, I said. She wanted to know all the bells, so I gave her them on a saucer.",
      "",
      "(He’s doing it again now. Jake)",
    ],
    theme: "needing-to-be-heard",
    name: "Wilf",
    role: "signalman, retired",
    about: "MYSELF",
  },
];
