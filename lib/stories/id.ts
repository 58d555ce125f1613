import { customAlphabet } from "nanoid";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** 12 characters, 71 bits: short enough to read out, unguessable from each other. */
export const newStoryId = customAlphabet(alphabet, 12);

export const storyIdShape = /^[0-9A-Za-z]{12}$/;

export function isStoryId(value: string): boolean {
  return storyIdShape.test(value);
}
