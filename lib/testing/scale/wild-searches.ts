/** Made to be slow, or to be something else than words. */
export const wildSearches: readonly { query: string; theme: string | null }[] = [
  ...["the", "mother", "-the", "-mother -the -and", "mother or -the", "mother -the", "the -and"],
  ...["a or b or c or the or and or to or of", "the and her to in was she he my his zzzqqq"],
  ...['"the and"', '"the the the the"', '"mother of the"', '"the" or "and the" or "to her"'],
  ...["knitting or violin", "mother violin knitting", "the ".repeat(60), "-the ".repeat(60)],
  ...["x".repeat(200), "(((((", "!!! & | ( ) : * <-> '", "a".repeat(100_000), "病院の廊下"],
]
  .map((query) => ({ query, theme: null as string | null }))
  .concat(
    ["the", "mother", "the or and or de or la"].map((query) => ({
      query,
      theme: "paying-it-forward",
    })),
    ["the or and", "-the"].map((query) => ({ query, theme: "no-such-theme" })),
  );
