import { createHash } from "node:crypto";
import { customAlphabet } from "nanoid";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const random = customAlphabet(alphabet, 12);

/**
 * 24 characters, also the name of the folder that its files are in: 12 random ones (71 bits), and 12
 * by which a form that is sent again finds the picture that came with it before.
 */
export function newPictureId(digest: string): string {
  return random() + digest;
}

/** 12 characters, 71 bits, that are the same for the same file in the same form only. */
export function pictureDigest(formKey: string, bytes: Uint8Array): string {
  const hash = createHash("sha256").update(`picture\n${formKey}\n`).update(bytes).digest("hex");
  let rest = BigInt(`0x${hash}`);
  let digest = "";
  for (let length = 0; length < 12; length += 1, rest /= 62n)
    digest += alphabet[Number(rest % 62n)];
  return digest;
}
