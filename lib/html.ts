/**
 * HTML that is written by hand, where no component renders it. Only `markup` makes it, and it
 * escapes whatever is put in but what it made itself.
 */
import { escapeXml } from "#lib/xml.ts";

class Written {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type Markup = Written;

type Hole = Markup | string | number | null | readonly Hole[];

/** Text stands in elements and in quoted attributes; null is nothing. */
export function markup(parts: TemplateStringsArray, ...holes: Hole[]): Markup {
  const filled = parts.map((part, at) => part + (at < holes.length ? fill(holes[at] ?? null) : ""));
  return new Written(filled.join(""));
}

function fill(hole: Hole): string {
  if (hole === null) return "";
  if (typeof hole === "string" || typeof hole === "number") return escapeXml(String(hole));
  return hole instanceof Written ? hole.text : hole.map(fill).join("");
}
