import type { DemoJudgedStory } from "./story.ts";

/** Rejected: what a moderator's day also brings. */
export const rejected: readonly DemoJudgedStory[] = [
  {
    lines: [
      "After my knee operation I could not climb one stair. Then my neighbour told me of GOLDEN KNEE drops!!! Now I dance every night 💃🏼 Order today with code STORY10: https://example.org/golden-knee",
    ],
    theme: "unexpected-wins",
    name: "Golden Knee",
    about: "MYSELF",
    verdict: {
      reason: "promotion",
      message: "If the dancing is true, we would be glad to hear about that, without the drops.",
    },
  },
  {
    lines: ["test test is this thing on 123"],
    about: "MYSELF",
    verdict: {
      reason: "off-topic",
      message: "It is on. Come back when you have a story for us; we’d like to read it.",
    },
  },
  {
    lines: [
      "Threw my heart tablets in the sea in January and I’ve never felt better. Beetroot juice, three glasses a day. They don’t want you to know. Do as I did, throw yours in too.",
    ],
    theme: "cautionary-tales",
    name: "Free at last",
    about: "MYSELF",
    verdict: {
      reason: "harmful",
      message:
        "We’re glad that you feel well. But someone may stop their own tablets on reading this, and that can kill. Please talk to your pharmacist or doctor about yours.",
      internalNote: "Nothing to say that they are in danger now. No reply address.",
    },
  },
  {
    lines: [
      "The one with the red hair and the limp on the desk at our surgery is a lazy cow and too thick to work a phone. Everybody in the village ought to tell her so to her face.",
    ],
    theme: "access-to-care",
    about: "DETAILS_CHANGED",
    warnings: { "strong-language": "MENTIONED" },
    verdict: {
      reason: "recognisable",
      message:
        "Everyone there would know who is meant, and it asks them to go after her. What happened to you at that desk may well be worth telling: we’d read that.",
    },
  },
  {
    lines: [
      "A man goes to the doctor, lifts his arm and says it hurts when I do this.",
      "Well, says the doctor, don’t do that, then.",
    ],
    theme: "roles-reversed",
    name: "Uncle Ferenc",
    about: "DETAILS_CHANGED",
    verdict: {
      reason: "not-own",
      message:
        "We laughed, again. But it is older than all of us. Is there one that happened to you?",
    },
  },
];

/** Published once, then taken down. */
export const takenDown: readonly DemoJudgedStory[] = [
  {
    lines: [
      "She ran the sweet shop and let nobody know, not at the chemo and not at the end. The next morning there was a jar of aniseed balls on the step, and a note: help yourselves.",
      "The whole street walked about with one cheek out.",
    ],
    theme: "losses-that-stay",
    role: "district nurse",
    about: "DETAILS_CHANGED",
    warnings: { death: "MENTIONED" },
    verdict: {
      reason: "recognisable",
      message:
        "Her son wrote to us: the jar and the street gave her away. He was kind about it. With a different shop and a different sweet we could put it back.",
      internalNote: "He does not want to be in touch with the storyteller.",
    },
  },
  {
    lines: [
      "He plays the tuba and I took out a third of his lung, so he made me promise to come to the first concert. In bar 40 he ran out, lowered it, and bowed.",
      "The rest of them waited. Then they took it again from 38.",
    ],
    theme: "they-stayed-in-touch",
    name: "Rukmini D.",
    role: "thoracic surgeon",
    about: "AGREED",
    verdict: {
      reason: "asked-for",
      message:
        "He has changed his mind about being in it, which he may at any time. The words are yours still, under your private link.",
    },
  },
];
