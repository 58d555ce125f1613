/** Stories to fill a database with. Nobody wrote them, and nobody should read them; all else about
 * them is as of real ones: languages, themes, hashtags, bylines, warnings, hearts. */
import { type ContentWarning, intensities, warningSlugs } from "#lib/content-warnings/list.ts";
import { weightedLength } from "#lib/stories/length.ts";
import { demoThemes } from "../demo/call.ts";
import { Random } from "./random.ts";
import { type Vocabulary, makeVocabularies } from "./vocabulary.ts";

/** Calls, that stories answer the more the further up they stand, and how many themes each has. */
export const fillCalls = [
  { slug: "what-stayed-with-you", title: "What stayed with you?", themes: 14 },
  { slug: "on-the-night-shift", title: "What happened on the night shift?", themes: 10 },
  { slug: "a-stranger-helped", title: "When did a stranger help?", themes: 8 },
  { slug: "first-day-on-the-ward", title: "What was your first day like?", themes: 6 },
  { slug: "what-nobody-said", title: "What did nobody tell you?", themes: 5 },
  { slug: "thank-you-for", title: "Whom do you want to thank?", themes: 0 },
] as const;

export const fillThemes = demoThemes;

export type FillStory = {
  /** A slug of `fillCalls`. */
  call: string;
  /** A slug of `fillThemes`. */
  theme: string | null;
  text: string;
  weight: number;
  bylineName: string | null;
  bylineRole: string | null;
  subject: "MYSELF" | "SOMEONE_ELSE";
  subjectConsent: "AGREED" | "DETAILS_CHANGED" | null;
  warnings: ContentWarning[];
  /** Also to be shown elsewhere. */
  social: boolean;
  hearts: number;
};

const names =
  `Noor Ines Amira Priya Henrik Ilse Marta Kofi Aoife Tomasz Yuki Leila Samuel Rosa Dmitri Grace
  Anouk Mateo Sina Ewa Jonas Fatima Chidi Hana Luca Maeve Omar Vera Wanjiru Xavier Zofia Björn Carmen
  Déborah Elif Farid Gita Hugo Ivana Jae Keiko Lars Miriam Nils Olga Pablo Quentin Ruth Soledad Tariq
  Uma Viktor Wiebke Ximena Yara Zain أمينة هدى 花子 健一 आशा रवि`.split(/\s+/);

const bylineRoles = [
  ...["nurse", "night nurse", "patient", "doctor", "midwife", "his mother", "her son", "ER nurse"],
  ...[
    "paramedic",
    "surgeon",
    "student nurse",
    "carer",
    "her daughter",
    "GP",
    "volunteer",
    "porter",
  ],
  ...["enfermera", "paciente", "médica", "pharmacist", "physiotherapist", "hospital cleaner"],
  ...[
    "chaplain",
    "interpreter",
    "his wife",
    "her husband",
    "receptionist",
    "matrona",
    "hospice nurse",
  ],
  ...["cuidadora", "cook", "bus driver", "teacher", "neighbour", "granddaughter", "farmer", "poet"],
];

const HASHTAGS = 4_000;

/** At most so many stories out of a hundred say something that readers are to be warned of. */
const WARNED = 0.33;

/** Tells as many stories as one likes, the same ones for the same seed. */
export function makeStoryteller(seed: number): () => FillStory {
  const random = new Random(seed);
  const vocabularies = makeVocabularies(random);
  const byShare = vocabularies.flatMap((vocabulary) =>
    Array.from({ length: vocabulary.share }, () => vocabulary),
  );
  const hashtags = makeHashtags(vocabularies[0], random);
  return () => {
    const call = random.amongCommon(fillCalls);
    const themed = call.themes > 0 && random.isWithin(0.7);
    const text = tellWords(random.among(byShare), hashtags, random).normalize("NFC");
    const someone = random.isWithin(0.5);
    return {
      call: call.slug,
      theme: themed ? fillThemes[random.below(call.themes)]!.slug : null,
      text,
      weight: weightedLength(text),
      bylineName: random.isWithin(0.45) ? signature(random) : null,
      bylineRole: random.isWithin(0.5) ? random.amongCommon(bylineRoles) : null,
      subject: someone ? "SOMEONE_ELSE" : "MYSELF",
      subjectConsent: someone ? (random.isWithin(0.6) ? "AGREED" : "DETAILS_CHANGED") : null,
      warnings: random.isWithin(WARNED) ? warningsOf(random) : [],
      social: random.isWithin(0.3),
      hearts: heartsOf(random),
    };
  };
}

function signature(random: Random): string {
  const name = random.amongCommon(names);
  return random.isWithin(0.5) ? `${name} ${String.fromCharCode(65 + random.below(26))}.` : name;
}

function makeHashtags(vocabulary: Vocabulary | undefined, random: Random): string[] {
  const words = vocabulary?.all.slice(0, 2_000).filter((word) => word.length > 3) ?? [];
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const made = Array.from(
    { length: HASHTAGS - 1 },
    () => capital(random.among(words)) + (random.isWithin(0.6) ? capital(random.among(words)) : ""),
  );
  return ["ShareAStoryInOneTweet", ...made];
}

/** From a line to as much as fits, in sentences of a few words. */
function tellWords(vocabulary: Vocabulary, hashtags: readonly string[], random: Random): string {
  const { all, gap, stop } = vocabulary;
  const hashtag = random.isWithin(0.35) ? ` #${random.amongCommon(hashtags)}` : "";
  const room = (gap === "" ? 0.5 : 1) * (60 + random.below(220 - hashtag.length));
  let text = "";
  for (;;) {
    const sentence = Array.from({ length: 4 + random.below(12) }, () => random.amongCommon(all))
      .join(gap)
      .concat(stop.trimEnd());
    const next = text + (text && gap) + sentence.charAt(0).toUpperCase() + sentence.slice(1);
    if (next.length > room) return (text || next.slice(0, room).trimEnd()) + hashtag;
    text = next;
  }
}

function warningsOf(random: Random): ContentWarning[] {
  const slugs = new Set(
    Array.from({ length: 1 + random.below(3) }, () => random.amongCommon(warningSlugs)),
  );
  return warningSlugs
    .filter((slug) => slugs.has(slug))
    .map((warning) => ({ warning, intensity: random.among(intensities) }));
}

/** None for half of them, a few for most others, and thousands for very few. */
function heartsOf(random: Random): number {
  return Math.min(3_000, Math.floor(0.8 * ((1 - random.next()) ** -0.7 - 1)));
}
