import { accentStyleSheet } from "#lib/site/accent.ts";
import { siteSettings } from "#lib/site/settings.ts";

// The settings are those of the running server, not of the build.
export const dynamic = "force-dynamic";

/**
 * The accent of this site. A linked style sheet, because the Content-Security-Policy allows no
 * inline one; the default accent needs none and links none.
 */
export function GET(): Response {
  const { accent } = siteSettings();
  return new Response(accent ? accentStyleSheet(accent) : "", {
    headers: {
      "content-type": "text/css; charset=utf-8",
      "cache-control": "public, max-age=86400",
      "x-content-type-options": "nosniff",
    },
  });
}
