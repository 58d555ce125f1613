const LENGTH = 90;

/** The first line of a story, shortened at a word, by which its storyteller knows it in a list. */
export function firstLine(text: string): string {
  const [line = ""] = text.trim().split("\n");
  const more = text.trim().length > line.length;
  const characters = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  if (characters.length <= LENGTH) return more ? `${line.trimEnd()} …` : line;
  const cut = characters.slice(0, LENGTH).join("");
  // A language that puts no spaces between its words is cut between characters.
  return `${cut.replace(/\s+\S{0,30}$/, "")}…`;
}
