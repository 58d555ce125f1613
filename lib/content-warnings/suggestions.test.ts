import { describe, expect, test } from "vitest";
import { type WarningSlug, warningSlugs } from "#lib/content-warnings/list.ts";
import { suggestWarnings } from "#lib/content-warnings/suggestions.ts";
import { growth } from "#lib/testing/growth.ts";

/** For each warning what calls for it, and what only sounds like it. */
const cases: Record<WarningSlug, { yes: string[]; no: string[] }> = {
  death: {
    yes: [
      "My father died at noon.",
      "After the funeral we ate cake.",
      "Mi abuela murió en abril.",
      "We lost our mum.",
    ],
    no: [
      "Dead tired, I drove home.",
      "The deadline passed.",
      "I was scared to death.",
      "My phone died.",
      "I'm dying to meet you.",
      "The soldier ate.",
    ],
  },
  "child-death": {
    yes: [
      "Our daughter died before she could crawl.",
      "I lost my baby at six weeks.",
      "We buried our son on a sunny day.",
      "Perdimos a nuestro hijo.",
    ],
    no: ["My father died and my son sang.", "I lost my child's shoe.", "My daughter is a nurse."],
  },
  "end-of-life": {
    yes: [
      "The hospice had a cat.",
      "Palliative doesn't mean goodbye.",
      "She was terminally ill.",
      "Cuidados paliativos, planta dos.",
    ],
    no: ["Terminal 5, gate 12.", "The bus terminal was empty.", "I will love you to the end."],
  },
  "animal-death": {
    yes: ["My dog died the week I got the all-clear.", "We had to put our cat to sleep."],
    no: ["My dog waited at the door.", "He died; his dog waited."],
  },
  miscarriage: {
    yes: [
      "I miscarried in the staff toilet.",
      "After the third miscarriage I stopped counting.",
      "There was no heartbeat.",
      "We lost the baby.",
    ],
    no: ["A miscarriage of justice kept him inside.", "I lost the ticket."],
  },
  stillbirth: {
    yes: ["Our son was stillborn.", "She was born sleeping.", "Nació muerta, y la cantamos."],
    no: ["I was still born under a lucky star, said Gran.", "Still, born lucky."],
  },
  childbirth: {
    yes: [
      "I gave birth in a lift.",
      "Emergency caesarean at dawn.",
      "In labour for two days.",
      "Di a luz sola.",
    ],
    no: ["It's my birthday.", "They asked for my birth certificate.", "A labour of love."],
  },
  abortion: {
    yes: ["My abortion was a kindness.", "We terminated the pregnancy at twenty weeks."],
    no: ["The mission was about to start.", "They ended the call."],
  },
  "medical-procedures": {
    yes: [
      "Surgery took nine hours.",
      "They intubated him.",
      "Chemo on Tuesdays.",
      "Me operaron dos veces.",
    ],
    no: ["The coffee machine was operated by a saint.", "A rescue operation with blankets."],
  },
  "blood-gore": {
    yes: ["There was blood on my shoes.", "He was bleeding out.", "Había sangre en el suelo."],
    no: ["My blood pressure is a poem.", "A blood test, nothing more.", "Bloody good tea."],
  },
  resuscitation: {
    yes: [
      "I did CPR on my own father.",
      "Forty minutes of compressions.",
      "His heart had stopped.",
    ],
    no: ["The course was cancelled.", "My heart sank."],
  },
  needles: {
    yes: ["I faint at needles.", "The injection hurt less than the news.", "Otra aguja."],
    no: ["Her knitting needles clicked.", "Needless to say, I cried.", "A needle in a haystack."],
  },
  "medical-error": {
    yes: [
      "They operated on the wrong leg.",
      "I was misdiagnosed for ten years.",
      "Negligencia, dijo el juez.",
    ],
    no: ["I took the wrong bus.", "I dialled wrong."],
  },
  suicide: {
    yes: [
      "After my brother's suicide I learnt to bake.",
      "She killed herself in spring.",
      "He took his own life.",
      "Quería morir.",
    ],
    no: ["These shoes are killing me.", "It took my whole life."],
  },
  "self-harm": {
    yes: ["I used to self-harm.", "She cut herself where no one looked.", "Me cortaba los brazos."],
    no: ["I cut myself shaving.", "Cut yourself some slack.", "I cut myself a slice."],
  },
  "mental-illness": {
    yes: [
      "Depression is a wet coat.",
      "Panic attack in the car park.",
      "I was sectioned.",
      "La ansiedad no duerme.",
    ],
    no: ["The Great Depression made Gran save string.", "The orange came in sections."],
  },
  addiction: {
    yes: ["Six years sober.", "He overdosed in the next room.", "Soy adicta, dije."],
    no: ["I'm addicted to chocolate.", "We had a drink of water."],
  },
  "eating-disorder": {
    yes: [
      "Anorexia had my voice.",
      "I was bingeing and purging.",
      "My eating disorder likes hospitals.",
    ],
    no: ["We binge-watched quiz shows.", "I was starving by noon."],
  },
  "sexual-assault": {
    yes: [
      "I was raped; the nurse believed me.",
      "She was sexually assaulted.",
      "Me violó mi jefe.",
    ],
    no: ["Grapes on the tray.", "Fields of rapeseed.", "They assaulted the hill."],
  },
  "child-abuse": {
    yes: ["I work in child protection.", "He beat me as a child.", "The boy was abused."],
    no: ["The child was asleep.", "We beat the older kids at chess."],
  },
  "domestic-abuse": {
    yes: [
      "Domestic violence has a waiting room.",
      "My husband hit me.",
      "He punched me once.",
      "Violencia de género.",
    ],
    no: ["He hit the brakes.", "My husband and I."],
  },
  "animal-cruelty": {
    yes: ["Someone had kicked the dog.", "Animal cruelty sent her to us."],
    no: ["I beat eggs for the cat.", "The vet was kind."],
  },
  violence: {
    yes: [
      "He was stabbed outside a chip shop.",
      "A gunshot wound, and he apologised.",
      "She was attacked on her way home.",
      "Le dispararon dos veces.",
    ],
    no: [
      "A heart attack at forty.",
      "I got my flu shot.",
      "Killing time with crosswords.",
      "Panic attacks, again.",
      "Under the knife at nine.",
    ],
  },
  kidnapping: {
    yes: ["She was kidnapped as a girl.", "He had been held hostage.", "Lo secuestraron."],
    no: ["Hip abduction, ten times.", "The kid napped."],
  },
  "war-terror": {
    yes: [
      "I learnt to suture in the war.",
      "After the bombing we had no lights.",
      "He fled as a refugee.",
      "La guerra no terminó.",
    ],
    no: ["The ward was quiet.", "A bath bomb for the nurse.", "A tug of war.", "My warden sang."],
  },
  racism: {
    yes: ["A racist slur, then: thank you, doctor.", "The colour of my skin was in my notes."],
    no: ["We raced wheelchairs.", "His speech was slurred."],
  },
  sexism: {
    yes: ["Sexism in scrubs.", "They called me hysterical.", "Machismo en la consulta."],
    no: ["The sexes of the twins surprised us.", "He was a hysterical comedian."],
  },
  "homophobia-transphobia": {
    yes: [
      "They misgendered me on the wristband.",
      "Homophobia waits in waiting rooms.",
      "He was beaten for being gay.",
    ],
    no: ["My wife and I are gay and bored.", "A trans nurse held my hand."],
  },
  ableism: {
    yes: ["You don't look disabled, she said.", "Ableism is a flight of stairs."],
    no: ["She was able to walk.", "You don't look a day over forty."],
  },
  "religious-hatred": {
    yes: [
      "Islamophobia in the lift.",
      "An antisemitic note on my locker.",
      "Gran survived the Holocaust.",
    ],
    no: ["We prayed together.", "The imam brought dates."],
  },
  "sexual-content": {
    yes: [
      "We had sex again after the stoma.",
      "My sex life after cancer.",
      "Nos reímos: tuvimos sexo.",
    ],
    no: ["We learnt the sex of the baby.", "A same-sex couple next door."],
  },
  "strong-language": {
    yes: ["Fuck cancer.", "What a shit day.", "Joder, qué noche."],
    no: ["Scunthorpe in the rain.", "The shiitake soup was hot.", "Pass the cocktail."],
  },
};

