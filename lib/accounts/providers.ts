import "server-only";
import { env } from "#lib/env.ts";

export type OAuthProvider = "github" | "google";

export const providerNames: Record<OAuthProvider, string> = { github: "GitHub", google: "Google" };

/** Those whose settings are there. */
export function oauthProviders(): OAuthProvider[] {
  const { GITHUB_ID, GOOGLE_ID } = env();
  return [...(GITHUB_ID ? (["github"] as const) : []), ...(GOOGLE_ID ? (["google"] as const) : [])];
}

export function isOAuthProvider(value: string): value is OAuthProvider {
  return Object.hasOwn(providerNames, value);
}
