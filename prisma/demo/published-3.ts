import type { DemoStory } from "./story.ts";

/** The third page of the feed, in its order. */
export const publishedThird: readonly DemoStory[] = [
  {
    lines: [
      "The bridge was out, so he was born in the cab of a sugarcane truck, with me on the running board, a torch in my teeth, and his uncle holding her hand and staring very hard at the roof.",
      "They’ve called him Bridge. I did say something.",
    ],
    theme: "unexpected-wins",
    name: "Marivic",
    role: "midwife",
    about: "DETAILS_CHANGED",
    warnings: { childbirth: "MENTIONED" },
  },
  {
    lines: [
      "Eight months after his stroke he had one word, the name of his football team. Long and low meant tea. Twice, quickly: the toilet. There was a growl for his brother-in-law.",
      "On a Thursday he looked up and said ‘Sheila’. Then, long and low, the other one.",
      "His wife put the kettle on.",
    ],
    theme: "unexpected-wins",
    role: "speech therapist",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "Every morning, while I washed her and did her buttons, she called me things I won’t write here. It was the illness. It was also just 1950.",
      "Near the end she took me for her sister Joan, and I was tired and I let her.",
      "Joan was loved. Joan got her hair stroked.",
    ],
    theme: "prejudice",
    name: "Precious N.",
    role: "care assistant",
    about: "DETAILS_CHANGED",
    warnings: { racism: "DESCRIBED", "end-of-life": "MENTIONED" },
  },
  {
    lines: [
      "Nights, on the switchboard. At nine he’d ring to be put through to Ward 12 and sing to his wife. March until the end of June.",
      "We don’t listen in. You only see the little light go out when they’ve hung up.",
      "Some nights it was on till morning.",
    ],
    role: "switchboard operator",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "गाँव में टीके के लिए कोई बच्चा आगे नहीं आया। मैंने सुई सरपंच की भैंस को लगाने का नाटक किया। भैंस ने पूँछ तक नहीं हिलाई।",
      "फिर लाइन लग गई: “भैंस नहीं रोई तो हम क्यों रोएँ?”",
      "रोए सिर्फ़ सरपंच, जब उनकी बारी आई।",
    ],
    theme: "access-to-care",
    name: "सुनीता",
    role: "एएनएम",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "Somebody paid for our parking. Three weeks of it, and I never learnt who.",
      "So on Fridays I go down to level −2 with my pockets full of coins and look for a car with a child seat in it and a pillow.",
    ],
    theme: "paying-it-forward",
    about: "MYSELF",
  },
  {
    lines: [
      "The saw had gone to the bone. He’d driven himself fourteen miles with the thigh laced shut in baling twine, and when I opened the door it came over the sill and onto my shoes.",
      "“Sorry about your shoes,” he said.",
      "I had both hands in him before I’d got my coat off.",
    ],
    role: "family doctor",
    about: "DETAILS_CHANGED",
    warnings: { "blood-gore": "GRAPHIC", "medical-procedures": "DESCRIBED" },
  },
  {
    lines: ["Mum’s first word after the stroke: no. So she’s back."],
    about: "AGREED",
  },
  {
    lines: [
      "Wrong strength, for a baby. I saw it on the shelf nine minutes after they’d left. I ran three streets in clogs and got the bottle out of the pushchair with the seal still on.",
      "That was 2004. I count everything three times now, out loud. Stairs, even.",
    ],
    theme: "confessions",
    role: "pharmacist",
    about: "DETAILS_CHANGED",
    warnings: { "medical-error": "MENTIONED" },
  },
  {
    lines: [
      "They closed the clinic on the island and gave us an app. The app wants Mrs Henare to rate her pain from 1 to 5.",
      "Mrs Henare has rated the app.",
    ],
    theme: "when-politics-came-in",
    name: "Ropata",
    role: "community nurse",
    about: "AGREED",
  },
  {
    lines: [
      "I’m a volunteer on a crisis line. You rang about a parking fine. For fifty minutes we discussed the parking fine.",
      "Then you said, OK, I’m going to climb back over now.",
      "That’s all I know. On Tuesday I got a parking fine myself and stood there in the rain, so glad of it.",
    ],
    theme: "needing-to-be-heard",
    role: "crisis line volunteer",
    about: "DETAILS_CHANGED",
    warnings: { suicide: "MENTIONED" },
    returned: {
      revision: {
        lines: [
          "I’m a volunteer on a crisis line. You rang from the viaduct about a parking fine and we talked for fifty minutes.",
          "Then you said, OK, I’m going to climb back over now. I got a parking fine on Tuesday and stood there in the rain, so glad of it.",
        ],
        theme: "needing-to-be-heard",
        role: "crisis line volunteer",
        about: "DETAILS_CHANGED",
      },
      verdict: {
        reason: "warnings",
        message:
          "This stayed with all of us. Two small things: please leave out where they were, and tick “suicide” so that people can choose when they read it.",
        internalNote: "Read twice, by two of us. Fine once the place is gone.",
      },
    },
  },
  {
    lines: [
      "I push the book trolley. Orthopaedics want murders. Maternity: murders. The chaplain takes murders, large print.",
      "Once, in cardiology, a man asked had I any poetry, and the whole bay turned to look at him.",
      "I found him some. A fair bit of it was murders.",
    ],
    name: "Winifred",
    role: "library volunteer",
    about: "DETAILS_CHANGED",
  },
  {
    lines: [
      "The nearest scanner is 412 km off. You go in the mail plane, in between the parcels.",
      "Nan had a box of day-old chicks on her knee the whole way, being the warmest thing on board.",
      "Nan: nothing serious.",
      "Chicks: 24 out of 24.",
    ],
    theme: "access-to-care",
    name: "Jarrah",
    about: "AGREED",
  },
  {
    lines: [
      "“Come back when you’ve lost some weight.” Six years of that.",
      "Then I lost some weight. That was the tumour.",
      "The new doctor has a box of tissues and a chair without arms.",
    ],
    theme: "prejudice",
    about: "MYSELF",
    warnings: { "medical-error": "MENTIONED" },
  },
  {
    lines: [
      "My daughter (6) drew us for the fridge: 👨‍👩‍👧 and then, bigger than all three, 👩🏽‍⚕️",
      "“That’s the lady who came in the night.”",
      "Sister Amara, you’ve got wings. I asked. She says they’re sleeves.",
    ],
    theme: "they-stayed-in-touch",
    name: "Anselmo",
    role: "dad",
    about: "AGREED",
  },
  {
    lines: [
      "Every Tuesday you came to my office with a stomach ache and we both knew it was maths.",
      "Today you fitted my mother’s hearing aids. You drew her a curve on the back of the leaflet. ‘It’s logarithmic,’ you said, and then you saw who was sitting next to her.",
    ],
    theme: "they-stayed-in-touch",
    role: "school nurse",
    about: "AGREED",
  },
  {
    lines: [
      "Before anything else she asked was it okay to eat her sandwich. Nine hours across two states and she hadn’t dared to stop.",
      "I sat with her. Egg salad. She tore it in half without thinking and gave me the bigger piece.",
    ],
    theme: "when-politics-came-in",
    role: "clinic nurse",
    about: "DETAILS_CHANGED",
    warnings: { abortion: "MENTIONED" },
  },
  {
    lines: ["I wash the scrubs. Pens, mostly. Once, a baby sock."],
    role: "laundry",
    about: "MYSELF",
  },
  {
    lines: [
      "She wanted the end of her library book read first, in case. I did it badly, at four in the morning, with the voices. Then back to chapter nine.",
      "We were in chapter twelve when her breathing changed. I finished that page.",
      "I renewed it twice. You can’t just post it through the slot.",
    ],
    theme: "losses-that-stay",
    name: "Oluwaseun",
    role: "hospice nurse",
    about: "DETAILS_CHANGED",
    warnings: { "end-of-life": "DESCRIBED" },
    decided: { death: "MENTIONED", "end-of-life": "DESCRIBED" },
  },
  {
    lines: [
      "Prison health care. You can’t give a man anything, not a pencil.",
      "So for six weeks I lost my reading glasses every evening on his side of the hatch, and every morning he handed them in.",
      "He got through the whole shelf, then wanted to know had I anything with ships.",
    ],
    theme: "breaking-the-rules",
    role: "prison nurse",
    about: "DETAILS_CHANGED",
  },
];
