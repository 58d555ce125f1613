import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { describe, expect, it, vi } from "vitest";
import { processPicture } from "#lib/pictures/process.ts";
import { MAX_PICTURE_BYTES } from "#lib/pictures/schema.ts";
import {
  SECRET,
  bombJpeg,
  bombPng,
  bombWebp,
  textBombPng,
  cutShort,
  gainMapPhoto,
  heic,
  motionPhoto,
  otherPicture,
  pdf,
  photoJpeg,
  photoPng,
  photoWebp,
  polyglots,
  samsungPhoto,
  svg,
  transparentPng,
  zip,
} from "#lib/testing/pictures.ts";

// Encoding takes long while other tests run beside it.
vi.setConfig({ testTimeout: 60_000 });

const types = { jpeg: "image/jpeg", png: "image/png", webp: "image/webp" };
const makers = { jpeg: photoJpeg, png: photoPng, webp: photoWebp };
const formats = ["jpeg", "png", "webp"] as const;

async function renditions(bytes: Buffer, type: string) {
  const processed = await processPicture(bytes, type);
  if (!processed.ok) throw new Error(processed.message);
  return processed.value;
}

async function complaint(bytes: Buffer, type: string): Promise<string> {
  const processed = await processPicture(bytes, type);
  if (processed.ok) return "";
  expect(processed.fieldErrors).toEqual({ picture: [processed.message] });
  return processed.message;
}

describe("a picture that is taken", () => {
  it.each(formats)("is kept in two formats and three widths: %s", async (format) => {
    const bytes = await makers[format]({ width: 2000, height: 1500 });
    const { width, height, files } = await renditions(bytes, types[format]);
    expect([width, height]).toEqual([1600, 1200]);
    expect(files.map(({ name }) => name)).toEqual(
      [480, 960, 1600].flatMap((each) => [`${each}.webp`, `${each}.jpg`]),
    );
    for (const { name, bytes } of files) {
      const { format, width, height } = await sharp(bytes).metadata();
      expect(`${width}.${format === "jpeg" ? "jpg" : format}`).toBe(name);
      expect(height).toBe(Math.round(((width ?? 0) * 3) / 4));
    }
  });

  it("is never enlarged", async () => {
    const { width, height, files } = await renditions(
      await photoJpeg({ width: 700, height: 400 }),
      types.jpeg,
    );
    expect([width, height]).toEqual([700, 400]);
    expect(files.map(({ name }) => name)).toEqual(["480.webp", "480.jpg", "700.webp", "700.jpg"]);
    const small = await renditions(await photoPng({ width: 300, height: 200 }), types.png);
    expect(small.files.map(({ name }) => name)).toEqual(["300.webp", "300.jpg"]);
  });

  it.each(formats)("keeps nothing but its pixels: %s", async (format) => {
    const original = await makers[format]();
    expect(original.toString("latin1")).toContain(SECRET);
    const { files } = await renditions(original, types[format]);
    for (const { name, bytes } of files) {
      const raw = Buffer.from(bytes).toString("latin1");
      for (const trace of [SECRET, "Exif", "http:", "Photoshop", "ICC_PROFILE", "ICCP", "XMP "])
        expect(raw, `${trace} in ${name}`).not.toContain(trace);
      expect(jpegMarkers(bytes).filter((marker) => marker >= 0xe1)).toEqual([]);
      const { exif, xmp, iptc, icc, comments, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc, comments, orientation }).toEqual({});
    }
  });

  it("stands upright, as it was taken", async () => {
    const bytes = await photoJpeg({ width: 800, height: 600, orientation: 6 });
    const { width, height, files } = await renditions(bytes, types.jpeg);
    expect([width, height]).toEqual([600, 800]);
    // What was in the lower left corner is now in the upper left one.
    const corner = async (picture: Uint8Array, left: number, top: number) => {
      const area = { left, top, width: 40, height: 40 };
      const { channels } = await sharp(await sharp(picture).extract(area).toBuffer()).stats();
      return channels.map(({ mean }) => mean);
    };
    const plain = await renditions(await photoJpeg({ width: 800, height: 600 }), types.jpeg);
    const before = await corner(last(plain.files), 0, 560);
    const after = await corner(last(files), 0, 0);
    before.forEach((mean, channel) =>
      expect(Math.abs(mean - (after[channel] ?? 0))).toBeLessThan(8),
    );
  });

  it("shows its colours as sRGB", async () => {
    const green = sharp({ create: { width: 300, height: 300, channels: 3, background: "#0f0" } });
    const wide = await green.png().withIccProfile("p3").toBuffer();
    const { files } = await renditions(wide, types.png);
    const { channels } = await sharp(last(files)).stats();
    expect(channels.map(({ mean }) => Math.round(mean / 16))).toEqual([0, 16, 0]);
    const cmyk = await sharp({
      create: { width: 300, height: 300, channels: 3, background: "#f00" },
    })
      .toColourspace("cmyk")
      .jpeg()
      .toBuffer();
    const printed = await sharp(last((await renditions(cmyk, types.jpeg)).files)).stats();
    expect(printed.channels).toHaveLength(3);
    expect(printed.channels[0]?.mean).toBeGreaterThan(200);
    expect(printed.channels[2]?.mean).toBeLessThan(80);
  });

  it("is white where it was transparent, in both formats", async () => {
    const { files } = await renditions(await transparentPng(), types.png);
    for (const { bytes } of files) {
      const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
      expect(info.channels).toBe(3);
      expect(data.at(0)).toBeLessThan(5);
      expect(data.at(-1)).toBeGreaterThan(250);
    }
  });

  it.each([
    ["with a video behind it", motionPhoto],
    ["with a gain map behind it", gainMapPhoto],
    ["with what Samsung adds", samsungPhoto],
    ["that comes in several passes", () => photoJpeg({ progressive: true })],
    [
      "with empty space behind it",
      async () => Buffer.concat([await photoJpeg(), Buffer.alloc(99)]),
    ],
    [
      "with a copy of itself behind it",
      async () => Buffer.concat(await Promise.all([photoJpeg(), photoJpeg()])),
    ],
  ])("may be one %s", async (_, make) => {
    const { width, height } = await renditions(await make(), types.jpeg);
    expect([width, height]).toEqual([800, 600]);
  });

  it("may be grey, interlaced, animated or of 16 bits", async () => {
    const square = { width: 300, height: 300, channels: 3 as const, background: "#654" };
    const made = () => sharp({ create: square });
    const frames = Buffer.alloc(300 * 600 * 3, 90);
    const animated = sharp(frames, {
      raw: { width: 300, height: 600, channels: 3, pageHeight: 300 },
    });
    const all: [Buffer, string][] = [
      [await made().greyscale().png().toBuffer(), types.png],
      [await made().png({ progressive: true }).toBuffer(), types.png],
      [await made().png({ palette: true }).toBuffer(), types.png],
      [await made().toColourspace("rgb16").png().toBuffer(), types.png],
      [await made().greyscale().jpeg().toBuffer(), types.jpeg],
      [await made().webp({ lossless: true }).toBuffer(), types.webp],
      [await animated.webp({ loop: 0, delay: 100 }).toBuffer(), types.webp],
    ];
    for (const [bytes, type] of all) {
      const { width, height } = await renditions(bytes, type);
      expect([width, height]).toEqual([300, 300]);
    }
  });

  it.each(["", "application/octet-stream", "IMAGE/JPEG", "image/jpg", "image/jpeg; x=y"])(
    "may be called %o",
    async (type) => {
      expect(await complaint(await photoJpeg(), type)).toBe("");
    },
  );
});

