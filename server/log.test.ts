import { expect, test } from "vitest";
import { routeOf } from "#server/log.ts";

test.each([
  ["/", "/"],
  ["/stories/Ab3dEf6hIj9k", "/stories/[id]"],
  ["/older/mabcdefg-Ab3dEf6hIj9k", "/older/[cursor]"],
  ["/my/abcdefghijklmnopqrstuvwxyz012345", "/my/[token]"],
  ["/my/abcdefghijklmnopqrstuvwxyz012345/withdraw", "/my/[token]/withdraw"],
  ["/api/auth/callback/email", "/api/auth/[...]"],
  ["/sign-in/confirm", "/sign-in/confirm"],
  ["/moderation/calls", "/moderation/calls"],
  ["/moderation/calls/the-night-shift", "/moderation/calls/[slug]"],
  ["/_next/static/chunks/a.js", "/_next/[...]"],
  ["/someone@example.org", "[unknown]"],
  ["/my/abcdefghijklmnopqrstuvwxyz012345/extra", "[unknown]"],
])("%s is logged as %s", (pathname, route) => {
  expect(routeOf(pathname)).toBe(route);
});
