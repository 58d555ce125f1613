const little: Record<"en" | "de" | "es" | "fr" | "hi", Set<string>> = {
  en: words(
    "the a an and of to in was i my she he it is for with that on at her his me we they you had not",
  ),
  de: words(
    "der die das und ich ist nicht ein eine mit den dem im zu war sie er mein meine hat am als wie es",
  ),
  es: words("el la los las y de que en mi un una no con se por su me del al lo más fue cuando yo"),
  fr: words(
    "le la les et de un une je il elle mon ma que ne pas dans en du au est était pour avec m'a j'ai",
  ),
  hi: words("hai ki ke ka ko ne se mein main meri mera aur nahi pe par ho tha thi bas"),
};

function words(list: string): Set<string> {
  return new Set(list.split(" "));
}

export type Language = keyof typeof little;

/** A guess by the little words; English where they don't tell. */
export function languageOf(bases: readonly string[]): Language {
  let best: Language = "en";
  let most = 0;
  for (const [language, list] of Object.entries(little) as [Language, Set<string>][]) {
    const count = bases.filter((base) => list.has(base)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
