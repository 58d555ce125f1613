import "server-only";
import { PUBLIC_CACHE, isAmong, notThere } from "#lib/answers.ts";
import { LRUCache } from "lru-cache";
import { log, withoutWords } from "#lib/log.ts";
import { type Queue, newQueue } from "#lib/pictures/queue.ts";
import { readPreviewName } from "#lib/previews/address.ts";
import { contentWithDigest } from "#lib/previews/content.ts";
import { drawPreview } from "#lib/previews/draw.ts";
import { getPublishedStory } from "#lib/stories/queries.ts";

const HOUR_MS = 3_600_000;

type Draw = () => Promise<Buffer | null>;
type Kept = LRUCache<string, Buffer, Draw>;

// On globalThis, because Next bundles its own copies of this module: one at a time in the process,
// which leaves threads for what else waits for one.
const kept = globalThis as typeof globalThis & { vignettePreviews?: { queue: Queue; drawn: Kept } };
const { queue, drawn } = (kept.vignettePreviews ??= {
  queue: newQueue({ atOnce: 1, waiting: 32 }),
  drawn: new LRUCache({
    maxSize: 32 * 1024 * 1024,
    sizeCalculation: (bytes) => bytes.length,
    ttl: HOUR_MS,
    ttlAutopurge: true,
    // Those who ask for the same at the same time share it; what failed is not kept.
    fetchMethod: async (_key, _stale, { context: draw }) => (await draw()) ?? undefined,
  }),
});

/**
 * Answers a request for a story's preview, drawn once for all who ask within the hour. There is one
 * only of a published story as it is now; all else looks like any unknown address.
 */
export async function answerWithPreview(
  request: Request,
  { id, file }: { id: string; file: string },
): Promise<Response> {
  const name = readPreviewName(file);
  const story = name && (await getPublishedStory(id));
  const content = story && contentWithDigest(story, name.digest);
  if (!content) return notThere();
  const etag = `"${file.replace(".png", "")}"`;
  const headers = new Headers({
    "Cache-Control": PUBLIC_CACHE,
    ETag: etag,
    "Content-Security-Policy": "default-src 'none'",
    // Made to be shown elsewhere.
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
  if (isAmong(request.headers.get("if-none-match"), etag))
    return new Response(null, { status: 304, headers });
  const draw = () => queue.run(() => drawPreview(content, name.shape));
  const bytes = await drawn.fetch(`${id}/${file}`, { context: draw }).catch(complain);
  if (!bytes) return notNow();
  headers.set("Content-Type", "image/png");
  headers.set("Content-Length", String(bytes.length));
  return new Response(new Uint8Array(bytes), { headers });
}

function complain(error: unknown): null {
  log.warn(withoutWords(error), "a preview could not be drawn");
  return null;
}

/** Too many wait already, or it failed: whoever shows previews asks again. */
function notNow(): Response {
  const headers = { "Retry-After": "10", "Cache-Control": "private, no-store" };
  return new Response(null, { status: 503, headers });
}
