/** What the characters of a call may be: those of a title or theme, in one line, and of a prompt. */
import * as calls from "#lib/generated/messages/calls.ts";

const hidden = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const unshowable = /[^\P{Control}\n]|\p{Surrogate}|\p{Noncharacter_Code_Point}/u;
const visible = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;

export function tidyLines(raw: string): string {
  return raw
    .replace(hidden, "")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replaceAll("\t", " ")
    .normalize("NFC")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

export function tidyLine(raw: string): string {
  return tidyLines(raw).replace(/\s+/g, " ");
}

/** A sentence for the editor, or null. `what` begins it: "The title". */
export function wordsProblem(
  tidied: string,
  { what, limit }: { what: string; limit: number },
): string | null {
  if (unshowable.test(tidied) || !visible.test(tidied)) {
    return calls.unshowable({ what });
  }
  const over = [...tidied].length - limit;
  return over > 0 ? calls.tooLong({ what, over, limit }) : null;
}
