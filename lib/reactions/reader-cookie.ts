import "server-only";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { requiredSetting } from "#lib/env.ts";
import { keyed } from "#lib/secrets.ts";

const YEAR_SECONDS = 365 * 24 * 3600;

/** Set when a device gives its first heart, never before. `__Host-` keeps any other host from setting it. */
export function readerCookie() {
  const secure = requiredSetting("SITE_URL").startsWith("https://");
  return {
    name: `${secure ? "__Host-" : ""}reader`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: YEAR_SECONDS },
  } as const;
}

const sign = (reader: string) => keyed("reader-cookie", reader).toString("base64url");

/** What the cookie of a new reader says: 128 random bits, signed. */
export function newReaderCookie(): string {
  const reader = randomBytes(16).toString("base64url");
  return `${reader}.${sign(reader)}`;
}

/** The reader that a cookie is of; null when we did not make it. */
export function readReaderCookie(value: string | undefined): string | null {
  const [, reader = "", signature = ""] = /^([\w-]{22})\.([\w-]{43})$/.exec(value ?? "") ?? [];
  if (!reader) return null;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(reader))) ? reader : null;
}
