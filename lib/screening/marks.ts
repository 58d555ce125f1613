import type { Place } from "#lib/screening/phrases.ts";

export type Mark = Place & { label: string };

type Found = { name: string; places: readonly Place[] };

/**
 * What rules found, as marks: in the order of the text, none overlapping another. Where several rules
 * found the same words, or parts of them, one mark names them all.
 */
export function marksOf(matches: readonly Found[]): Mark[] {
  const places = matches
    .flatMap(({ name, places }) => places.map((place) => ({ ...place, name })))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const merged: (Place & { names: string[] })[] = [];
  for (const { start, end, name } of places) {
    const last = merged.at(-1);
    if (!last || start >= last.end) {
      merged.push({ start, end, names: [name] });
      continue;
    }
    last.end = Math.max(last.end, end);
    if (!last.names.includes(name)) last.names.push(name);
  }
  return merged.map(({ start, end, names }) => ({ start, end, label: names.join(", ") }));
}
