import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;

export default defineConfig({
  resolve: {
    alias: {
      // Outside of Next's server bundles this package throws; here everything is the server.
      "server-only": path.join(root, "node_modules/server-only/empty.js"),
    },
  },
  test: {
    maxWorkers: 2,
    // These end what hangs; they measure nothing, for a machine may be slow and shared.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,components,app,server,prisma,scripts}/**/*.test.{ts,tsx}", "*.test.ts"],
          exclude: ["**/*.integration.test.ts"],
          env: { LOG_LEVEL: "silent" },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["{lib,server,prisma,app}/**/*.integration.test.ts"],
          globalSetup: "lib/testing/global-setup.ts",
          setupFiles: "lib/testing/database.ts",
        },
      },
    ],
  },
});
