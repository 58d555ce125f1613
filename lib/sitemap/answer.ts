import "server-only";
import { PUBLIC_CACHE, notThere } from "#lib/answers.ts";
import { requiredSetting } from "#lib/env.ts";
import { makeTurns } from "#lib/turns.ts";
import { readEnds, readLists, readStoryPart } from "#lib/sitemap/queries.ts";
import { readPartName, writeAddresses, writeParts } from "#lib/sitemap/xml.ts";

const headers = {
  "Content-Type": "application/xml; charset=utf-8",
  // As for pages (server/answer.ts).
  "Cache-Control": PUBLIC_CACHE,
};

/** One after the other: a part is megabytes, and whoever asks next finds what was made before. */
const inTurn = makeTurns(1);

/** Answers with the list of the parts: the lists first, then the stories. */
export async function answerWithParts(): Promise<Response> {
  const ends = await inTurn(() => readEnds());
  return new Response(writeParts(1 + ends.length, requiredSetting("SITE_URL")), { headers });
}

/** Answers with a part, by the name of its file. */
export async function answerWithPart(name: string): Promise<Response> {
  const part = readPartName(name);
  const xml = part === null ? null : await readPart(part);
  return xml === null ? notThere() : new Response(xml, { headers });
}

/** Null when there are not so many. */
async function readPart(part: number): Promise<string | ReadableStream | null> {
  if (part === 0) return writeAddresses(await readLists(), requiredSetting("SITE_URL"));
  const gzipped = await inTurn(() => readStoriesOf(part));
  if (gzipped === null) return null;
  const bytes = new Blob([Buffer.from(gzipped, "base64")]);
  return bytes.stream().pipeThrough(new DecompressionStream("gzip"));
}

async function readStoriesOf(part: number): Promise<string | null> {
  const ends = await readEnds();
  if (part > ends.length) return null;
  return readStoryPart(ends[part - 2] ?? null, ends[part - 1] ?? null);
}
