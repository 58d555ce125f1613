import "server-only";
import { createHash, createHmac } from "node:crypto";
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
