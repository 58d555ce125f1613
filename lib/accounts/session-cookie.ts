import "server-only";
import { requiredSetting } from "#lib/env.ts";

/** 30 days from signing in; not longer by being used, so a forgotten device is out in a month. */
export const SESSION_SECONDS = 30 * 24 * 3600;

/** The cookie as next-auth names and sets it. `__Secure-` keeps plain http from setting it. */
export function sessionCookie() {
  const secure = requiredSetting("SITE_URL").startsWith("https://");
  return {
    name: `${secure ? "__Secure-" : ""}next-auth.session-token`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

/** Whether a cookie's value can be a session at all; anything else never reaches the database. */
export function isSessionToken(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]{16,128}$/.test(value);
}
