import { expect, test } from "vitest";
import { routeOf } from "#server/log.ts";

test.each([
  ["/", "/"],
  ["/stories/Ab3dEf6hIj9k", "/stories/[id]"],
  ["/older/mabcdefg-Ab3dEf6hIj9k", "/older/[cursor]"],
  ["/my", "/my"],
  ["/my/account", "/my/account"],
  ["/my/account/delete", "/my/account/delete"],
  ["/my/export", "/my/export"],
  ["/my/lost-link", "/my/lost-link"],
  ["/stop-mail/abcdefghijklmnopqrstuvwxyz0123456789", "/stop-mail/[token]"],
  ["/api/stop-mail/abcdefghijklmnopqrstuvwxyz0123456789", "/api/stop-mail/[token]"],
  ["/my/abcdefghijklmnopqrstuvwxyz012345", "/my/[token]"],
  ["/my/abcdefghijklmnopqrstuvwxyz012345/withdraw", "/my/[token]/withdraw"],
  ["/my/abcdefghijklmnopqrstuvwxyz012345/change", "/my/[token]/change"],
  [
    "/my/abcdefghijklmnopqrstuvwxyz012345/pictures/Ab3dEf6hIj9kAb3dEf6hIj9k/480.webp",
    "/my/[token]/pictures/[id]/[file]",
  ],
  ["/pictures/Ab3dEf6hIj9kAb3dEf6hIj9k/480.webp", "/pictures/[id]/[file]"],
  ["/moderation/pictures/Ab3dEf6hIj9kAb3dEf6hIj9k/480.jpg", "/moderation/pictures/[id]/[file]"],
  ["/api/auth/callback/email", "/api/auth/[...]"],
  ["/sign-in/confirm", "/sign-in/confirm"],
  ["/moderation/calls", "/moderation/calls"],
  ["/moderation/log", "/moderation/log"],
  ["/moderation/log/export", "/moderation/log/export"],
  ["/log", "/log"],
  ["/log/2026", "/log/[year]"],
  ["/moderation/calls/the-night-shift", "/moderation/calls/[slug]"],
  ["/_next/static/chunks/a.js", "/_next/[...]"],
  ["/someone@example.org", "[unknown]"],
  ["/my/abcdefghijklmnopqrstuvwxyz012345/extra", "[unknown]"],
])("%s is logged as %s", (pathname, route) => {
  expect(routeOf(pathname)).toBe(route);
});
