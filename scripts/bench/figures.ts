export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** A table as docs/performance.md has it: the first column is words, the others are figures. */
export function printTable(columns: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", String.raw`\|`)).join(" | ")} |`;
  const under = columns.map((_, at) => (at === 0 ? "---" : "---:"));
  console.log(`\n${[columns, under, ...rows].map(line).join("\n")}`);
}
