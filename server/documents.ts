/**
 * Finished bodies by their ETag: the inline scripts hashed once and the body compressed once,
 * however often they are sent. Compressing per request would halve what a core serves.
 */
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LRUCache } from "lru-cache";
import { scriptHashes } from "#server/security-headers.ts";

type Encoding = "br" | "gzip" | "identity";

export type Document = {
  bodies: Map<Encoding, Promise<Buffer>>;
  body: Buffer;
  /** Of the inline scripts, for the policy; only looked up for HTML. */
  hashes(): string[];
};

const MAX_BYTES = 64 * 1024 * 1024;
const WORTH_COMPRESSING = 1024;

const documents = new LRUCache<string, Document>({
  maxSize: MAX_BYTES,
  sizeCalculation: ({ body }) => body.length * 2 + 1024,
});

/** `key` names the body: same key, same bytes. */
export function documentFor(key: string, body: Buffer): Document {
  let found = documents.get(key);
  if (!found || !found.body.equals(body)) {
    let hashes: string[] | undefined;
    found = {
      body,
      bodies: new Map(),
      hashes: () => (hashes ??= scriptHashes(body.toString("utf8"))),
    };
    documents.set(key, found);
  }
  return found;
}

/** The encoding that the client accepts and that is worth it. */
export function chooseEncoding(
  accepted: string | undefined,
  type: string,
  length: number,
): Encoding {
  if (
    length < WORTH_COMPRESSING ||
    !/^(text\/|application\/(javascript|json|xml|manifest\+json|rss\+xml|feed\+json)|image\/svg)/.test(
      type,
    )
  ) {
    return "identity";
  }
  const offers = (accepted ?? "").split(",").map((offer) => offer.trim());
  const accepts = (name: string) =>
    offers.some((offer) => offer.split(";")[0] === name && !/;\s*q=0(\.0*)?$/.test(offer));
  if (accepts("br")) return "br";
  return accepts("gzip") ? "gzip" : "identity";
}

export function encoded(document: Document, encoding: Encoding): Promise<Buffer> {
  let body = document.bodies.get(encoding);
  if (!body) {
    body = compress(document.body, encoding);
    document.bodies.set(encoding, body);
  }
  return body;
}

function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "br") {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    };
    return promisify(brotliCompress)(body, { params });
  }
  // Once for each version, so as small as it gets.
  return encoding === "gzip" ? promisify(gzip)(body, { level: 9 }) : Promise.resolve(body);
}
