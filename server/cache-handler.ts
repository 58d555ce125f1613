/**
 * Where Next keeps rendered pages and cached reads: in this process, bounded, forgotten by tag. Next's
 * own handler would write every visited path to disk, unknown ones too, and show what was rendered
 * when the image was built, with the settings of then. docs/decisions/0001-cached-pages.md
 */
import { LRUCache } from "lru-cache";
import type {
  CacheHandler,
  CacheHandlerValue,
} from "next/dist/server/lib/incremental-cache/index.js";
import { exchange } from "#lib/exchange.ts";

type Entry = CacheHandlerValue & { tags: string[] };
type Value = CacheHandlerValue["value"];
type Store = {
  entries: LRUCache<string, Entry>;
  /** When a tag was last forgotten, for as long as a page could still be in the making. */
  forgotten: LRUCache<string, number>;
  listeners: Set<() => void>;
};

const MAX_BYTES = 96 * 1024 * 1024;
const LONGEST_RENDER_MS = 30_000;

// On globalThis: Next makes a handler per request, and server/invalidation.ts reaches the same store.
const kept = globalThis as typeof globalThis & { vignetteCache?: Store };
const store = (kept.vignetteCache ??= {
  entries: new LRUCache({ maxSize: MAX_BYTES, maxEntrySize: MAX_BYTES / 8 }),
  forgotten: new LRUCache({ max: 10_000, ttl: 2 * LONGEST_RENDER_MS }),
  listeners: new Set(),
});

/** Forgets everything that carries one of these tags, in this process. */
export function forget(tags: readonly string[]): void {
  const now = performance.now();
  for (const tag of tags) store.forgotten.set(tag, now);
  for (const [key, entry] of store.entries.entries()) {
    if (entry.tags.some((tag) => tags.includes(tag))) store.entries.delete(key);
  }
  for (const listener of store.listeners) listener();
}

/** Calls back whenever anything was forgotten. */
export function onForget(listener: () => void): void {
  store.listeners.add(listener);
}

function tagsOf(value: Value, context: { tags?: string[] }): string[] {
  const headers = value && "headers" in value ? value.headers : undefined;
  const ofPage = String(headers?.["x-next-cache-tags"] ?? "").split(",");
  const ofRead = value && "tags" in value && value.tags ? value.tags : [];
  return [...ofPage, ...ofRead, ...(context.tags ?? [])].filter(Boolean);
}

function bytesOf(value: Value): number {
  let bytes = 1024;
  for (const part of Object.values(value ?? {})) {
    if (typeof part === "string") bytes += part.length * 2;
    else if (Buffer.isBuffer(part)) bytes += part.length;
    else if (part instanceof Map) for (const each of part.values()) bytes += each.length;
    else if (part && typeof part === "object") bytes += JSON.stringify(part).length * 2;
  }
  return bytes;
}

export default class MemoryCacheHandler implements CacheHandler {
  async get(key: string): Promise<CacheHandlerValue | null> {
    return store.entries.get(key) ?? null;
  }

  async set(
    key: string,
    value: Value,
    context: { tags?: string[]; cacheControl?: CacheHandlerValue["cacheControl"] },
  ): Promise<void> {
    const tags = tagsOf(value, context);
    // Read before a story was taken down, finished after: it must not outlive the taking down. When
    // the reading began is not known, but not before the request that it is for.
    const begun = exchange.getStore()?.begun ?? performance.now() - LONGEST_RENDER_MS;
    if (tags.some((tag) => (store.forgotten.get(tag) ?? -1) >= begun)) return;
    const entry: Entry = { lastModified: Date.now(), value, tags };
    if (context.cacheControl) entry.cacheControl = context.cacheControl;
    store.entries.set(key, entry, { size: bytesOf(value) });
  }

  async revalidateTag(tags: string | string[]): Promise<void> {
    forget([tags].flat());
  }

  resetRequestCache(): void {
    // Nothing is kept per request.
  }
}
