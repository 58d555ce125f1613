import { promisify } from "node:util";
import { inflate } from "node:zlib";

const inflated = promisify(inflate);

type Table = { tag: string; checksum: number; data: Buffer };

/** `at` is where it is entered in the list of a WOFF 1.0 font's tables. */
async function readTable(woff: Buffer, at: number): Promise<Table> {
  const offset = woff.readUInt32BE(at + 4);
  const [packedLength, length] = [woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
  const packed = woff.subarray(offset, offset + packedLength);
  const data = packedLength < length ? await inflated(packed) : packed;
  return { tag: woff.toString("latin1", at, at + 4), checksum: woff.readUInt32BE(at + 16), data };
}

/**
 * A font as it was before it was packed for the web: Pango passes over packed ones. `without` names
 * tables that are left out.
 */
export async function unpackWoff(woff: Buffer, without: ReadonlySet<string>): Promise<Buffer> {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new TypeError("not a WOFF font");
  const entries = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => 44 + 20 * index);
  const needed = entries.filter((at) => !without.has(woff.toString("latin1", at, at + 4)));
  const tables = await Promise.all(needed.map((at) => readTable(woff, at)));
  const exponent = Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(12 + 16 * tables.length);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(16 << exponent, 6);
  head.writeUInt16BE(exponent, 8);
  head.writeUInt16BE(16 * tables.length - (16 << exponent), 10);
  const parts: Buffer[] = [head];
  let at = head.length;
  tables.forEach(({ tag, checksum, data }, index) => {
    const entry = 12 + 16 * index;
    head.write(tag, entry, "latin1");
    head.writeUInt32BE(checksum, entry + 4);
    head.writeUInt32BE(at, entry + 8);
    head.writeUInt32BE(data.length, entry + 12);
    const padding = Buffer.alloc(-data.length & 3);
    parts.push(data, padding);
    at += data.length + padding.length;
  });
  return Buffer.concat(parts);
}

/** Where a font, packed or not, says which characters it has. */
async function readCharacterMap(font: Buffer): Promise<Buffer | null> {
  const isPacked = font.toString("latin1", 0, 4) === "wOFF";
  const [count, first, size] = isPacked
    ? [font.readUInt16BE(12), 44, 20]
    : [font.readUInt16BE(4), 12, 16];
  for (let at = first; at < first + count * size; at += size) {
    if (font.toString("latin1", at, at + 4) !== "cmap") continue;
    if (isPacked) return (await readTable(font, at)).data;
    const offset = font.readUInt32BE(at + 8);
    return font.subarray(offset, offset + font.readUInt32BE(at + 12));
  }
  return null;
}

/** Adds the characters that a font has to `found`. */
export async function readCharacters(font: Buffer, found: Set<number>): Promise<void> {
  const cmap = await readCharacterMap(font);
  if (!cmap) return;
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const at = cmap.readUInt32BE(4 + 8 * index + 4);
    const format = cmap.readUInt16BE(at);
    if (format === 4) readSegments(cmap, at, found);
    if (format === 12) readGroups(cmap, at, found);
  }
}

/** Of the first 65,536 characters. */
function readSegments(cmap: Buffer, at: number, found: Set<number>): void {
  const doubled = cmap.readUInt16BE(at + 6);
  for (let each = 0; each < doubled; each += 2) {
    const last = cmap.readUInt16BE(at + 14 + each);
    const first = cmap.readUInt16BE(at + 16 + doubled + each);
    if (first === 0xffff) continue;
    for (let character = first; character <= last; character += 1) found.add(character);
  }
}

/** Of all characters. */
function readGroups(cmap: Buffer, at: number, found: Set<number>): void {
  for (let each = 0; each < cmap.readUInt32BE(at + 12); each += 1) {
    const [first, last] = [0, 4].map((side) => cmap.readUInt32BE(at + 16 + 12 * each + side));
    for (let character = first ?? 0; character <= (last ?? -1); character += 1)
      found.add(character);
  }
}
