import { expect, test, vi } from "vitest";
import robots from "#app/robots.ts";

test("nobody's own pages are looked through, in any language", () => {
  vi.stubEnv("SITE_URL", "https://stories.example");
  expect(robots().rules).toMatchObject({
    disallow: ["/api", "/moderation", "/my", "/es/moderation", "/es/my"],
  });
  vi.unstubAllEnvs();
});
