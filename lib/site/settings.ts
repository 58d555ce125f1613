import "server-only";
import { env } from "#lib/env.ts";

const defaultIntro =
  "True stories from people who care and people who were cared for, each no longer than a tweet. " +
  "A person reads every one before it appears.";

/** How this site calls itself, and how it says what it is. */
export function siteSettings(): { name: string; intro: string; accent: string | null } {
  const { SITE_NAME, SITE_INTRO, SITE_ACCENT } = env();
  return { name: SITE_NAME, intro: SITE_INTRO || defaultIntro, accent: SITE_ACCENT ?? null };
}
