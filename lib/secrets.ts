import "server-only";
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto";
import { requiredSetting } from "#lib/env.ts";

/** 256 bits that only this installation can compute; `purpose` keeps the uses apart. */
export function keyed(purpose: string, value: string): Buffer {
  return createHmac("sha256", requiredSetting("AUTH_SECRET"))
    .update(`${purpose}\n${value}`)
    .digest();
}

export function sha256(value: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash("sha256").update(value).digest());
}

const cipher = { name: "aes-256-gcm", iv: 12, tag: 16 } as const;

/** Makes text unreadable without AUTH_SECRET, for what must wait in the database for a while. */
export function seal(purpose: string, text: string): string {
  const iv = randomBytes(cipher.iv);
  const sealing = createCipheriv(cipher.name, keyed("seal", purpose), iv, {
    authTagLength: cipher.tag,
  });
  const sealed = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString("base64url");
}

/** What was sealed for the same purpose; null when it was not, was changed, or AUTH_SECRET was. */
export function unseal(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  const words = cipher.iv + cipher.tag;
  if (bytes.length < words) return null;
  try {
    const opening = createDecipheriv(
      cipher.name,
      keyed("seal", purpose),
      bytes.subarray(0, cipher.iv),
      { authTagLength: cipher.tag },
    );
    opening.setAuthTag(bytes.subarray(cipher.iv, words));
    return opening.update(bytes.subarray(words), undefined, "utf8") + opening.final("utf8");
  } catch {
    return null;
  }
}
