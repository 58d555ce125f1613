import type { DemoStory } from "./story.ts";

/** The fourth page of the feed, in its order. */
export const publishedFourth: readonly DemoStory[] = [
  {
    lines: [
      "小二の娘は入院中、点滴スタンドに「てんちゃん」と名前をつけた。トイレも検査も、てんちゃんと一緒。",
      "退院の日、看護師さんが空のスタンドを押して玄関まで来てくれた。名札が下がっていた。",
      "「てん 見送り係」",
    ],
    theme: "breaking-the-rules",
    role: "母",
    about: "AGREED",
  },
  {
    lines: [
      "They gave me the room at the end. You could still hear the others.",
      "The cleaner saw the leaf on the door, leant her mop on the wall and asked me what I’d called her.",
      "Ada.",
      "‘Ada,’ she said. ‘Hello, Ada.’ And did the floor on tiptoe.",
    ],
    theme: "losses-that-stay",
    name: "Ruth",
    role: "Ada’s mum",
    about: "MYSELF",
    warnings: { stillbirth: "DESCRIBED" },
  },
  {
    lines: [
      "I’m the clown on Ward 6. I am afraid of children.",
      "Please don’t tell them. They’re being so good about it.",
    ],
    theme: "confessions",
    role: "clown",
    about: "MYSELF",
  },
  {
    lines: [
      "Mondays, Wednesdays, Fridays, four hours, the two chairs by the radiator. In eight years Oyelaran and I finished 611 crosswords and buried a wife each.",
      "In March he got his kidney. He still comes on Fridays, in a tie, with the paper. He says it’s for the biscuits.",
    ],
    theme: "the-gift-of-an-organ",
    name: "Terence",
    role: "chair 7, dialysis",
    about: "AGREED",
  },
  {
    lines: [
      "The collar was put on a puppy and never let out. The skin had closed over it. It took two hours to find the buckle, and the smell got into the ceiling tiles.",
      "He licked my wrist throughout. He’s called Kevin now. He’s on my sofa. He is the whole of my sofa.",
    ],
    role: "vet",
    about: "MYSELF",
    warnings: { "animal-cruelty": "GRAPHIC", "medical-procedures": "DESCRIBED" },
  },
  {
    lines: [
      "My notes had one name and I had another. The receptionist looked at the screen, looked at me, crossed something out.",
      "‘Daniel?’ she called, over the whole waiting room, like it was nothing.",
      "I stayed in my chair a second to see if she’d say it again.",
    ],
    theme: "prejudice",
    name: "Daniel",
    about: "MYSELF",
  },
  {
    lines: [
      "جدتي لا تثق بالأطباء، لكنها تثق بالأكل. في كل موعد تسأل الطبيبة: «وأنتِ يا ابنتي، ماذا أكلتِ اليوم؟» وتُخرج العلبة من حقيبتها.",
      "بعد سنة نزل سكّر جدتي، وزاد وزن الطبيبة أربعة كيلوغرامات.",
    ],
    theme: "roles-reversed",
    name: "سلمى",
    about: "AGREED",
  },
  {
    lines: [
      "When my mother was on the ward for most of a year, Mr Banerjee who did the floors let me sit in the linen cupboard with my homework.",
      "I manage that ward now. There’s a chair in the linen cupboard. It’s on the inventory: 1 x chair, homework.",
    ],
    theme: "paying-it-forward",
    name: "Funmi A.",
    role: "ward manager",
    about: "AGREED",
  },
  {
    lines: [
      "No tablets, Lola said. Not for me, not for the nurse, not for Father Ben.",
      "Then the parrot said “Inom na, mahal” in my grandfather’s voice. He’s been gone six years. She held out her hand for the glass.",
      "It’s in the care plan now: 8 a.m., 8 p.m., parrot.",
    ],
    theme: "unexpected-wins",
    name: "Jun-Jun",
    role: "grandson",
    about: "AGREED",
  },
  {
    lines: [
      "I had milk and nobody to give it to. The bank took fourteen litres.",
      "They aren’t allowed to say where it goes. But the woman with the cool bag looked up at the ceiling, at the ward above us, and held up six fingers.",
    ],
    theme: "paying-it-forward",
    about: "MYSELF",
    warnings: { "child-death": "MENTIONED" },
  },
  {
    lines: [
      "No animals on the unit. So the spaniel came up in a cello case. In the lift a manager asked the porter what he played.",
      "‘Bach, mostly.’",
      "And from inside, faintly, the tail.",
    ],
    theme: "breaking-the-rules",
    role: "bank nurse",
    about: "DETAILS_CHANGED",
  },
  {
    lines: ["My deaf son signed a joke today. The porter got it."],
    theme: "needing-to-be-heard",
    name: "Ximena",
    about: "AGREED",
  },
  {
    lines: [
      "It happened upstairs at my parents’ house, at a christening. I wrapped it in my scarf, the good one. There was a lot of blood and I got it all, I did the grout, I did the taps.",
      "Then I went down. Somebody handed me the knife and I cut the cake.",
    ],
    theme: "needing-to-be-heard",
    about: "MYSELF",
    warnings: { miscarriage: "GRAPHIC", "blood-gore": "DESCRIBED" },
  },
  {
    lines: [
      "I’d lost someone in bay 2 and had four minutes before the next.",
      "Bed 9 took one look at me and declared himself too ill to be examined. ‘You’d best sit there until I’m stronger,’ he said, and put his newspaper over his face.",
    ],
    theme: "roles-reversed",
    role: "junior doctor",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "It was a battery the size of a shirt button, out of a birthday card that sang. It took us two days to think of it, because who would?",
      "She’s four now. Her voice is lower than her dad’s.",
      "We wrote down what to look for: https://example.org/button-batteries",
    ],
    theme: "cautionary-tales",
    name: "Katya and Ben",
    role: "parents",
    about: "AGREED",
  },
  {
    lines: [
      "They wanted a teacher in the cholera tent because the children wouldn’t drink.",
      "I said every cup was a kilometre. We drew the road on the canvas in charcoal. By the second night we had crossed the sea, and somebody had been eaten by a lion and was asking for more.",
    ],
    theme: "care-where-there-is-little",
    name: "Jean-Rony",
    role: "teacher",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "He’d never kept a pet, he said. It was only a pigeon that came. Twelve years it came. He’d brought it in his hat.",
      "After, he asked for the hat back. He got as far as the door.",
      "‘No,’ he said. ‘Leave him in it.’",
    ],
    theme: "losses-that-stay",
    role: "vet nurse",
    about: "DETAILS_CHANGED",
    warnings: { "animal-death": "DESCRIBED" },
  },
  {
    lines: ["Bed 12 wants his chips back. Bed 12 is better."],
    theme: "unexpected-wins",
    role: "healthcare assistant",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "Everyone on that ward said well done. You lifted a spoon: well done.",
      "The dinner lady sat down across from me with her own plate and complained about her knees, first the one and then the other, and by the second knee I had eaten half a potato.",
    ],
    theme: "needing-to-be-heard",
    about: "MYSELF",
    warnings: { "eating-disorder": "DESCRIBED" },
  },
  {
    lines: [
      "I teach in a hospital school. Some of mine are here a week. Some won’t go home. They all get homework.",
      "You should hear them: homework!",
      "For Thursday, I say, and they groan, and write down Thursday.",
    ],
    role: "teacher",
    about: "DETAILS_CHANGED",
    decided: { "child-death": "MENTIONED" },
  },
];