describe.each(warningSlugs)("%s", (slug) => {
  test.each(cases[slug].yes)("is suggested for %j", (text) => {
    expect(suggestWarnings(text)).toContain(slug);
    expect(suggestWarnings(text.toUpperCase())).toContain(slug);
  });
  test.each(cases[slug].no)("is not for %j", (text) => {
    expect(suggestWarnings(text)).not.toContain(slug);
  });
});

test("suggestions stand in the order of the list, each once", () => {
  expect(suggestWarnings("Suicide. Surgery. My father died. Blood, and more blood.")).toEqual([
    "death",
    "medical-procedures",
    "blood-gore",
    "suicide",
  ]);
});

test("apostrophes, accents in two parts and line breaks make no difference", () => {
  expect(suggestWarnings("You don’t look\nill.")).toEqual(["ableism"]);
  expect(suggestWarnings("Me mordió; falleció.".normalize("NFD"))).toEqual(["death"]);
});

test("an everyday story calls for none", () => {
  expect(
    suggestWarnings("The cleaner hummed. I hummed back. That was the whole treatment."),
  ).toEqual([]);
});

test.each([
  "son a b c ",
  "lost my ",
  "dog ",
  "a",
  "'",
  "blood ",
  "daughter ",
  "é",
  "cut myself ",
  "the ",
])("%j over and over is read in time that grows with its length", (unit) => {
  expect(growth(unit, suggestWarnings)).toBeLessThan(3);
});
