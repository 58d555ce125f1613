import { createHash } from "node:crypto";
import { isFrame, showsFrame } from "#lib/embeds/address.ts";
import { env, requiredSetting } from "#lib/env.ts";

/** On every answer, of whatever type. */
export function securityHeaders(pathname: string): Record<string, string> {
  const secret = /^\/(my|stop-mail|sign-in|moderation|api)(\/|$)/.test(pathname);
  return {
    "X-Content-Type-Options": "nosniff",
    // It knows no word for "anyone": what may be framed goes without.
    ...(isFrame(pathname) ? {} : { "X-Frame-Options": "DENY" }),
    // Not no-referrer: browsers then say of a form that it comes from nowhere, as of a stranger's.
    "Referrer-Policy": secret ? "same-origin" : "strict-origin-when-cross-origin",
    "Permissions-Policy":
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    // Browsers ignore it over plain HTTP.
    "Strict-Transport-Security": "max-age=31536000",
    ...(secret ? { "X-Robots-Tag": "noindex, nofollow" } : {}),
  };
}

/** `scripts` are the sources that may run besides our own files: hashes or a nonce, quoted. */
export function contentSecurityPolicy(scripts: readonly string[], pathname = ""): string {
  const { GITHUB_ID, GOOGLE_ID } = env();
  // Signing in elsewhere is a form that is redirected there, which form-action covers too.
  const signIn = pathname.startsWith("/sign-in")
    ? [GITHUB_ID && " https://github.com", GOOGLE_ID && " https://accounts.google.com"].filter(
        Boolean,
      )
    : [];
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scripts].join(" ")}`,
    "style-src 'self'",
    `img-src 'self'${hasPictureField(pathname) ? " blob:" : ""}`,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ...(showsFrame(pathname) ? ["frame-src 'self'"] : []),
    `form-action 'self'${signIn.join("")}`,
    "base-uri 'none'",
    `frame-ancestors ${isFrame(pathname) ? "*" : "'none'"}`,
    ...(requiredSetting("SITE_URL").startsWith("https:") ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** The form shows the picture that was chosen, from the browser's memory. */
function hasPictureField(pathname: string): boolean {
  return /^\/(share$|calls\/[^/]+\/share$|my\/)/.test(pathname);
}

// Structured data is no script: browsers don't run it, so the policy has nothing to say of it.
const inlineScript =
  /<script(?![^>]*\s(?:src=|type="application\/ld\+json"))[^>]*>([\s\S]*?)<\/script>/g;

/** The hashes that let the inline scripts of a finished document run, and nothing else. */
export function scriptHashes(html: string): string[] {
  const hashes = new Set<string>();
  for (const [, source = ""] of html.matchAll(inlineScript)) {
    hashes.add(`'sha256-${createHash("sha256").update(source).digest("base64")}'`);
  }
  return [...hashes];
}
