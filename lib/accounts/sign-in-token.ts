import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { withQuery } from "#lib/accounts/local-path.ts";
import { requiredSetting } from "#lib/env.ts";
import { pageUrl } from "#lib/notifications/page-url.ts";

/** How long a sign-in link works. */
export const SIGN_IN_MINUTES = 10;

/** 256 bits, for one sign-in link. */
export function newSignInToken(): string {
  return randomBytes(32).toString("base64url");
}

export function isSignInToken(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]{43}$/.test(value);
}

/** What the database holds of a token: next-auth looks for exactly this (its core/lib/utils.js). */
export function hashSignInToken(token: string): string {
  return createHash("sha256")
    .update(`${token}${requiredSetting("AUTH_SECRET")}`)
    .digest("hex");
}

/** The address of the page with the one button that uses the token up, in the language that is spoken now. */
export function signInLink(link: { token: string; email: string; next?: string | null }): string {
  const { token, email, next } = link;
  return pageUrl(withQuery("/sign-in/confirm", { token, email, next }));
}
