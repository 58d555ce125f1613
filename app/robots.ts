import type { MetadataRoute } from "next";
import { requiredSetting } from "#lib/env.ts";

// The address is that of the running server, not of the build.
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", disallow: ["/moderation", "/my", "/api"] },
    sitemap: new URL("/sitemap.xml", requiredSetting("SITE_URL")).href,
  };
}
