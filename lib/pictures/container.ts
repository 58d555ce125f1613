/**
 * What a file is and whether it is whole, from its outside: a walk over its parts, nothing decoded.
 * So a file that was cut short, or that would unpack to gigabytes, costs nothing.
 */

export type Format = "jpeg" | "png" | "webp";

/** In pixels, as stored: before it is turned the way it was taken. */
export type Size = { width: number; height: number };

export type Container = Size & {
  /** Bytes that any decoder has to hold at once, because nothing can be shown before all is read. */
  held: number;
};

const ascii = (bytes: Buffer, at: number, length: number) =>
  bytes.toString("latin1", at, at + length);

/** Which of the three it is by its first bytes; null for anything else. */
export function formatOf(bytes: Buffer): Format | null {
  if (bytes.length >= 3 && bytes.readUIntBE(0, 3) === 0xffd8ff) return "jpeg";
  if (ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 4) === "WEBP") return "webp";
  return null;
}

/** As the message about it names them. */
type Other =
  | "gif"
  | "tiff"
  | "heic"
  | "avif"
  | "video"
  | "jxl"
  | "bmp"
  | "photoshop"
  | "pdf"
  | "zip"
  | "svg"
  | "page";

const others: [RegExp, Other][] = [
  [/^GIF8/, "gif"],
  [/^(II\*\0|MM\0\*|II\+\0|MM\0\+)/, "tiff"],
  [/^.{4}ftyp(hei[cxms]|hev[cxms]|mif1|msf1)/s, "heic"],
  [/^.{4}ftypavi[fs]/s, "avif"],
  [/^.{4}ftyp/s, "video"],
  [/^(\xff\x0a|\0\0\0\x0cJXL )/, "jxl"],
  [/^BM/, "bmp"],
  [/^8BPS/, "photoshop"],
  [/^%PDF-/, "pdf"],
  [/^PK\x03\x04/, "zip"],
  [/^(\xef\xbb\xbf)?\s*<(svg|\?xml)/, "svg"],
  [/^(\xef\xbb\xbf)?\s*<(!doctype )?html/i, "page"],
];

/** What a file is that is none of the three; null when nobody could tell. */
export function otherFormatOf(bytes: Buffer): Other | null {
  const head = ascii(bytes, 0, 64);
  return others.find(([pattern]) => pattern.test(head))?.[1] ?? null;
}

const readers: Record<Format, (bytes: Buffer) => Container | null> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
};

/** Null when the file ends before the picture does, or is put together wrongly. */
export function readContainer(format: Format, bytes: Buffer): Container | null {
  try {
    return readers[format](bytes);
  } catch (error) {
    // Reading past the end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** From marker to marker, up to the end of the first picture; more may follow, as phones do it. */
function readJpeg(bytes: Buffer): Container | null {
  let found: Container | null = null;
  let at = 2;
  for (;;) {
    at = nextMarker(bytes, at);
    if (at === -1) return null;
    const marker = bytes.readUInt8(at + 1);
    at += 2;
    if (marker === 0xd9) return found;
    if (standsAlone(marker)) continue;
    const length = bytes.readUInt16BE(at);
    if (length < 2) return null;
    if (isFrame(marker) && !found) {
      const size = { height: bytes.readUInt16BE(at + 3), width: bytes.readUInt16BE(at + 5) };
      // Those that come in several passes keep two bytes for each sample.
      const perPixel = [0xc0, 0xc1].includes(marker) ? 0 : 2 * samplesPerPixel(bytes, at);
      found = { ...size, held: size.width * size.height * perPixel };
    }
    at += length;
  }
}

/** Colour is mostly kept at a half or a quarter of the pixels. `at` is of a frame's header. */
function samplesPerPixel(bytes: Buffer, at: number): number {
  const blocks = Array.from({ length: bytes.readUInt8(at + 7) }, (_, component) => {
    const factors = bytes.readUInt8(at + 9 + component * 3);
    return (factors >> 4) * (factors & 15);
  });
  const most = Math.max(1, ...blocks);
  return blocks.reduce((sum, each) => sum + each / most, 0);
}

/**
 * Past what is no marker: compressed data (FF 00, restarts) and filling bytes. By hand, because a
 * hostile file can be nothing but almost-markers, and a call for each would take seconds.
 */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return -1;
}

const samplesOfColourType: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** From chunk to chunk, up to IEND. */
function readPng(bytes: Buffer): Container | null {
  if (ascii(bytes, 12, 4) !== "IHDR") return null;
  const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  const bits = bytes.readUInt8(24) * (samplesOfColourType[bytes.readUInt8(25)] ?? 4);
  const interlaced = bytes.readUInt8(28) !== 0;
  const held = interlaced ? Math.ceil((size.width * size.height * Math.max(bits, 8)) / 8) : 0;
  let hasData = false;
  for (let at = 8; ;) {
    const length = bytes.readUInt32BE(at);
    const type = ascii(bytes, at + 4, 4);
    at += 12 + length;
    if (at > bytes.length) return null;
    if (type === "IDAT") hasData = true;
    if (type === "IEND") return hasData ? { ...size, held } : null;
  }
}

/** What a PNG's pixels, colours and orientation are read from. */
const essentialChunks = new Set(
  "IHDR PLTE tRNS gAMA cHRM sRGB iCCP sBIT eXIf IDAT IEND".split(" "),
);

/**
 * A picture without what a decoder would unpack in vain: each text chunk of a PNG may unpack to
 * 50 MB, and a file holds hundreds of them. `bytes` are of a container that was read.
 */
export function withoutText(bytes: Buffer): Buffer {
  if (formatOf(bytes) !== "png") return bytes;
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = ascii(bytes, at + 4, 4);
    if (essentialChunks.has(type)) kept.push(bytes.subarray(at, end));
    if (type === "IEND") break;
    at = end;
  }
  return Buffer.concat(kept);
}

/** From chunk to chunk, as far as the file says that it goes. */
function readWebp(bytes: Buffer): Container | null {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) return null;
  let size: Size | null = null;
  let hasData = false;
  for (let at = 12; at + 8 <= end;) {
    const type = ascii(bytes, at, 4);
    const length = bytes.readUInt32LE(at + 4);
    if (at + 8 + length > end) return null;
    size ??= webpSize(bytes, type, at + 8);
    if (["VP8 ", "VP8L", "ANMF"].includes(type)) hasData = true;
    at += 8 + length + (length % 2);
  }
  return size && hasData ? { ...size, held: size.width * size.height * 4 } : null;
}

function webpSize(bytes: Buffer, type: string, at: number): Size | null {
  if (type === "VP8X")
    return { width: 1 + bytes.readUIntLE(at + 4, 3), height: 1 + bytes.readUIntLE(at + 7, 3) };
  if (type === "VP8L") {
    const packed = bytes.readUInt32LE(at + 1);
    return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >> 14) & 0x3fff) };
  }
  if (type === "VP8 ")
    return {
      width: bytes.readUInt16LE(at + 6) & 0x3fff,
      height: bytes.readUInt16LE(at + 8) & 0x3fff,
    };
  return null;
}
