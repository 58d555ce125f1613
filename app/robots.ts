import type { MetadataRoute } from "next";
import { requiredSetting } from "#lib/env.ts";
import { locales, localized } from "#lib/locale.ts";

// The address is that of the running server, not of the build.
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  const inEachLanguage = locales.flatMap((locale) => [
    localized("/moderation", locale),
    localized("/my", locale),
  ]);
  return {
    // What is embedded elsewhere may be asked for. The frames say of themselves that they are not to
    // be found, which is read only where reading is allowed.
    rules: { userAgent: "*", allow: "/api/oembed", disallow: ["/api", ...inEachLanguage] },
    sitemap: new URL("/sitemap.xml", requiredSetting("SITE_URL")).href,
  };
}
