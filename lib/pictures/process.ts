import "server-only";
import sharp from "sharp";
import * as submit from "#lib/generated/messages/submit.ts";
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
  return processed ?? failure("unavailable", submit.picturesCrowded());
}

function refusal(sentence: string): Failure {
  return failure("invalid", sentence, { picture: [sentence] });
}

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
  if (bytes.length === 0) return refusal(submit.pictureEmpty());
  if (bytes.length > MAX_PICTURE_BYTES) return refusal(submit.pictureTooHeavy());
  const format = formatOf(bytes);
  const type = declaredType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const said = declared[type];
  if (!format) return refuseOther(bytes, said);
  if (said !== format && !saysNothing.includes(type)) {
    return refusal(
      said ? submit.pictureFalselyCalled({ said, is: format }) : submit.pictureOfOtherType(),
    );
  }
  const container = readContainer(format, bytes);
  if (!container) return refusal(submit.pictureIncomplete());
  return refuseSize(container) ?? refuseStowaway(format, bytes);
}

function refuseOther(bytes: Buffer, said: Format | undefined): Failure {
  const other = otherFormatOf(bytes);
  if (!other) return refusal(said ? submit.pictureUnreadable() : submit.pictureOfOtherType());
  return refusal(submit.pictureIsSomethingElse({ what: other }));
}

function refuseSize({ width, height, held }: Container): Failure | null {
  const shorter = Math.min(width, height);
  if (shorter === 0) return refusal(submit.pictureUnreadable());
  if (width * height > MAX_PICTURE_PIXELS) {
    return refusal(submit.pictureTooManyPixels());
  }
  if (held > MOST_HELD) {
    return refusal(submit.pictureTooMuchMemory());
  }
  if (shorter < MIN_PICTURE_SIDE) {
    return refusal(submit.pictureTooSmall({ side: MIN_PICTURE_SIDE }));
  }
  if (Math.max(width, height) > shorter * MAX_PICTURE_RATIO) {
    return refusal(submit.pictureTooNarrow());
  }
  return null;
}

function refuseStowaway(format: Format, bytes: Buffer): Failure | null {
  const stowaway = findStowaway(format, bytes);
  return stowaway && refusal(submit.pictureHides({ what: stowaway }));
}

type Pixels = { data: Buffer; raw: { width: number; height: number; channels: 3 } };

async function render(bytes: Buffer): Promise<Result<Processed>> {
  let largest: Pixels;
  try {
    largest = await decodeWhole(bytes);
  } catch {
    // What sharp says names its insides, to nobody's use.
    return refusal(submit.pictureUnreadable());
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
