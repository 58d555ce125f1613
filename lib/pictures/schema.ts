/** What may be chosen as a picture, for both sides: the form says it, the server holds to it. */
import * as submit from "#lib/generated/messages/submit.ts";

/** 10 MiB, so that "10 MB" is true however someone's device counts. */
export const MAX_PICTURE_BYTES = 10 * 1024 * 1024;

/** 40 megapixels, which phones reach only in modes that nobody needs here. */
export const MAX_PICTURE_PIXELS = 40_000_000;

/**
 * Of the shorter side. In a column of 34rem a smaller picture would be a stamp, and what comes that
 * small by mistake is a thumbnail or an icon.
 */
export const MIN_PICTURE_SIDE = 200;

/** How many times longer than wide. A longer screenshot could not be read in a column. */
export const MAX_PICTURE_RATIO = 5;

export const PICTURE_ALT_LIMIT = 300;

/** For the `accept` of the field: asked for only these, phones hand over JPEG instead of HEIC. */
export const pictureTypes = ["image/jpeg", "image/png", "image/webp"] as const;

/** What a form holds besides the file: told before anything is sent, or null. */
export function pictureFileProblem(file: { size: number; type: string }): string | null {
  if (file.size > MAX_PICTURE_BYTES) return submit.pictureTooHeavy();
  if (file.type !== "" && !isPictureType(file.type)) return submit.pictureOfOtherType();
  return null;
}

function isPictureType(type: string): boolean {
  return pictureTypes.some((each) => each === type) || type === "image/jpg";
}
