/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // server/http.ts compresses each cached page once; Next would do it for every request.
  compress: false,
  typedRoutes: true,
  // Titles and descriptions stand in the head for every reader, not only for robots: without
  // JavaScript nothing would move them there.
  htmlLimitedBots: /.*/,
  experimental: {
    // Unknown addresses must not fill the disk. docs/decisions/0001-cache-mode.md
    isrFlushToDisk: false,
  },
};

export default config;
