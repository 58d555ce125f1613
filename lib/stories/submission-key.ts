import { nanoid } from "nanoid";

/** Made with each form (126 bits): sending the same form twice makes one story. */
export const newSubmissionKey = () => nanoid();

export function isSubmissionKey(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]{21}$/.test(value);
}
