import { type Failure, failure } from "#lib/result.ts";

const elsewhere =
  "Signing in there did not work out. Please try again, or have a link sent to you.";

const sentences: Record<string, string> = {
  Verification:
    "This link does not work any more: it was used, is older than 10 minutes, or a newer one was sent. Here you can ask for a new one.",
  OAuthAccountNotLinked:
    "You have an account with this address, and it signs in another way. Please sign in as you did before; a link by mail always works.",
  EmailUnverified:
    "We learned no verified e-mail address for you there. Please verify yours with them, or have a link sent to you.",
  TooMany: "Many sign-ins were begun from here. Please try again in an hour.",
  OAuthSignin: elsewhere,
  OAuthCallback: elsewhere,
  OAuthCreateAccount: elsewhere,
  Callback: elsewhere,
  AccessDenied: elsewhere,
};

/** What went wrong, for the code that /sign-in is called with. The code itself is never shown. */
export function problemOf(code: unknown): Failure | null {
  if (typeof code !== "string") return null;
  const known = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  return failure("invalid", known ?? "Signing in did not work out. Please try again.");
}
