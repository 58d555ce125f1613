import "server-only";
import { keyed } from "#lib/secrets.ts";

/** Of the story too: nobody can tell from the hashes what else a reader has a heart on. */
export function readerHash(storyId: string, reader: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(keyed("heart", `${storyId}\n${reader}`));
}
