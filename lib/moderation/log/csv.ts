/**
 * What a spreadsheet would take for the beginning of a formula, where a cell begins, or where one
 * would begin in a spreadsheet that takes another character than the comma to stand between cells.
 */
const formula = /(?<=^|[;\t\r\n])(?=[=+\-@\t\r＝＋－＠])/g;

/** A cell as RFC 4180 has it. An apostrophe makes what could be run into what can only be read. */
function cell(value: string): string {
  const harmless = value.replace(formula, "'");
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A line of a CSV file, with its end. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}

/** Tells spreadsheets that the file is UTF-8. */
export const byteOrderMark = "\uFEFF";
