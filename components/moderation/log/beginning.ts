/** As much of a note as stands in the log; a little more than that is not worth folding. */
const SHOWN = 100;
const FOLDED_FROM = 160;

/** How a long note begins, up to the end of a word, in one line; null where it is short enough. */
export function beginningOf(note: string): string | null {
  const signs = [...new Intl.Segmenter().segment(note)].map(({ segment }) => segment);
  if (signs.length < FOLDED_FROM) return null;
  const cut = signs.slice(0, SHOWN).join("").replace(/\s+/g, " ").trim();
  return `${cut.replace(/ \S*$/, "")}…`;
}
