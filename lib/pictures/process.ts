import "server-only";
import sharp from "sharp";
import {
  type Container,
  type Format,
  formatOf,
  otherFormatOf,
  readContainer,
  withoutText,
} from "#lib/pictures/container.ts";
import { type Queue, newQueue } from "#lib/pictures/queue.ts";
import {
  LARGEST_WIDTH,
  type Extension,
  renditionName,
  renditionWidths,
} from "#lib/pictures/renditions.ts";
import {
  MAX_PICTURE_BYTES,
  MAX_PICTURE_PIXELS,
  MAX_PICTURE_RATIO,
  MIN_PICTURE_SIDE,
  otherType,
  tooHeavy,
} from "#lib/pictures/schema.ts";
import type { PictureFile } from "#lib/pictures/store.ts";
import { findStowaway } from "#lib/pictures/stowaway.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";

/** `width` and `height` are of the largest rendition, turned the way it was taken. */
export type Processed = { width: number; height: number; files: PictureFile[] };

// One thread for each picture, nothing kept between them, and none of the other decoders, whatever a
// file calls itself: their flaws are not ours then.
sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});

// On globalThis, because Next bundles its own copies of this module: two at once in the process.
const kept = globalThis as typeof globalThis & { vignettePictures?: Queue };
const queue = (kept.vignettePictures ??= newQueue({ atOnce: 2, waiting: 8 }));

/**
 * In bytes, of a picture that is stored in several passes and so has to be held as a whole. Within it
 * are 40 megapixels as cameras write them; 16 bits a sample or undiluted colour get fewer.
 */
const MOST_HELD = 160_000_000;

const MAX_SECONDS = 20;

/**
 * Makes the renditions of a picture, without anything but its pixels. `declaredType` is what the
 * browser says of the file. Everything that can be refused without decoding is refused before.
 */
export async function processPicture(
  file: Uint8Array,
  declaredType: string,
): Promise<Result<Processed>> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const refused = refuse(bytes, declaredType);
  if (refused) return refused;
  const processed = await queue.run(() => render(withoutText(bytes)));
  return (
    processed ??
    failure(
      "unavailable",
      "Many pictures are arriving just now. Please send yours again in a minute.",
    )
  );
}

function refusal(sentence: string): Failure {
  return failure("invalid", sentence, { picture: [sentence] });
}

const names: Record<Format, string> = {
  jpeg: "a JPEG picture",
  png: "a PNG picture",
  webp: "a WebP picture",
};

const declared: Record<string, Format> = {
  "image/jpeg": "jpeg",
  "image/jpg": "jpeg",
  "image/pjpeg": "jpeg",
  "image/png": "png",
  "image/webp": "webp",
};

/** What browsers say of a file whose type their system doesn't know. */
const saysNothing = ["", "application/octet-stream"];

function refuse(bytes: Buffer, declaredType: string): Failure | null {
  if (bytes.length === 0) return refusal("This file is empty. Please choose the picture again.");
  if (bytes.length > MAX_PICTURE_BYTES) return refusal(tooHeavy);
  const format = formatOf(bytes);
  const type = declaredType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const said = declared[type];
  if (!format) return refuseOther(bytes, said);
  if (said !== format && !saysNothing.includes(type)) {
    return refusal(
      said
        ? `This file calls itself ${names[said]}, but it is ${names[format]}. Please save it anew as a JPEG, or choose another.`
        : otherType,
    );
  }
  const container = readContainer(format, bytes);
  if (!container) return refusal(incomplete);
  return refuseSize(container) ?? refuseStowaway(format, bytes);
}

const incomplete =
  "A part of this picture is missing, perhaps from copying or downloading it. Please choose it again, or another.";
const unreadable =
  "This picture is damaged, and we can't open it. Please save it anew as a JPEG, or choose another.";

function refuseOther(bytes: Buffer, said: Format | undefined): Failure {
  const other = otherFormatOf(bytes);
  if (!other) return refusal(said ? unreadable : otherType);
  return refusal(
    `We can take JPEG, PNG and WebP pictures, and this is ${other}. Please save it as a JPEG, or choose another.`,
  );
}

function refuseSize({ width, height, held }: Container): Failure | null {
  const shorter = Math.min(width, height);
  if (shorter === 0) return refusal(unreadable);
  if (width * height > MAX_PICTURE_PIXELS) {
    return refusal(
      "This picture is larger than 40 megapixels. Please save it in a smaller size, or choose another.",
    );
  }
  if (held > MOST_HELD) {
    return refusal(
      "This picture is saved in a way that takes too much memory to open. Please save it in a smaller size, or choose another.",
    );
  }
  if (shorter < MIN_PICTURE_SIDE) {
    return refusal(
      `This picture is too small to be seen well. Please choose one with at least ${MIN_PICTURE_SIDE} pixels on each side.`,
    );
  }
  if (Math.max(width, height) > shorter * MAX_PICTURE_RATIO) {
    return refusal(
      "This picture is too long and narrow to be seen well. Please cut out the part that matters.",
    );
  }
  return null;
}

function refuseStowaway(format: Format, bytes: Buffer): Failure | null {
  const stowaway = findStowaway(format, bytes);
  if (!stowaway) return null;
  return refusal(
    `There is ${stowaway} hidden in this picture, so we can't take it. Please choose another, or a screenshot of it.`,
  );
}

type Pixels = { data: Buffer; raw: { width: number; height: number; channels: 3 } };

async function render(bytes: Buffer): Promise<Result<Processed>> {
  let largest: Pixels;
  try {
    largest = await decodeWhole(bytes);
  } catch {
    // What sharp says names its insides, to nobody's use.
    return refusal(unreadable);
  }
  const { width, height } = largest.raw;
  const files: PictureFile[] = [];
  for (const each of renditionWidths(width)) {
    for (const extension of ["webp", "jpg"] as const) {
      files.push({
        name: renditionName(each, extension),
        bytes: await encode(largest, each, extension),
      });
    }
  }
  return success({ width, height, files });
}

/**
 * Some phones' pictures make the decoder warn, and are all there; one whose middle is missing makes
 * it do no more than warn either.
 */
async function decodeWhole(bytes: Buffer): Promise<Pixels> {
  try {
    return await decode(bytes, "warning");
  } catch (error) {
    if (error instanceof Error && /premature end/i.test(error.message)) throw error;
    return decode(bytes, "error");
  }
}

/**
 * Bare sRGB pixels at the largest width, upright: nothing that came with them goes further. What is
 * transparent becomes white in every rendition, or a dark drawing would vanish on a dark page.
 */
async function decode(bytes: Buffer, failOn: "warning" | "error"): Promise<Pixels> {
  const { data, info } = await sharp(bytes, {
    limitInputPixels: MAX_PICTURE_PIXELS,
    failOn,
    sequentialRead: true,
    pages: 1,
  })
    .timeout({ seconds: MAX_SECONDS })
    .autoOrient()
    .resize({ width: LARGEST_WIDTH, withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`${info.channels} channels`);
  return { data, raw: { width: info.width, height: info.height, channels: 3 } };
}

/** AVIF would be 30% smaller, and took four times as long where both were measured. */
function encode({ data, raw }: Pixels, width: number, extension: Extension): Promise<Buffer> {
  const resized = sharp(data, { raw }).timeout({ seconds: MAX_SECONDS }).resize({ width });
  return extension === "webp"
    ? resized.webp({ quality: 78, effort: 4 }).toBuffer()
    : resized.jpeg({ quality: 78, mozjpeg: true }).toBuffer();
}
