import "server-only";
import { env } from "#lib/env.ts";
import * as layout from "#lib/generated/messages/layout.ts";

/** How this site calls itself, and how it says what it is. */
export function siteSettings(): { name: string; intro: string; accent: string | null } {
  const { SITE_NAME, SITE_INTRO, SITE_ACCENT } = env();
  return { name: SITE_NAME, intro: SITE_INTRO || layout.intro(), accent: SITE_ACCENT ?? null };
}
