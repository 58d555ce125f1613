import { defineConfig, devices } from "@playwright/test";

/** Run by `npm run e2e`, which starts the server and says where it is (scripts/test.mjs). */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  // On two cores a third fills the time in which the others wait.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  // These end what hangs; they measure nothing, for a machine may be slow and shared.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.SITE_URL ?? "http://localhost:3000",
    // `--trace on` shows what a test did; kept of every test, it would make them all half as slow again.
    screenshot: "only-on-failure",
    ...devices["Desktop Chrome"],
    launchOptions: {
      ...(process.env.VIGNETTE_CHROMIUM ? { executablePath: process.env.VIGNETTE_CHROMIUM } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    },
  },
  projects: [
    { name: "setup", testMatch: "setup.ts" },
    { name: "browser", dependencies: ["setup"], testIgnore: "no-javascript.spec.ts" },
    {
      name: "no-javascript",
      dependencies: ["setup"],
      testMatch: "no-javascript.spec.ts",
      use: { javaScriptEnabled: false },
    },
  ],
});
