import { randomBytes } from "node:crypto";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import type { DemoStanding } from "./rows.ts";

/**
 * The hearts of demo stories, which are in the order of the feed: of many several, of some none. They
 * come soon after a story does, and later ones now and then. The same `now` gives as many, at the same times.
 */
export function demoHearts(
  standings: readonly DemoStanding[],
  now: Date,
): Prisma.HeartCreateManyInput[] {
  return standings.flatMap(({ id: storyId, status, publishedAt }, index) => {
    if (status !== "PUBLISHED" || !publishedAt) return [];
    const age = now.getTime() - publishedAt.getTime();
    const count = Math.max(0, ((index * 29) % 17) + Math.floor(index / 16) - 6);
    return Array.from({ length: count }, (_, heart) => ({
      storyId,
      // Of nothing: no device has the cookie of a reader who is made up.
      readerHash: Uint8Array.from(randomBytes(32)),
      createdAt: new Date(publishedAt.getTime() + age * ((heart + 0.5) / count) ** 3),
    }));
  });
}
