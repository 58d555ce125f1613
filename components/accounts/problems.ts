import * as accounts from "#lib/generated/messages/accounts.ts";
import { type Failure, failure } from "#lib/result.ts";

const sentences: Record<string, () => string> = {
  Verification: accounts.linkOver,
  OAuthAccountNotLinked: accounts.otherWay,
  EmailUnverified: accounts.emailUnverified,
  TooMany: accounts.tooMany,
  OAuthSignin: accounts.failedElsewhere,
  OAuthCallback: accounts.failedElsewhere,
  OAuthCreateAccount: accounts.failedElsewhere,
  Callback: accounts.failedElsewhere,
  AccessDenied: accounts.failedElsewhere,
};

/** What went wrong, for the code that /sign-in is called with. The code itself is never shown. */
export function problemOf(code: unknown): Failure | null {
  if (typeof code !== "string") return null;
  const known = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  return failure("invalid", (known ?? accounts.failed)());
}
