import { randomBytes } from "node:crypto";

/** A word that nobody else writes. In letters only: some numbers look like somebody's. */
export function aWord(): string {
  return [...randomBytes(10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
}