function last(files: { bytes: Uint8Array }[]): Uint8Array {
  return files.at(-1)?.bytes ?? new Uint8Array();
}

/** Of the segments before the pixels; none of a file that is no JPEG. */
function jpegMarkers(bytes: Uint8Array): number[] {
  const markers: number[] = [];
  if (bytes[0] !== 0xff) return markers;
  for (
    let at = 2;
    bytes[at + 1] !== 0xda;
    at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
  )
    markers.push(bytes[at + 1] ?? 0);
  return markers;
}

describe("a picture that is refused", () => {
  it.each([
    ["nothing", Buffer.alloc(0), "image/jpeg", /is empty/],
    ["an SVG", svg, "image/svg+xml", /this is an SVG/],
    ["an SVG by another name", svg, "image/png", /this is an SVG/],
    ["a HEIC", heic, "image/heic", /this is a HEIC picture/],
    ["a PDF", pdf, "application/pdf", /this is a PDF/],
    ["an archive", zip(), "image/png", /ZIP/],
    ["words", Buffer.from("not a picture at all"), "text/plain", /JPEG, PNG and WebP/],
    ["words by another name", Buffer.from("not a picture at all"), "image/png", /damaged/],
    ["two bytes", Buffer.from([0xff, 0xd8]), "image/jpeg", /damaged/],
    [
      "three bytes",
      Buffer.from([0xff, 0xd8, 0xff]),
      "image/jpeg",
      /part of this picture is missing/,
    ],
    ["far too many", Buffer.alloc(MAX_PICTURE_BYTES + 1, 0xff), "image/jpeg", /larger than 10 MB/],
  ])("%s", async (_, bytes, type, sentence) => {
    expect(await complaint(bytes, type)).toMatch(sentence);
  });

  it.each(["gif", "tiff", "avif"] as const)("a %s, whatever it is called", async (format) => {
    const bytes = await otherPicture(format);
    for (const type of [`image/${format}`, ...Object.values(types)])
      expect(await complaint(bytes, type)).toMatch(/We can take JPEG, PNG and WebP pictures/);
  });

  it("one that is not what it says", async () => {
    for (const is of formats)
      for (const says of formats.filter((each) => each !== is))
        expect(await complaint(await makers[is](), types[says])).toMatch(
          /calls itself .* but it is /,
        );
    expect(await complaint(await photoJpeg(), "text/html")).toMatch(/JPEG, PNG and WebP/);
  });

  it.each(formats)("one that is cut short anywhere: %s", async (format) => {
    const whole = await makers[format]();
    for (const part of [0.02, 0.3, 0.6, 0.9, 0.999])
      expect(await complaint(cutShort(whole, part), types[format])).toMatch(/missing|damaged/);
  });

  it.each(formats)("one whose middle is gone, although its end is there: %s", async (format) => {
    const whole = await makers[format]();
    const gap = Buffer.concat([
      whole.subarray(0, whole.length * 0.5),
      whole.subarray(whole.length * 0.7),
    ]);
    expect(await complaint(gap, types[format])).toMatch(/missing|damaged/);
  });

  it("but not one that only makes the decoder warn", async () => {
    const whole = await photoJpeg();
    // Which coefficients a baseline picture's scan holds is fixed; some phones write others.
    const scan = whole.lastIndexOf(Buffer.from([0xff, 0xda]));
    const odd = Buffer.from(whole);
    odd[scan + 12] = 0;
    await expect(sharp(odd, { failOn: "warning" }).stats()).rejects.toThrow("SOS parameters");
    expect(await complaint(odd, types.jpeg)).toBe("");
  });

  it("one that is larger than it looks", async () => {
    expect(bombPng().length).toBeLessThan(620_000);
    expect(await complaint(bombPng(), types.png)).toMatch(/40 megapixels/);
    expect(await complaint(await bombJpeg(), types.jpeg)).toMatch(/40 megapixels/);
    expect(await complaint(await bombWebp(), types.webp)).toMatch(/40 megapixels/);
  });

  it("one that is too small, too narrow, or would have to be held as a whole", async () => {
    const made = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: "#654" } });
    expect(await complaint(await made(1, 1).png().toBuffer(), types.png)).toMatch(/too small/);
    expect(await complaint(await made(199, 900).png().toBuffer(), types.png)).toMatch(/too small/);
    expect(await complaint(await made(200, 1001).png().toBuffer(), types.png)).toMatch(/too long/);
    expect(await complaint(await made(1000, 200).png().toBuffer(), types.png)).toBe("");
    // 16 bits for each of four samples, in several passes: 318 MB.
    const held = bombPng(6300);
    held.set([16, 6, 0, 0, 1], 24);
    expect(await complaint(held, types.png)).toMatch(/too much memory/);
  });

  it("one that is something else as well", async () => {
    const all = await polyglots();
    expect(all.length).toBeGreaterThan(15);
    for (const { what, type, bytes } of all) {
      // They are pictures: without what else they are, they would be taken.
      await sharp(bytes).metadata();
      expect(await complaint(bytes, type), what).toMatch(/hidden in this picture/);
    }
  });
});

