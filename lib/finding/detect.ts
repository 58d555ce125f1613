import "server-only";
import { eld } from "eld/extrasmall";

/** Of 0 to 1: where the next best guess is as near as this, it is anybody's. Hindi and Marathi are. */
const CLEAR = 0.04;

/** The language that words are in, BCP 47; null where they don't say. Loads some 90 MB. */
export function languageOf(text: string): string | null {
  const words = text.replace(/https?:\/\/\S+|[#@]\S+/g, " ");
  const found = eld.detect(words);
  const [first, second] = Object.values(found.getScores()).sort((one, other) => other - one);
  const isClear = first !== undefined && first - (second ?? 0) >= CLEAR;
  return found.isReliable() && isClear ? found.language : null;
}
