const LENGTH = 60;

/** The beginning of a story's words on one line, for where something needs a title. */
export function titleOf(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= LENGTH) return line;
  const cut = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  return `${cut
    .slice(0, LENGTH)
    .join("")
    .replace(/\s+\S*$/, "")}…`;
}
