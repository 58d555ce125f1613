import type { DemoStory } from "./story.ts";

/** The fourth page of the feed and the little that is older, in its order. */
export const publishedOldest: readonly DemoStory[] = [
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
      "I teach the little ones. I’d never had the jab, my parents didn’t hold with it, and it never once crossed my mind. Six of them caught it from me.",
      "One turns her left side to you now, to hear. She’s terribly nice about it. She’s eight.",
    ],
    theme: "cautionary-tales",
    role: "primary school teacher",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "I’ve told some two thousand people to just pop the gown on. It doesn’t pop. It has nine ties and no front.",
      "The healthcare assistant found me with an elbow through the neck.",
      "‘Surgeon?’ she said, and turned me round by the shoulders.",
    ],
    theme: "roles-reversed",
    name: "Mr Farrukh S.",
    role: "surgeon, hernia",
    about: "MYSELF",
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
];
