/**
 * PostgreSQL's text search configurations by language (BCP 47); in ours, which the migrations make,
 * accents don't matter. Words of any other language are found as they are written.
 */
const configurations: Readonly<Record<string, string>> = {
  ar: "arabic",
  ca: "catalan",
  da: "danish",
  de: "german",
  el: "greek",
  en: "english",
  es: "spanish",
  eu: "basque",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hi: "hindi",
  hu: "hungarian",
  hy: "armenian",
  id: "indonesian",
  it: "italian",
  lt: "lithuanian",
  ne: "nepali",
  nl: "dutch",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sr: "serbian",
  sv: "swedish",
  ta: "tamil",
  tr: "turkish",
  yi: "yiddish",
};

export const plainConfiguration = "found_simple";

export function configurationOf(language: string | null): string {
  const name = language === null ? undefined : configurations[language];
  return name ? `found_${name}` : plainConfiguration;
}

/** These are written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

/** Text with spaces between its words, for PostgreSQL, which knows no others. */
export function spaced(text: string): string {
  if (!unspaced.test(text)) return text;
  return [...segmenter.segment(text)].map(({ segment }) => segment).join(" ");
}
