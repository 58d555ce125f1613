import { describe, expect, test } from "vitest";
import { speaksOfPresentDanger } from "#lib/content-warnings/danger.ts";
import { growth } from "#lib/testing/growth.ts";

describe("a present wish to die", () => {
  test.each([
    "I want to die.",
    "I just want to die",
    "i wanna die",
    "I really want to kill myself",
    "Nobody knows, but I want to be dead.",
    "Some days I want to die and nobody on the ward can tell.",
    "I don't want to be here any more.",
    "I don’t want to be here anymore",
    "I dont want to be here anymore",
    "i dnt want to live",
    "I do not want to live like this.",
    "I don't want to wake up tomorrow.",
    "I'm going to end it.",
    "Im gonna end it all tonight",
    "I’m going to kill myself",
    "I am thinking about ending my life.",
    "I might kill myself and the rota would only note the gap.",
    "They'd be better off without me.",
    "My kids are better off without me",
    "Everyone would be happier without me here.",
    "I can't go on.",
    "I cant go on",
    "I can’t do this any more. The house is so quiet.",
    "I can not keep living",
    "There's no reason to live now that he is gone.",
    "I have nothing to live for.",
    "My life isn't worth living",
    "I wish I was dead.",
    "I wish I were never born",
    "I wish I could just disappear",
    "I hope I don't wake up.",
    "I'm suicidal and I smile at work.",
    "I feel suicidal again",
    "I keep thinking about killing myself.",
    "I've been having suicidal thoughts since the birth.",
    "No one would notice if I was gone",
    "I'm so tired of being alive.",
    "I don't see a way out.",
    "Part of me wants to die, and part of me waters the plants.",
    "I have saved enough pills to end it.",
    "By the time you read this I'll be gone.",
    "“I want to die.” There, I wrote it down.",
    "Quiero morirme.",
    "quiero morir, no puedo mas",
    "Ya no quiero vivir.",
    "No quiero seguir viviendo sin ella",
    "Voy a quitarme la vida",
    "Estarían mejor sin mí.",
    "No tengo ganas de vivir",
    "Ojalá no despertara mañana.",
    "Ich will sterben.",
    "Ich möchte nicht mehr leben",
    "Ich bringe mich um.",
    "Ich will einfach nicht mehr aufwachen.",
    "Je veux mourir.",
    "J'ai envie d'en finir",
    "Je ne veux plus vivre.",
    "Je vais me tuer.",
    // These two pass too: they may be grief, and they may not.
    "I don't want to live without you.",
    "I can't do this any more, and my shift starts at seven.",
  ])("%j", (text) => {
    expect(speaksOfPresentDanger(text)).toBe(true);
    expect(speaksOfPresentDanger(`It is three in the morning. ${text}`)).toBe(true);
  });
});

describe("none", () => {
  test.each([
    // Past
    "I wanted to die then; today I don't.",
    "I didn't want to live. A nurse sat down and didn't say a word.",
    "I used to think I want to die. I was wrong about that, and about soup.",
    "I thought they'd be better off without me. They were not.",
    "At fifteen I was sure everyone would be better off without me.",
    "That night I can't go on was all I could write.",
    "I said I want to die. She said: then we'll sit here until you don't.",
    "“I can't go on,” I told the night nurse. She put the kettle on.",
    "I wished I was dead. I wish I could thank her now.",
    "I was suicidal for a year. The bus driver never knew that he saved me.",
    // Others
    "She wanted to die at home and we broke every rule to get her there.",
    "My patient said 'I want to die'. I moved my chair closer.",
    "My patient said, “I want to die.” I moved my chair closer.",
    "“I want to die,” said the man in bed four. “After lunch,” he added.",
    "'I want to die,' she whispered, and asked for ice cream.",
    "She tells me: I don't want to be here any more. I hold her hand.",
    "He asked if I want to die in hospital or at home.",
    "Mum says she wants to die. We plant the bulbs anyway.",
    "He wrote that we would be better off without him.",
    "“Quiero morir”, dijo mi abuela, y pidió chocolate.",
    "He killed himself in March. I still set his place.",
    // How, not whether
    "I want to die at home, with the window open.",
    "I want to die with my dog on the bed.",
    "I don't want to die. I want a biscuit.",
    "I no longer want to die. It took nine years and one cat.",
    "I never want to die in a room without a window.",
    "I am going to die of this, and first I am going to Lisbon.",
    "I don't want to live in a care home. I want my garden.",
    "Quiero morir en mi casa.",
    "Ich will zu Hause sterben.",
    "Je veux mourir chez moi.",
    // Manners of speaking
    "I'm dying to see you all again.",
    "I could kill for a coffee after nights.",
    "We nearly died laughing behind the curtain.",
    "I can't go on the big slide with a drip, so the porter went for me.",
    "I wish I was not here, said every shoe in that waiting room.",
    "I can't go on holiday with a drain in, can I?",
    "I was so embarrassed I wanted the floor to open.",
    "My feet are killing me and I love this job.",
    "Me muero de risa con mi compañera de cuarto.",
    // Stories of ends that are nobody's wish
    "He died at 4.10. I opened the window, as my grandmother taught me.",
    "The suicide ward has a piano. Nobody plays it well. Everybody plays it.",
    "We switched off the ventilator and sang her favourite song.",
    "Hospice night: she asked for jazz, gin and the truth.",
    "I should be dead. Instead I am making toast.",
    "I want to live.",
    "I can't go back to that ward, and I go back every day.",
    "I don't want to be here, in this queue, but the woman beside me has knitting.",
    "",
  ])("%j", (text) => {
    expect(speaksOfPresentDanger(text)).toBe(false);
  });
});

test.each([
  "i want to ",
  "i really really just ",
  "i ",
  "dont ",
  "'",
  "said ",
  "i want to die, she said. ",
  "é",
  "a",
])("%j over and over is read in time that grows with its length", (unit) => {
  expect(growth(unit, speaksOfPresentDanger)).toBeLessThan(3);
});
