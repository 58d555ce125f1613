import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // server/http.ts compresses each cached page once; Next would do it for every request.
  compress: false,
  // Nothing is resized on request, so nobody can ask for it.
  images: { unoptimized: true },
  // `npm run check` and `npm test` do; a start on a fresh machine need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Titles and descriptions stand in the head for every reader, not only for robots: without
  // JavaScript nothing would move them there.
  htmlLimitedBots: /.*/,
  // Pages and reads are kept in memory, by our own handler and no other.
  cacheHandler: fileURLToPath(import.meta.resolve("./server/cache-handler.ts")),
  cacheMaxMemorySize: 0,
  experimental: {
    // The server refuses larger bodies before Next sees them (server/request.ts).
    serverActions: { bodySizeLimit: "11mb" },
  },
};

export default config;