describe("the memory that is taken", () => {
  /** In a process of its own, where nothing else makes the peak. */
  async function measure(bytes: Buffer, type: string, times = 1) {
    const folder = await mkdtemp(path.join(tmpdir(), "picture-"));
    try {
      const file = path.join(folder, "file");
      await writeFile(file, bytes);
      const script = path.join(import.meta.dirname, "../testing/picture-memory.ts");
      const { stdout } = await promisify(execFile)(process.execPath, [
        "--conditions=react-server",
        script,
        file,
        type,
        String(times),
      ]);
      return JSON.parse(stdout) as { taken: number; grownMB: number; ms: number };
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  it("is next to none for a bomb", async () => {
    const { taken, grownMB } = await measure(bombPng(), types.png, 50);
    expect(taken).toBe(0);
    expect(grownMB).toBeLessThan(100);
  });

  it("is next to none for texts that unpack to gigabytes: they are left aside unread", async () => {
    const { taken, grownMB } = await measure(await textBombPng(), types.png);
    expect(taken).toBe(1);
    expect(grownMB).toBeLessThan(100);
  });

  it("is under 200 MB for 40 megapixels", async () => {
    const square = { width: 6300, height: 6300, channels: 3 as const, background: "#654" };
    const large = sharp({ create: square }).jpeg().withMetadata({ orientation: 6 });
    const { taken, grownMB } = await measure(await large.toBuffer(), types.jpeg);
    expect(taken).toBe(1);
    expect(grownMB).toBeLessThan(200);
  });

  it("is under 200 MB for ten pictures at once, and the others are told to come back", async () => {
    const { taken, grownMB } = await measure(await photoJpeg(), types.jpeg, 50);
    expect(taken).toBe(10);
    expect(grownMB).toBeLessThan(200);
  });
});
